"""Serializers of Django REST framework."""

from django.contrib.auth.models import User
from rest_framework import serializers

from billing.models import Invoice
from orders.models import Line, Order


class _OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["user", "number", "products"]


class _LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["product", "amount"]


class _NestedSerializer(serializers.ModelSerializer):
    lines = _LineSerializer(many=True)
    username = serializers.CharField(source="user.username", read_only=True)

    class Meta:
        model = Order
        fields = ["user", "number", "lines", "username"]

    def create(self, validated_data):
        lines = validated_data.pop("lines")
        order = Order.objects.create(**validated_data)
        for line in lines:
            Line.objects.create(order=order, **line)
        return order


class _PlainSerializer(serializers.Serializer):
    user = serializers.PrimaryKeyRelatedField(queryset=User.objects.all())
    amount = serializers.IntegerField()

    def create(self, validated_data):
        order = Order.objects.create(user=validated_data["user"], number="N7")
        return Invoice.objects.create(order=order, amount=validated_data["amount"])


class _CountingSerializer(serializers.ModelSerializer):
    bills = serializers.SerializerMethodField()

    class Meta:
        model = Order
        fields = ["number", "bills"]

    def get_bills(self, order):
        return order.invoice_set.count()


class _SlugSerializer(serializers.ModelSerializer):
    first = serializers.SlugRelatedField("name", source="product", read_only=True)

    class Meta:
        model = Line
        fields = ["first", "amount"]


class _DeepSerializer(serializers.ModelSerializer):
    class Meta:
        model = Invoice
        fields = ["order", "amount"]
        depth = 1


class _WholeSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = "__all__"


class _KeySerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["order", "product"]


def created():
    serializer = _OrderSerializer(data={"user": 1, "number": "N8", "products": [1]})
    serializer.is_valid(raise_exception=True)  # read auth_user, catalog_product, orders_order
    # read catalog_product, orders_order_products; insert orders_order, orders_order_products; may: delete orders_order_products
    serializer.save()


def changed(order: Order):
    serializer = _OrderSerializer(order, data={"user": 1, "number": "N8", "products": [1]})
    serializer.is_valid(raise_exception=True)  # read auth_user, catalog_product, orders_order
    # read catalog_product, orders_order_products; update orders_order; may: insert orders_order, orders_order_products; may: delete orders_order_products
    serializer.save()


def changed_in_part(order: Order):
    serializer = _OrderSerializer(order, data={"number": "N8"}, partial=True)
    if serializer.is_valid():  # read orders_order; may: read auth_user, catalog_product
        # update orders_order; may: read orders_order_products; may: insert orders_order, orders_order_products; may: delete orders_order_products
        serializer.save()


def nested():
    data = {"user": 1, "number": "N8", "lines": [{"product": 1, "amount": 2}]}
    serializer = _NestedSerializer(data=data)
    serializer.is_valid(raise_exception=True)  # read auth_user, catalog_product, orders_order
    serializer.save()  # insert orders_line, orders_order


def plain():
    serializer = _PlainSerializer(data={"user": 1, "amount": 3})
    serializer.is_valid(raise_exception=True)  # read auth_user
    serializer.save()  # insert billing_invoice, orders_order


def several():
    serializer = _LineSerializer(data=[{"product": 1, "amount": 2}], many=True)
    serializer.is_valid(raise_exception=True)  # read catalog_product


def shown(order: Order):
    return _OrderSerializer(order).data  # read catalog_product, orders_order_products


def shown_nested(order: Order):
    return _NestedSerializer(order).data  # read auth_user, orders_line


def shown_by_method(order: Order):
    return _CountingSerializer(order).data  # read billing_invoice


def shown_many():
    # read catalog_product, orders_order, orders_order_products
    return _OrderSerializer(Order.objects.all(), many=True).data


def shown_slug(line: Line):
    return _SlugSerializer(line).data  # read catalog_product


def shown_deep(invoice: Invoice):
    return _DeepSerializer(invoice).data  # read catalog_product, orders_order, orders_order_products


def shown_whole(order: Order):
    return _WholeSerializer(order).data  # read catalog_product, orders_order_products


def shown_keys(line: Line):
    return _KeySerializer(line).data
