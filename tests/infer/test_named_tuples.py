"""Rows in named tuples: taken apart by position, by index and in loops."""

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


def test_one_made_by_a_call_is_a_value_that_only_run_time_knows():
    check("""
        from collections import namedtuple

        Sold = namedtuple("Sold", "wish number")

        def forget(wish: Wish):
            Sold(wish, 1).wish.delete()  # blind
    """)
