"""Nested functions, what they see of the functions around them, and recursion."""

import pytest

from tests.support.query_snippets import check


def test_sees_names_around_it():
    check("""
        def all(wish: Wish):
            line = Line.objects.get(pk=1)  # read shop_line

            def forget():
                wish.delete()  # delete shop_wish
                line.delete()  # delete shop_line

            forget()
    """)


def test_sees_what_is_bound_later():
    check("""
        def all():
            def forget():
                wish.delete()  # delete shop_wish

            wish = Wish.objects.get(pk=1)  # read shop_wish
            forget()
    """)


def test_nonlocal():
    check("""
        def all():
            wish = None

            def load():
                nonlocal wish
                wish = Wish.objects.get(pk=1)  # read shop_wish

            load()
            wish.delete()  # delete shop_wish
    """)


def test_own_names_hide_those_around():
    check("""
        def all(thing: Wish):
            def forget():
                thing = Line.objects.get(pk=1)  # read shop_line
                thing.delete()  # delete shop_line

            def drop(thing):
                thing.delete()  # delete people_badge

            forget()
            drop(Badge.objects.get(pk=1))  # read people_badge
            thing.delete()  # delete shop_wish
    """)


def test_several_levels():
    check("""
        def all(wish: Wish):
            def outer():
                def inner():
                    return wish
                return inner

            outer()().delete()  # delete shop_wish
    """)


def test_lambda():
    check("""
        def all(wish: Wish):
            find = lambda: Wish.objects.filter(text="")  # read shop_wish
            find().first().delete()  # read shop_wish, delete shop_wish
            (lambda: wish.delete())()  # delete shop_wish
    """)


@pytest.mark.xfail(strict=True, reason="default arguments of nested functions take local values")
def test_default_of_a_lambda():
    check("""
        def all(wish: Wish):
            forget = lambda thing, also=wish: (thing.delete(), also.delete())  # delete shop_line, shop_wish
            forget(Line.objects.get(pk=1))  # read shop_line
    """)


def test_class_in_a_function():
    check("""
        def all(wish: Wish):
            class Desk:
                def forget(self):
                    wish.delete()  # delete shop_wish

            Desk().forget()
    """)


def test_nested_function_that_nobody_calls():
    check("""
        def all(wish: Wish):
            def forget():
                wish.delete()  # delete shop_wish
    """)


def test_each_call_around_has_its_own():
    check("""
        def all(thing):
            def forget():
                thing.delete()  # delete shop_wish, shop_line
            forget()
            return thing

        def one(wish: Wish, line: Line):
            all(wish).refresh_from_db()  # read shop_wish
            all(line).refresh_from_db()  # read shop_line
    """)


def test_comprehensions_have_their_own_names():
    check("""
        def all(wish: Wish, lines: list[Line]):
            [wish.delete() for wish in lines]  # delete shop_line
            wish.delete()  # delete shop_wish
    """)


def test_class_scope_is_not_seen_by_its_methods():
    check("""
        thing = Wish.objects.first()  # read shop_wish

        class Desk:
            thing = Line.objects.first()  # read shop_line
            thing.delete()  # delete shop_line

            def forget(self):
                thing.delete()  # delete shop_wish
                self.thing.delete()  # delete shop_line
    """)


def test_recursion():
    check("""
        def up(order, number):
            if number:
                return up(order, number - 1)
            return order

        def forget(wish: Wish):
            up(wish, 3).delete()  # delete shop_wish
    """)


def test_mutual_recursion():
    check("""
        def even(thing, number):
            return odd(thing, number - 1) if number else thing

        def odd(thing, number):
            return even(thing, number - 1) if number else None

        def forget(wish: Wish):
            even(wish, 4).delete()  # delete shop_wish
    """)


def test_recursion_that_nests_its_argument():
    check("""
        def wrap(thing, number):
            if number == 0:
                return thing
            return wrap([thing], number - 1)

        def forget(wish: Wish):
            wrap(wish, 0)
            Wish.objects.update()  # update shop_wish
    """)


def test_recursion_that_changes_its_argument():
    check("""
        def walk(thing):
            thing.refresh_from_db()  # read shop_line, shop_order, people_customer
            if isinstance(thing, Line):
                walk(thing.order)  # read shop_order
            if isinstance(thing, Order):
                walk(thing.customer)  # read people_customer

        def all(line: Line):
            walk(line)
    """)


def test_function_that_gives_itself():
    check("""
        def again(thing=None):
            if thing is not None:
                thing.delete()  # delete shop_wish
            return again

        def all(wish: Wish):
            again()()()(wish)
    """)


def test_function_that_is_handed_itself():
    check("""
        def run(function, thing):
            thing.delete()  # delete shop_wish
            return function(function, thing)

        def all(wish: Wish):
            run(run, wish)
    """)


def test_class_that_holds_itself():
    check("""
        class Node:
            def __init__(self, parent, wish):
                self.parent = parent
                self.wish = wish

            def forget(self):
                self.wish.delete()  # delete shop_wish
                self.parent.parent.wish.delete()  # delete shop_wish
                if self.parent:
                    self.parent.forget()

        def all(wish: Wish):
            Node(Node(None, wish), wish).forget()
    """)


def test_generator_that_gives_itself():
    check("""
        def walk(order):
            yield order
            for line in order.lines.all():  # read shop_line
                yield from walk(line.order)

        def all(order: Order):
            for each in walk(order):
                each.refresh_from_db()  # read shop_order
    """)


def test_type_that_never_stops_growing():
    check("""
        def all(wish: Wish):
            thing = wish
            while True:
                thing = (thing, wish)
                other = [thing]
                wish.delete()  # delete shop_wish
    """)
