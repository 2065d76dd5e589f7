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


def test_functions_that_filters_name():
    check("""
        import django_filters
        from shop.models import Wish
        class ChoiceFilter(django_filters.CharFilter):
            def __init__(self, input_class, *args, **kwargs):
                super().__init__(*args, **kwargs)
        def filter_text(qs, _, value):
            return qs.filter(text=value)  # read shop_wish inferred
        def _by_price(qs, value):
            return qs.filter(product__price=value)  # read shop_wish, shop_product
        def filter_price(qs, _, value):
            return _by_price(qs, value)
        def filter_nothing(qs, _, value):
            return qs.exclude(text=value)  # blind
        class WishFilter(django_filters.FilterSet):
            text = django_filters.CharFilter(method=filter_text)
            price = ChoiceFilter(input_class=str, method=filter_price)
            class Meta:
                model = Wish
        """)


def test_methods_that_filters_name():
    check("""
        import django_filters
        class BaseFilter(django_filters.FilterSet):
            pass
        class WishFilter(BaseFilter):
            text = django_filters.CharFilter(method="by_text")
            price = django_filters.CharFilter(method="by_price")
            class Meta:
                model = Wish
            @staticmethod
            def by_text(rows, _, value):
                return rows.filter(text=value)  # read shop_wish
            def by_price(self, rows, _, value):
                return rows.filter(product__price=value)  # read shop_wish, shop_product
        """)


def test_closure_that_a_factory_makes_for_a_filter():
    check("""
        import django_filters
        def by(field):
            def inner(qs, _, value):
                return qs.filter(**{field: value})  # read shop_wish
            return inner
        class WishFilter(django_filters.FilterSet):
            text = django_filters.CharFilter(method=by("text"))
            class Meta:
                model = Wish
        """)


def test_filter_that_a_base_declares_filters_the_models_of_its_subclasses():
    check("""
        import django_filters
        def filter_free(qs, _, value):
            return qs.filter(product__price=0)  # read shop_wish, shop_line, shop_product
        class FreeFilter(django_filters.FilterSet):
            free = django_filters.BooleanFilter(method=filter_free)
        class WishFilter(FreeFilter):
            class Meta:
                model = Wish
        class LineFilter(FreeFilter):
            class Meta:
                model = Line
        """)


def test_filter_of_a_class_that_is_no_filter_set_calls_nothing():
    check("""
        import django_filters
        def filter_text(qs, _, value):
            return qs.filter(text=value)  # blind
        class WishFilter:
            text = django_filters.CharFilter(method=filter_text)
            class Meta:
                model = Wish
        """)


def test_own_filter_of_a_class_of_filters():
    check("""
        import django_filters
        class RelatedFilter(django_filters.Filter):
            def filter(self, qs, value):
                return qs.filter(product__name=value)  # read shop_wish, shop_product
        class Unused(django_filters.Filter):
            def filter(self, qs, value):
                return qs.exclude(text=value)  # blind
        class WishFilter(django_filters.FilterSet):
            product = RelatedFilter(field_name="product")
            class Meta:
                model = Wish
        """)
