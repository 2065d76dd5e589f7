"""Parameters are what the call sites hand over."""

import pytest

from tests.support.query_snippets import accesses_of, check


def test_by_position_and_by_name():
    check(
        """
        def forget(thing, other, *, third=None):
            thing.delete()  # delete shop_wish
            other.delete()  # delete shop_line
            third.delete()  # delete people_badge

        def all(wish: Wish, line: Line, badge: Badge):
            forget(wish, other=line, third=badge)
    """,
        certainty="inferred",
    )


def test_several_callers():
    check("""
        def forget(thing):
            thing.delete()  # delete shop_wish, shop_line

        def one(wish: Wish):
            forget(wish)

        def two(line: Line):
            forget(line)
    """)


def test_results_belong_to_their_call():
    check("""
        def same(thing):
            return thing

        def forget(wish: Wish, line: Line):
            same(wish).delete()  # delete shop_wish
            same(line).delete()  # delete shop_line
            same(3).delete()
    """)


def test_through_several_functions():
    check("""
        def outer(thing):
            return inner(thing)

        def inner(thing):
            thing.delete()  # delete shop_wish
            return thing

        def forget(wish: Wish):
            outer(wish).refresh_from_db()  # read shop_wish
    """)


def test_in_another_module():
    check(
        """
        from desk import saving
        from desk.saving import forget as forget_it

        def all(wish: Wish):
            saving.forget(wish)
            forget_it(Line())
    """,
        files={
            "desk/saving.py": """
        def forget(thing):
            thing.delete()  # delete shop_wish, shop_line
    """
        },
    )


def test_star_arguments():
    check("""
        def forget(*things, **named):
            for thing in things:
                thing.delete()  # delete shop_wish, shop_line
            things[0].delete()  # delete shop_wish
            named["badge"].delete()  # delete people_badge
            for each in named.values():
                each.delete()  # delete people_badge

        def all(wish: Wish, line: Line, badge: Badge):
            forget(wish, line, badge=badge)
    """)


def test_arguments_that_are_handed_on():
    check("""
        def outer(*args, **kwargs):
            return inner(*args, **kwargs)

        def inner(thing, other=None):
            thing.delete()  # delete shop_wish
            other.delete()  # delete shop_line

        def all(wish: Wish, line: Line):
            outer(wish, other=line)
    """)


def test_unpacked_arguments():
    check("""
        def forget(thing, other):
            thing.delete()  # delete shop_wish
            other.delete()  # delete shop_line

        def all(wish: Wish, line: Line):
            pair = (wish, line)
            forget(*pair)
            forget(**{"thing": wish, "other": line})
            named = dict(thing=wish, other=line)
            forget(**named)
    """)


def test_lists():
    check("""
        def forget(things):
            for thing in things:
                thing.delete()  # delete shop_wish

        def all(wish: Wish):
            forget([wish, wish])
            forget({wish})
            forget(each for each in [wish])
    """)


def test_queries():
    check("""
        def forget(things):
            things.filter(text="").delete()  # delete shop_wish
            for thing in things:  # read shop_wish
                thing.delete()  # delete shop_wish

        def all():
            forget(Wish.objects.filter(text="a"))  # read shop_wish
    """)


def test_model_classes():
    check("""
        def forget(kind, number):
            kind.objects.get(pk=number).delete()  # read shop_wish, shop_line, delete shop_wish, shop_line

        def all():
            forget(Wish, 1)
            forget(Line, number=2)
    """)


def test_defaults():
    check("""
        def forget(kind=Wish, thing=None):
            kind.objects.update()  # update shop_wish
            thing = thing or Line.objects.get(pk=1)  # read shop_line
            thing.delete()  # delete shop_line

        def all():
            forget()
    """)


@pytest.mark.xfail(strict=True, reason="queries in default arguments")
def test_defaults_are_made_where_the_function_is():
    check("""
        def forget(wish=Wish.objects.first(), *, line=Line.objects.first()):  # read shop_wish, shop_line
            wish.delete()  # delete shop_wish
    """)


def test_methods():
    check("""
        class Desk:
            def forget(self, thing):
                thing.delete()  # delete shop_wish

            @classmethod
            def make(cls, thing):
                thing.delete()  # delete shop_line

            @staticmethod
            def drop(thing):
                thing.delete()  # delete people_badge

            def __call__(self, thing):
                thing.delete()  # delete people_note

        def all(wish: Wish, line: Line, badge: Badge, note: Note):
            Desk().forget(wish)
            Desk.forget(Desk(), wish)
            Desk.make(line)
            Desk.drop(badge)
            Desk()(note)
    """)


def test_annotation_of_a_base_class_and_callers_that_say_more():
    check("""
        def forget(thing: models.Model):
            thing.delete()  # delete shop_wish, shop_line

        def all(wish: Wish, line: Line):
            forget(wish)
            forget(line)
    """)


def test_callers_that_are_not_models():
    check("""
        class Draft:
            def delete(self):
                return 1

        def forget(thing):
            thing.delete()

        def all():
            forget(Draft())
            forget(Draft())
    """)


def test_callers_of_both_kinds():
    check("""
        class Draft:
            def delete(self):
                return 1

        def forget(thing):
            thing.delete()  # delete shop_wish

        def all(wish: Wish):
            forget(Draft())
            forget(wish)
    """)


def test_gives_up_on_parameters_of_functions_that_nobody_calls():
    check("""
        def forget(thing, things):
            thing.save()  # blind
            thing.order.delete()  # blind
            things.filter(paid=True)  # blind
    """)


def test_words_of_everybody_are_no_blind_spots():
    check("""
        def look(thing):
            thing.get("a")
            thing.update(a=1)
            thing.add(1)
            thing.remove(1)
            thing.values()
            thing.count()
            thing.all()
            thing.set(1)
            thing.clear()
    """)


def test_first_argument_of_a_view_is_a_request():
    check("""
        def show(request, number):
            request.user.wishes.filter(text="").delete()  # read people_customer, delete shop_wish
            request.GET.get("a")
            request.session.update(a=1)
    """)


def test_helper_called_with_many_models():
    names = ["Wish", "Line", "Badge", "Note", "Address", "Payment", "Tag", "Product", "Invoice", "Order"]
    calls = "\n".join(f"            drop({name}.objects.all())" for name in names)
    found = accesses_of(f"""
        def drop(things):
            things.update(pk=1)

        def all():
{calls}
    """)
    written = {access.table: access.certainty for access in found if access.action == "update"}
    assert len(written) == len(names)
    assert set(written.values()) == {"inferred"}


def test_spread_of_so_many_that_nobody_knows():
    check("""
        def forget(*wishes, **options):
            for wish in wishes:
                wish.delete(**options)  # delete shop_wish
            wishes[1].delete()  # delete shop_wish

        def forget_first(wish, *others):
            wish.delete()  # delete shop_wish

        def tidy():
            forget(*Wish.objects.all())  # read shop_wish
            forget_first(*Wish.objects.all())  # read shop_wish
            forget_first(*(wish for wish in Wish.objects.all()))  # read shop_wish
    """)


def test_a_row_that_is_left_out():
    check("""
    def prepare(wish: Wish | None = None):
        if not wish:
            wish = Wish()
        return wish

    def either(wish: Wish = None):
        return wish or Wish()

    def make(stored):
        made = prepare()
        made.save()  # insert shop_wish
        other = either()
        other.save()  # insert shop_wish

    def change(wish: Wish):
        given = prepare(wish)
        given.save()  # insert shop_wish, update shop_wish
    """)


def test_what_a_query_joins_comes_back_from_a_function_that_many_call():
    callers = "".join(
        f"""
        class Kind{number}: pass

        def call_{number}():
            narrowed(Wish.objects, Kind{number}())
        """
        for number in range(10)
    )
    check(f"""{callers}
        def narrowed(rows, kind):
            kind.seen = rows
            return rows.filter(text="a")  # read shop_wish

        class Other: pass

        def show():
            rows = Wish.objects.select_related("product")  # read shop_wish, shop_product
            for row in narrowed(rows, Other()):  # read shop_wish, shop_product
                print(row.product)
    """)
