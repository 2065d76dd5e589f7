"""Views of Django REST framework that can be asked for a part of their rows."""

import django_filters
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import filters, serializers, viewsets

from shop.models import Item


class _ItemSerializer(serializers.ModelSerializer):
    class Meta:
        model = Item
        fields = ["id", "name"]


class _ItemFilter(django_filters.FilterSet):
    city = django_filters.CharFilter(field_name="shop__city")

    class Meta:
        model = Item
        fields = ["price"]


class ByFields(viewsets.ReadOnlyModelViewSet):  # read shop_item, shop_shop
    queryset = Item.objects.all()
    serializer_class = _ItemSerializer
    filter_backends = [DjangoFilterBackend]
    filterset_fields = ["price", "shop__city"]


class BySet(viewsets.ReadOnlyModelViewSet):  # read shop_item, shop_shop
    queryset = Item.objects.all()
    serializer_class = _ItemSerializer
    filter_backends = [DjangoFilterBackend]
    filterset_class = _ItemFilter


class Searched(viewsets.ReadOnlyModelViewSet):  # read shop_item, shop_shop
    queryset = Item.objects.all()
    serializer_class = _ItemSerializer
    filter_backends = [filters.SearchFilter, filters.OrderingFilter]
    search_fields = ["^name", "shop__city"]
    ordering_fields = ["price"]
