"""`getattr(Sorting, f"by_{name}")`: the methods that begin like this are the ones that may be meant."""

from tests.support.query_snippets import check


def test_methods_of_a_class():
    check("""
        class Sorting:
            @staticmethod
            def rows_by_text(rows):
                return rows.order_by("text")  # read shop_wish
            @staticmethod
            def rows_by_price(rows):
                return rows.order_by("product__price")  # read shop_wish, shop_product
            @staticmethod
            def other(rows):
                return rows.order_by("text")  # blind
        def sort(request):
            method = getattr(Sorting, f"rows_by_{request.GET['by']}", None)
            return method(Wish.objects.all())  # read shop_wish
        """)


def test_methods_of_self_whose_arguments_have_other_names():
    check("""
        class Base:
            def rows_by_text(self, rows):
                return rows.filter(text="")  # read shop_wish
        class Sorting(Base):
            def sort(self, kind):
                return getattr(self, f"rows_by_{kind}")(Wish.objects.all())  # read shop_wish
        """)


def test_a_name_of_which_hardly_anything_is_known_calls_nothing():
    check("""
        class Sorting:
            @staticmethod
            def by_text(rows):
                return rows.filter(text="")  # blind
        def sort(request):
            return getattr(Sorting, f"{request.GET['by']}_xt")(Wish.objects.all())  # read shop_wish
        """)
