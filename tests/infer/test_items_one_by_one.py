"""Loops over dicts with known keys that store each value under its name."""

import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize("store", ["setattr(self, name, value)", "self.__dict__[name] = value"])
def test_each_value_is_stored_under_its_name(store):
    check(f"""
        class Desk:
            def __init__(self, title=None, **options):
                for name, value in options.items():
                    {store}

            def work(self):
                self.model.objects.count()  # read shop_wish
                self.other.objects.count()  # read shop_tag
                self.rows.delete()  # delete shop_line

        def open_desk():
            desk = Desk("a", model=Wish, other=Tag, rows=Line.objects.all())  # read shop_line
            desk.work()
    """)


def test_loops_that_store_under_another_name_see_all_values_at_once():
    check("""
        class Desk:
            def __init__(self, **options):
                for name, value in options.items():
                    self.model = value

            def work(self):
                self.model.objects.count()  # read shop_wish, shop_tag

        def open_desk():
            Desk(model=Wish, other=Tag).work()
    """)
