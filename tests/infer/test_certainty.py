"""How an access is known: the weakest step decides."""

import pytest

from tests.support.query_snippets import accesses_of, check


def test_proved_by_definitions():
    check(
        """
        def all(wish: Wish, wishes: QuerySet[Wish], kind: type[Line]):
            Wish.objects.update()  # update shop_wish
            wish.delete()  # delete shop_wish
            wish.customer.badge.delete()  # read people_customer, people_badge, delete people_badge
            wishes.first().product.refresh_from_db()  # read shop_wish, shop_product
            kind.objects.update()  # update shop_line
            Wish(text="").save()  # insert shop_wish
    """,
        certainty="proved",
    )


def test_proved_through_local_names():
    check(
        """
        def all():
            wishes = Wish.objects.filter(text="")  # read shop_wish
            for wish in wishes:  # read shop_wish
                other = wish
                other.delete()  # delete shop_wish
    """,
        certainty="proved",
    )


def test_inferred_through_call_sites():
    check("""
        def drop(thing):
            thing.delete()  # delete shop_wish inferred

        def all(wish: Wish):
            drop(wish)
            wish.delete()  # delete shop_wish proved
    """)


def test_inferred_through_results():
    check("""
        def load():
            return Wish.objects.get(pk=1)  # read shop_wish proved

        def all():
            load().delete()  # delete shop_wish inferred
    """)


@pytest.mark.xfail(strict=True, reason="through an attribute of self is still called proved")
def test_inferred_through_attributes():
    check("""
        class Desk:
            def __init__(self):
                self.wish = Wish.objects.get(pk=1)  # read shop_wish proved

            def forget(self):
                self.wish.delete()  # delete shop_wish inferred
    """)


def test_inferred_by_a_convention_of_the_framework():
    check("""
        def show(request):
            request.user.refresh_from_db()  # read people_customer inferred
    """)


def test_proved_by_an_annotation_whatever_callers_say():
    check("""
        def drop(wish: Wish):
            wish.delete()  # delete shop_wish proved

        def all(data):
            drop(data["wish"])
            drop(Wish.objects.first())  # read shop_wish proved
    """)


def test_two_known_candidates():
    check(
        """
        def all(deep: bool):
            thing = Wish.objects.first() if deep else Line.objects.first()  # read shop_wish, shop_line
            thing.delete()  # delete shop_wish, shop_line
    """,
        certainty="proved",
    )


def test_one_of_many_candidates_is_only_possible():
    check(
        """
        MODELS = [Wish, Line, Badge, Note, Address, Payment, Tag, Product, Invoice, Order, Customer]

        def all(number: int):
            # update shop_wish, shop_line, people_badge, people_note, people_address, billing_payment, shop_tag, shop_product, billing_invoice, shop_order, people_customer
            MODELS[number].objects.update(pk=1)
    """,
        certainty="possible",
    )


def test_reason_is_told():
    (deleted,) = accesses_of("""
        def all(wish: Wish):
            wish.delete()
    """)
    assert deleted.because == "wish is an instance of shop.Wish"


def test_loops_are_told():
    once, often = accesses_of("""
        def all(wish: Wish, wishes: list[Wish]):
            wish.delete()
            for each in wishes:
                each.delete()
    """)
    assert not once.in_loop
    assert often.in_loop


def test_lines_of_an_expression():
    (read,) = accesses_of("""
        def all():
            return (
                Wish.objects
                .filter(text="")
                .first()
            )
    """)
    assert (read.line, read.end_line) == (4, 6)


def test_place_is_told():
    inside, outside = accesses_of("""
        class Desk:
            def all(self):
                def inner():
                    Wish.objects.update()

        Line.objects.update()
    """)
    assert inside.function == "desk.views.Desk.all.<locals>.inner"
    assert (outside.function, outside.module, outside.app) == ("desk.views", "desk.views", "desk")


def test_of_what_a_loop_walks_over_every_one_is_read():
    many = ("Order", "Tag", "Badge", "Address", "Line", "Product", "Wish", "Note", "Invoice", "Payment")
    tables = (
        "shop_order inferred, shop_tag inferred, people_badge inferred, people_address inferred, shop_line inferred, "
        "shop_product inferred, shop_wish inferred, people_note inferred, billing_invoice inferred, billing_payment inferred"
    )
    check(f"""
        def dump(queryset):
            return list(queryset)  # read {tables}

        def dump_all():
            tables = {{{", ".join(f'"{each}": {each}.objects' for each in many)}}}
            for name, manager in tables.items():
                dump(manager.all())  # read {tables.replace("inferred", "proved")}

        def pick(name):
            tables = {{{", ".join(f'"{each}": {each}.objects' for each in many)}}}
            tables[name].count()  # read {tables.replace("inferred", "possible")}
    """)
