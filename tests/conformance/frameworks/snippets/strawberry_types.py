"""strawberry-django: fields and mutations of the library read, save and delete rows by the types that they are annotated with."""

import strawberry
import strawberry_django
from strawberry import auto
from strawberry_django import mutations

from catalog.models import Color, Product
from orders.models import Line, Order


@strawberry_django.type(Color)
class _ColorType:
    id: auto
    name: auto


@strawberry_django.type(Product)
class _ProductType:
    id: auto
    name: auto


@strawberry_django.type(Line)
class _LineType:
    id: auto
    amount: auto


@strawberry_django.type(Order)
class OrderType:  # read catalog_product, orders_line, orders_order_products; open: read orders_order (the rows that are shown)
    id: auto
    number: auto
    lines: list[_LineType]
    products: list[_ProductType]


@strawberry_django.input(Color)
class _ColorInput:
    name: auto


@strawberry_django.partial(Color)
class _ColorChange:
    id: auto
    name: auto


@strawberry_django.partial(Line)
class _LineKey:
    id: auto


@strawberry.type
class Colors:  # read catalog_color
    colors: list[_ColorType] = strawberry_django.field()


@strawberry.type
class ColorAdded:  # read catalog_color; insert catalog_color
    it: _ColorType = mutations.create(_ColorInput)


@strawberry.type
class ColorChanged:  # read catalog_color; update catalog_color
    it: _ColorType = mutations.update(_ColorChange, key_attr="id")


@strawberry.type
class LineRemoved:  # read orders_line; delete orders_line
    it: _LineType = mutations.delete(_LineKey, key_attr="id")


@strawberry.type
class OrderPaid:
    @strawberry_django.mutation
    def it(self, pk: int) -> OrderType:
        order = Order.objects.get(pk=pk)  # read orders_order
        order.total = 0
        order.save()  # update orders_order
        return order
