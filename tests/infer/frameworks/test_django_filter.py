"""django-filter: the queryset that a method of a filter set is handed."""

from tests.support.query_snippets import check


def test_queryset_of_the_model():
    check("""
        import django_filters
        from shop.models import Wish
        class WishFilter(django_filters.FilterSet):
            class Meta:
                model = Wish
            def keep(self, queryset, name, value):
                queryset.update(text="")  # update shop_wish
        """)


def test_a_class_of_the_project_with_the_same_name_promises_nothing():
    check("""
        from shop.models import Wish
        class FilterSet:
            class Meta:
                model = Wish
        class WishFilter(FilterSet):
            def keep(self, queryset, name, value):
                queryset.bulk_update([], [])  # blind
        """)


def test_filter_of_a_base_is_handed_the_querysets_of_its_subclasses():
    check("""
        import django_filters

        class BaseFilter(django_filters.FilterSet):
            def filter_free(self, queryset, name, value):
                return queryset.filter(product__price=0)  # read shop_wish, shop_line, shop_product

        class WishFilter(BaseFilter):
            class Meta:
                model = Wish

        class LineFilter(BaseFilter):
            class Meta:
                model = Line
    """)
