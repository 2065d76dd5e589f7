"""graphene-django: what a query asks of types is read, mutations of forms and serializers save."""

import graphene
from django import forms
from graphene_django import DjangoListField, DjangoObjectType
from graphene_django.forms.mutation import DjangoModelFormMutation
from graphene_django.rest_framework.mutation import SerializerMutation
from rest_framework import serializers

from catalog.models import Color, Product
from orders.models import Line, Order


class _ProductNode(DjangoObjectType):
    class Meta:
        model = Product
        fields = ("id", "name")


class OrderNode(DjangoObjectType):  # read catalog_product, orders_line, orders_order_products; open: read orders_order (the rows that are shown)
    class Meta:
        model = Order
        fields = ("id", "number", "lines", "user", "products")


class LineNode(DjangoObjectType):  # read orders_order; open: read orders_line (the rows that are shown)
    class Meta:
        model = Line
        fields = ("id", "amount", "order", "product")

    def resolve_product(root, info):
        return Product(pk=1, name="Pen")


class _ColorNode(DjangoObjectType):
    class Meta:
        model = Color
        fields = ("id", "name")


class _ColorForm(forms.ModelForm):
    class Meta:
        model = Color
        fields = ["name"]


class _LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["id", "amount"]


class OrderLines(graphene.ObjectType):  # read orders_line
    """Those that the query asks for."""

    lines = DjangoListField(LineNode)


class OrdersOf(graphene.ObjectType):
    orders = graphene.List(OrderNode)

    def resolve_orders(root, info):
        return list(Order.objects.all())  # read orders_order


class ColorSaved(DjangoModelFormMutation):  # read catalog_color; insert catalog_color; update catalog_color
    class Meta:
        form_class = _ColorForm


class LineSaved(SerializerMutation):  # read orders_line; update orders_line
    class Meta:
        serializer_class = _LineSerializer
        model_operations = ["update"]
        lookup_field = "id"


class OrderPaid(graphene.Mutation):
    class Arguments:
        pk = graphene.Int()

    order = graphene.Field(OrderNode)

    def mutate(root, info, pk):
        order = Order.objects.get(pk=pk)  # read orders_order
        order.total = 0
        order.save()  # update orders_order
        return OrderPaid(order=order)
