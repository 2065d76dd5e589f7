"""What callers have fetched before they hand it over is not read again."""

import pytest

from tests.support.query_snippets import check


def test_row_that_every_caller_has_looked_at():
    check("""
        def ship(order: Order):
            _print(order.customer, order)  # read people_customer

        def send(order: Order):
            if order.customer.phone:  # read people_customer
                _print(None, order)

        def _print(name, order):
            print(order.customer.email)
    """)


def test_row_that_one_caller_has_not_looked_at():
    check("""
        def ship(order: Order, loud):
            print(order.customer)  # read people_customer
            _print(order)

        def send(order: Order, loud):
            if loud:
                print(order.customer)  # read people_customer
            _print(order)

        def _print(order):
            print(order.customer.email)  # read people_customer
    """)


def test_function_that_nobody_is_seen_to_call_or_a_framework_calls():
    check("""
        from celery import shared_task

        def show(order: Order):
            print(order.customer.email)  # read people_customer

        def start(order: Order):
            print(order.customer)  # read people_customer
            work(order)

        @shared_task
        def work(order: Order):
            print(order.customer.email)  # read people_customer
    """)


def test_rows_that_come_along():
    check("""
        def ship():
            for line in Line.objects.select_related("order__customer"):  # read shop_line, shop_order, people_customer
                _print(line)
            lines = Line.objects.prefetch_related("order__customer", "order__lines")  # read shop_line, shop_order, people_customer
            _print_all(lines)

        def _print(line):
            print(line.order.customer)

        def _print_all(lines):
            for line in lines:  # read shop_line, shop_order, people_customer
                print(line.order.customer)
                print(line.product)  # read shop_product
    """)


def test_prefetched_managers():
    check("""
        def ship(number):
            for order in Order.objects.prefetch_related("lines__product"):  # read shop_order, shop_line, shop_product
                _print(order)

        def _print(order):
            for line in order.lines.all():
                print(line.product, line.order)
            print(order.lines.count(), order.lines.exists())
            print(order.lines.filter(amount=1).count())  # read shop_line
            print([line.product for line in order.lines.order_by("amount")])  # read shop_line, shop_product
    """)


def test_related_manager_that_was_only_looked_at():
    check("""
        def ship(order: Order):
            lines = order.lines
            for line in lines.all():  # read shop_line
                print(line.order)
            for line in order.lines.all():  # read shop_line
                print(line.order)
    """)


def test_given_when_it_is_made():
    check("""
        def place(customer: Customer):
            order = Order(customer=customer)
            _save(order)
            _save(Order(customer=customer))

        def _save(order):
            print(order.customer)
            order.save()  # insert shop_order
    """)


def test_what_is_assigned_anew():
    check("""
        def ship(order: Order, other, number):
            print(order.customer.badge)  # read people_customer, people_badge
            _print(order, other, number)

        def _print(order, other: Customer, number):
            print(order.customer.badge)
            order.customer = other
            print(order.customer)
            print(order.customer.badge)  # read people_badge
            order.customer_id = number
            print(order.customer)  # read people_customer
            order.refresh_from_db()  # read shop_order
            print(order.customer)  # read people_customer
    """)


def test_what_a_loop_assigns_anew():
    check("""
        def ship(order: Order, numbers):
            print(order.customer)  # read people_customer
            _print(order, numbers)

        def _print(order, numbers):
            for number in numbers:
                print(order.customer)  # read people_customer
                order.customer_id = number
    """)


def test_queryset_that_has_run():
    check("""
        def ship():
            lines = Line.objects.filter(amount=1)  # read shop_line
            if lines:  # read shop_line
                _print(lines)
            return lambda: list(lines)

        def _print(lines):
            for line in lines:
                print(line, lines.count())
            print(lines.filter(amount=2).count())  # read shop_line
    """)


def test_methods():
    check("""
        class Shipping:
            def __init__(self, order: Order):
                self.order = order

            def run(self):
                print(self.order.customer)  # read people_customer
                self._print()

            def _print(self):
                print(self.order.customer)
                print(self.order.customer.badge)  # read people_badge
    """)


def test_decorators_of_the_project():
    check("""
        def logged(function):
            def call(*args, **kwargs):
                print("call")
                return function(*args, **kwargs)
            return call

        def ship(order: Order):
            print(order.customer)  # read people_customer
            _print(order)

        @logged
        def _print(order):
            print(order.customer)
    """)


def test_recursion():
    check("""
        def ship(order: Order):
            print(order.customer)  # read people_customer
            _walk(order, 3)

        def _walk(order, depth):
            print(order.customer)
            if depth:
                _walk(order, depth - 1)
    """)


def test_what_a_failed_delete_leaves():
    check("""
        from django.db.models import ProtectedError, RestrictedError

        def tell(error, wishes):
            return ", ".join(str(wish) for wish in wishes)

        def tell_more(wishes):
            return ", ".join(str(wish) for wish in wishes)  # read shop_wish

        def forget():
            wishes = Wish.objects.all()  # read shop_wish
            try:
                with atomic():
                    for wish in wishes:  # read shop_wish
                        wish.delete()  # delete shop_wish
            except (ProtectedError, RestrictedError) as error:
                tell(error, wishes)
            except ValueError:
                tell_more(wishes)

        def forget_one(wish: Wish):
            try:
                wish.delete()  # delete shop_wish
            except ProtectedError as error:
                tell(error, [wish])
    """)


# Whichever of the names comes first in whatever order they are kept in.
@pytest.mark.parametrize(("one", "other"), [("left", "right"), ("a", "b"), ("loud", "note"), ("x", "y"), ("to", "by")])
def test_object_behind_super_is_the_own_one_on_every_branch(one, other):
    check(f"""
        class Step:
            def __init__(self, order: Order):
                self.order = order

            def show(self, {one}, {other}):
                print(self.order.customer)

        class LoudStep(Step):
            def show(self, {one}, {other}):
                print(self.order.customer)  # read people_customer
                if {one}:
                    {other} = 1
                super().show({one}, {other})

        def run(order: Order):
            step, loud = Step(order), LoudStep(order)
            print(step.order.customer)  # read people_customer
            step.show(1, 2)
            loud.show(1, 2)
    """)
