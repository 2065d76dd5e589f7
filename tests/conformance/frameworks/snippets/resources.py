"""django-import-export: an import looks for rows and saves them, an export reads them."""

import tablib
from import_export import fields, resources
from import_export.widgets import ForeignKeyWidget

from catalog.models import Color, Product
from orders.models import Line, Order


class _ColorResource(resources.ModelResource):
    class Meta:
        model = Color
        fields = ("id", "name")


class _GoneResource(resources.ModelResource):
    class Meta:
        model = Color
        fields = ("id", "name")

    def for_delete(self, row, instance):
        return row["name"] == "gone"


class _ProductResource(resources.ModelResource):
    color = fields.Field(column_name="color", attribute="color", widget=ForeignKeyWidget(Color, "name"))

    class Meta:
        model = Product
        fields = ("id", "name", "color")


class _OrderResource(resources.ModelResource):
    class Meta:
        model = Order
        fields = ("id", "number", "user", "products")


class _LineResource(resources.ModelResource):
    class Meta:
        model = Line
        fields = ("id", "order__number", "product__color__name")


def imported():
    rows = tablib.Dataset(["1", "green"], ["", "new"], headers=["id", "name"])
    _ColorResource().import_data(rows, dry_run=False)  # read catalog_color; insert catalog_color; update catalog_color


def removed():
    rows = tablib.Dataset(["2", "gone"], headers=["id", "name"])
    _GoneResource().import_data(rows, dry_run=False)  # read catalog_color; update catalog_product; delete catalog_color; may: insert catalog_color; may: update catalog_color


def linked():
    rows = tablib.Dataset(["1", "Pen", "red"], headers=["id", "name", "color"])
    _ProductResource().import_data(rows, dry_run=False)  # read catalog_color, catalog_product; update catalog_product; may: insert catalog_product


def many():
    rows = tablib.Dataset(["1", "N7", "2", "2,3"], headers=["id", "number", "user", "products"])
    # read auth_user, catalog_product, orders_order, orders_order_products; insert orders_order_products; update orders_order; may: insert orders_order; delete orders_order_products
    _OrderResource().import_data(rows, dry_run=False)


def exported():
    return _ColorResource().export()  # read catalog_color


def exported_links():
    return _ProductResource().export()  # read catalog_color, catalog_product


def exported_many():
    return _OrderResource().export()  # read catalog_product, orders_order, orders_order_products


def exported_some():
    # read auth_user, catalog_product, orders_order, orders_order_products
    return _OrderResource().export(Order.objects.filter(user__username="user1"))


def exported_ways():
    return _LineResource().export()  # read catalog_color, catalog_product, orders_line, orders_order
