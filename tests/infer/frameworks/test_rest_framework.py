"""Django REST framework, whose source is not at hand here."""

from tests.support.query_snippets import check


def test_view_set():
    check("""
        from rest_framework import viewsets
        from rest_framework.decorators import action
        from rest_framework.response import Response

        class WishViewSet(viewsets.ModelViewSet):  # read shop_wish, delete shop_wish
            queryset = Wish.objects.all()  # read shop_wish

            @action(detail=True)
            def forget(self, request, pk=None):
                request.user.badge.delete()  # read people_customer, people_badge, delete people_badge
                request.data.get("a")
    """)


def test_object_of_a_view_set():
    check("""
        from rest_framework import viewsets

        class WishViewSet(viewsets.ModelViewSet):  # read shop_wish, delete shop_wish
            queryset = Wish.objects.all()  # read shop_wish

            def forget(self, request, pk=None):
                wish = self.get_object()  # read shop_wish
                wish.delete()  # delete shop_wish
                self.filter_queryset(self.get_queryset()).update()  # update shop_wish
    """)


def test_api_view():
    check("""
        from rest_framework.decorators import api_view
        from rest_framework.views import APIView

        class WishView(APIView):
            def post(self, request, pk):
                Wish.objects.filter(pk=pk).delete()  # delete shop_wish
                self.request.user.wishes.update()  # read people_customer, update shop_wish

        @api_view(["POST"])
        def forget(request, pk):
            get_object_or_404(Wish, pk=pk).delete()  # read shop_wish, delete shop_wish
            request.user.wishes.update()  # read people_customer, update shop_wish
    """)


def test_serializer():
    check("""
        from rest_framework import serializers

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

            def validate(self, data):
                if self.instance:
                    self.instance.product.refresh_from_db()  # read shop_product
                data.get("a")
                return data

            def get_buyer(self, wish):
                return wish.customer.email  # read people_customer

            def update(self, instance, validated_data):
                instance.delete()  # delete shop_wish
                return instance
    """)


def test_saving_writes():
    check("""
        from rest_framework import serializers

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

        def save(request):
            serializer = WishSerializer(data=request.data)
            serializer.is_valid(raise_exception=True)
            serializer.save()  # insert shop_wish
    """)


def test_row_that_perform_create_makes():
    check("""
        from rest_framework import generics, serializers

        class WishSerializer(serializers.ModelSerializer):
            class Meta:
                model = Wish
                fields = ["text"]

        class WishView(generics.CreateAPIView):
            serializer_class = WishSerializer

            def perform_create(self, serializer):
                wish = serializer.save(customer=self.request.user)  # insert shop_wish, read people_customer
                wish.delete()  # delete shop_wish
    """)


def test_serializer_without_a_model():
    check("""
        from rest_framework import serializers

        class TextSerializer(serializers.Serializer):
            text = serializers.CharField()

        def save(request):
            serializer = TextSerializer(data=request.data)
            serializer.is_valid(raise_exception=True)
            serializer.validated_data.get("text")
            serializer.data.get("text")
            serializer.errors.get("text")
    """)


def test_methods_of_a_view_set():
    check("""
        from rest_framework import serializers, viewsets

        class WishSerializer(serializers.HyperlinkedModelSerializer):
            class Meta:
                model = Wish

        class WishViewSet(viewsets.ModelViewSet):  # read shop_wish, people_customer, shop_product, insert shop_wish
            serializer_class = WishSerializer
            queryset = Wish.objects.none()

            def get_queryset(self):
                return self.request.user.wishes.all()  # read people_customer, shop_wish

            def filter_queryset(self, queryset):
                return queryset.filter(product__name="")  # read shop_wish, shop_product

            def perform_update(self, serializer):
                serializer.instance.product.refresh_from_db()  # read shop_product

            @transaction.atomic()
            def perform_destroy(self, instance):
                instance.delete()  # delete shop_wish inferred
    """)


def test_view_set_of_our_own_promises_nothing():
    check("""
        class ModelViewSet:
            queryset = Wish.objects.all()  # read shop_wish

            def perform_destroy(self, instance):
                instance.delete()  # blind
    """)


def test_filters_and_the_paginator_of_a_view():
    check("""
        from rest_framework import filters, generics, pagination

        class Open(filters.BaseFilterBackend):
            def filter_queryset(self, request, queryset, view):
                view.get_base().first()  # read shop_wish
                return queryset.filter(text="")  # read shop_wish

        class Pages(pagination.BasePagination):
            def paginate_queryset(self, queryset, request, view=None):
                self.total = queryset.count()  # read shop_wish
                return queryset[:20]

        class Wishes(generics.GenericAPIView):
            filter_backends = [Open]
            pagination_class = Pages

            def get_base(self):
                return Wish.objects.all()  # read shop_wish

            def get(self, request):
                wishes = self.filter_queryset(self.get_base())
                return self.paginate_queryset(wishes)
    """)
