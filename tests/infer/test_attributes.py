"""Attributes are what the code stores in them."""

import pytest

from tests.support.query_snippets import check


def test_stored_in_init():
    check("""
        class Desk:
            def __init__(self, wish, kind=Line):
                self.wish = wish
                self.kind = kind
                self.wishes = Wish.objects.filter(text="")  # read shop_wish

            def forget(self):
                self.wish.delete()  # delete shop_wish
                self.kind.objects.update()  # update shop_line
                self.wishes.delete()  # delete shop_wish

        def all(wish: Wish):
            Desk(wish).forget()
            desk = Desk(wish)
            desk.wish.delete()  # delete shop_wish
    """)


def test_stored_by_another_method():
    check("""
        class Desk:
            wish = None

            def load(self):
                self.wish = Wish.objects.get(pk=1)  # read shop_wish

            def forget(self):
                if self.wish is not None:
                    self.wish.delete()  # delete shop_wish
    """)


def test_stored_from_outside():
    check("""
        class Desk:
            pass

        def all(wish: Wish):
            desk = Desk()
            desk.wish = wish
            forget(desk)

        def forget(desk):
            desk.wish.delete()  # delete shop_wish
    """)


def test_stored_by_setattr():
    check("""
        class Desk:
            def __init__(self, wish: Wish):
                setattr(self, "wish", wish)

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """)


def test_what_was_stored_last():
    check("""
        class Desk:
            def work(self):
                self.thing = Wish.objects.get(pk=1)  # read shop_wish
                self.thing.delete()  # delete shop_wish
                self.thing = Line.objects.get(pk=1)  # read shop_line
                self.thing.delete()  # delete shop_line
    """)


def test_chain_of_attributes():
    check("""
        class Desk:
            def __init__(self, wish: Wish):
                self.wish = wish

        class Office:
            def __init__(self, desk: Desk):
                self.desk = desk

            def forget(self):
                self.desk.wish.delete()  # delete shop_wish

        def all(office: Office):
            office.desk.wish.customer.badge.delete()  # read people_customer, people_badge, delete people_badge
    """)


def test_row_kept_on_a_row():
    check("""
        def forget(order: Order):
            order.newest = order.lines.last()  # read shop_line
            later(order)

        def later(order):
            order.newest.delete()  # delete shop_line
    """)


def test_annotation_of_a_query():
    check("""
        def show():
            for order in Order.objects.annotate(number=Count("lines")):  # read shop_order, shop_line
                order.number.count(1)
    """)


def test_prefetched_to_an_attribute():
    check("""
        def forget():
            wished = Prefetch("wishes", queryset=Wish.objects.all(), to_attr="hopes")  # read shop_wish
            for customer in Customer.objects.prefetch_related(wished):  # read people_customer, shop_wish
                for hope in customer.hopes:
                    hope.delete()  # delete shop_wish
    """)


def test_property():
    check("""
        class Desk:
            @property
            def wish(self):
                return Wish.objects.get(pk=1)  # read shop_wish

            @property
            def wishes(self):
                return Wish.objects.all()  # read shop_wish

            def forget(self):
                self.wish.delete()  # delete shop_wish
                self.wishes.delete()  # delete shop_wish

        def all():
            Desk().wish.delete()  # delete shop_wish
    """)


def test_property_of_a_model():
    check("""
        def mail(order: Order):
            order.buyer.badge.delete()  # read people_badge, delete people_badge
    """)


def test_cached_property():
    check("""
        from django.utils.functional import cached_property as cached

        class Desk:
            @cached_property
            def wish(self):
                return Wish.objects.get(pk=1)  # read shop_wish

            @cached
            def line(self):
                return Line.objects.get(pk=1)  # read shop_line

            def forget(self):
                self.wish.delete()  # delete shop_wish
                self.line.delete()  # delete shop_line
    """)


@pytest.mark.xfail(strict=True, reason="setter of a property")
def test_setter():
    check("""
        class Desk:
            @property
            def wish(self):
                return self._wish

            @wish.setter
            def wish(self, value):
                value.refresh_from_db()  # read shop_wish
                self._wish = value

            def forget(self):
                self.wish.delete()  # delete shop_wish

        def all(wish: Wish):
            desk = Desk()
            desk.wish = wish
            desk.forget()
    """)


def test_property_made_by_hand():
    check("""
        class Desk:
            def get_wish(self):
                return Wish.objects.get(pk=1)  # read shop_wish

            wish = property(get_wish)

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """)


def test_getattr():
    check("""
        def forget(order: Order):
            getattr(order, "lines").update()  # update shop_line
            getattr(order.customer, "badge", None).delete()  # read people_customer, people_badge, delete people_badge
            name = "lines"
            getattr(order, name).update()  # update shop_line
            getattr(order, "settle")()
            getattr(Wish.objects, "filter")(text="").delete()  # delete shop_wish
    """)


def test_getattr_with_a_name_from_callers():
    check("""
        def related(order, name):
            return getattr(order, name)

        def forget(order: Order):
            related(order, "lines").update()  # update shop_line
            related(order, "invoices").update()  # update billing_invoice
    """)


def test_getattr_with_the_names_in_a_list_of_the_module():
    check("""
        NAMES = ["order", "addresse", "wishe", "group", "user_permission"]

        def rows(customer: Customer):
            # read shop_order, people_address, shop_wish, auth_group, people_customer_groups, auth_permission, people_customer_user_permissions, django_content_type
            return [row for name in NAMES for row in getattr(customer, f"{name}s").all()]
    """)


def test_gives_up_on_getattr_with_an_unknown_name():
    check("""
        def forget(order: Order, name: str):
            getattr(order, name).filter(pk=1).update(total=1)  # blind
            getattr(order, name)()
            getattr(Wish.objects, name)()  # blind
            kept = getattr(Wish.objects, name)
    """)


@pytest.mark.xfail(strict=True, reason="operator.attrgetter")
def test_attrgetter():
    check("""
        def forget(line: Line):
            operator.attrgetter("order")(line).settle()  # read shop_order
    """)


@pytest.mark.xfail(strict=True, reason="__get__ of a class attribute's class")
def test_descriptor():
    check("""
        class Lazy:
            def __get__(self, instance, owner):
                return Wish.objects.get(pk=1)  # read shop_wish

        class Desk:
            wish = Lazy()

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """)


def test_getattribute_of_a_wrapper():
    check("""
        class Wrapper:
            def __init__(self, wish: Wish):
                self._wish = wish

            def __getattr__(self, name):
                return getattr(self._wish, name)

        def forget(wish: Wish):
            Wrapper(wish).delete()  # blind
    """)


def test_slots_and_class_level_none():
    check("""
        class Desk:
            __slots__ = ("wish",)

            def __init__(self):
                self.wish = None

            def fill(self, wish: Wish):
                self.wish = wish

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """)


def test_two_classes_do_not_mix():
    check("""
        class WishDesk:
            def __init__(self, thing: Wish):
                self.thing = thing

            def forget(self):
                self.thing.delete()  # delete shop_wish

        class LineDesk:
            def __init__(self, thing: Line):
                self.thing = thing

            def forget(self):
                self.thing.delete()  # delete shop_line
    """)


def test_keeps_apart_what_is_kept_per_instance_only_as_far_as_classes_differ():
    check("""
        class Desk:
            def __init__(self, thing):
                self.thing = thing

            def forget(self):
                self.thing.delete()  # delete shop_wish, shop_line

        def all(wish: Wish, line: Line):
            Desk(wish).forget()
            Desk(line).forget()
    """)


def test_same_name_on_something_else():
    check("""
        class Draft:
            def __init__(self):
                self.order = {}
                self.wishes = set()

            def work(self):
                self.order.update(paid=True)
                self.wishes.add(1)
                self.wishes.clear()
                self.order.get("a")
    """)
