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
