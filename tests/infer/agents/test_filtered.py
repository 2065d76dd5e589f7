"""django-filter: what a set of filters looks up, and what a view that lists may be asked for."""

from tests.support.query_snippets import check


def test_lookups_of_a_set():
    check("""
        import django_filters

        class WishFilter(django_filters.FilterSet):
            dear = django_filters.NumberFilter(field_name="product__price", lookup_expr="gte")
            mine = django_filters.BooleanFilter(method="filter_mine")

            class Meta:
                model = Wish
                fields = {"text": ["exact"], "customer__username": ["exact", "icontains"]}

            def filter_mine(self, queryset, name, value):
                return queryset.filter(text="")  # read shop_wish

        def shown(request):
            wishes = WishFilter(request.GET, queryset=Wish.objects.all())  # read shop_wish
            return list(wishes.qs)  # read shop_wish, shop_product, people_customer
        """)


def test_rows_that_are_chosen_are_looked_up():
    check("""
        from django_filters import rest_framework as filters

        class WishFilter(filters.FilterSet):
            class Meta:
                model = Wish
                fields = ["customer"]

        def shown(request):
            return list(WishFilter(request.GET).qs)  # read shop_wish, people_customer via filter
        """)


def test_what_a_view_may_be_asked_for():
    check("""
        import django_filters
        from rest_framework import serializers, viewsets

        class WishFilter(django_filters.FilterSet):
            class Meta:
                model = Wish
                fields = ["customer__username"]

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

        class Wishes(viewsets.ReadOnlyModelViewSet):  # read shop_wish, people_customer
            queryset = Wish.objects.all()  # read shop_wish
            serializer_class = WishSerializer
            filterset_class = WishFilter

        class Searched(viewsets.ReadOnlyModelViewSet):  # read shop_wish, shop_product
            queryset = Wish.objects.all()  # read shop_wish
            serializer_class = WishSerializer
            search_fields = ["=product__name"]
            ordering_fields = ["text"]

        class Shown(viewsets.ReadOnlyModelViewSet):  # read shop_wish
            queryset = Wish.objects.all()  # read shop_wish
            serializer_class = WishSerializer
            ordering_fields = "__all__"
        """)


def test_a_class_of_the_project_with_the_same_name():
    check("""
        class FilterSet:
            fields = ["customer__username"]

            def __init__(self, rows):
                self.qs = rows

        def shown():
            return list(FilterSet(Wish.objects.all()).qs)  # read shop_wish
        """)
