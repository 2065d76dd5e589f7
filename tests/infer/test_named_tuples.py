"""Rows in named tuples: taken apart by position, by index, by name and in loops."""

from tests.support.query_snippets import check


def test_by_position_and_by_index():
    check("""
        from typing import NamedTuple

        class Sold(NamedTuple):
            wish: Wish
            number: int

            def total(self): return self.number

        def forget(sold: Sold):
            wish, _ = sold
            wish.delete()  # delete shop_wish
            sold[0].delete()  # delete shop_wish
            first, *rest = sold
            first.delete()  # delete shop_wish
            for part in sold:
                part.delete()  # delete shop_wish
            store(*sold)

        def store(wish, number):
            wish.delete()  # delete shop_wish
    """)


def test_made_of_what_it_is_given():
    check("""
        from typing import NamedTuple

        class Sold(NamedTuple):
            wish: object
            number: int = 0

        def made():
            return Sold(Wish.objects.get())  # read shop_wish

        def forget():
            wish, _ = made()
            wish.delete()  # delete shop_wish
    """)


def test_made_by_a_call():
    check("""
        from collections import namedtuple
        from typing import NamedTuple

        Sold = namedtuple("Sold", "wish, number")
        Kept = NamedTuple("Kept", [("order", Order), ("number", int)])

        def sold(wish: Wish):
            return Sold(wish, 1)

        def forget(wish: Wish, order: Order):
            sold(wish).wish.delete()  # delete shop_wish
            which, number = sold(wish)
            which.delete()  # delete shop_wish
            number.delete()
            Kept(number=1, order=order).order.refresh_from_db()  # read shop_order
    """)


def test_made_by_a_call_in_a_class_and_told_apart_by_it():
    check("""
        from collections import namedtuple

        class Desk:
            Forget = namedtuple("Forget", ("wish",))
            Settle = namedtuple("Settle", ("order", "amount"))

            def __init__(self):
                self.todo = []

            def add(self, wish: Wish, order: Order):
                self.todo.append(self.Forget(wish=wish))
                self.todo.append(self.Settle(order, 3))

            def work(self):
                for step in self.todo:
                    if isinstance(step, self.Forget):
                        step.wish.delete()  # delete shop_wish
                    elif isinstance(step, self.Settle):
                        step.order.save(update_fields=["paid"])  # update shop_order
    """)


def test_made_by_a_call_in_a_function():
    check("""
        from collections import namedtuple

        def forget(wish: Wish):
            Sold = namedtuple("Sold", ["wish", "number"])
            Sold(wish, 1).wish.delete()  # delete shop_wish
    """)


def test_one_whose_fields_only_run_time_knows():
    check("""
        from collections import namedtuple

        def made(fields): return namedtuple("Sold", fields)

        def forget(wish: Wish, fields):
            made(fields)(wish, 1).wish.delete()  # blind
    """)
