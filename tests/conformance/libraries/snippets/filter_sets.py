"""django-filter: a set of filters reads what its fields look up."""

import django_filters
from django.http import HttpRequest

from shop.models import Item, Sale, Shop


class _ItemFilter(django_filters.FilterSet):
    city = django_filters.CharFilter(field_name="shop__city")
    sold = django_filters.BooleanFilter(method="filter_sold")

    class Meta:
        model = Item
        fields = ["price", "name"]

    def filter_sold(self, queryset, name, value):
        return queryset.filter(pk__in=Sale.objects.values("item"))


class _ShopFilter(django_filters.FilterSet):
    class Meta:
        model = Item
        fields = {"shop__name": ["exact", "icontains"], "shop": ["exact"]}


def simple():
    return list(_ItemFilter({"price": "1"}, queryset=Item.objects.all()).qs)  # read shop_item; may: read shop_shop


def joined():
    return list(_ItemFilter({"city": "Rome"}, queryset=Item.objects.all()).qs)  # read shop_item, shop_shop


def by_method():
    return list(_ItemFilter({"sold": "true"}, queryset=Item.objects.all()).qs)  # read shop_item, shop_sale; may: read shop_shop


def without_queryset():
    return list(_ItemFilter({"price": "1"}).qs)  # read shop_item; may: read shop_shop


def choosing():
    return list(_ShopFilter({"shop": "1"}, queryset=Item.objects.all()).qs)  # read shop_item, shop_shop


def joined_by_meta():
    return list(_ShopFilter({"shop__name": "x"}, queryset=Item.objects.all()).qs)  # read shop_item, shop_shop


def asked(request: HttpRequest):
    shown = _ItemFilter(request.GET, Item.objects.all(), request=request)
    return [item.name for item in shown.qs]  # read shop_item, shop_shop
