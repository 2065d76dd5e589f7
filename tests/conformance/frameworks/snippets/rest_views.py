"""Views of Django REST framework: the actions that they really expose."""

from django.contrib.auth.models import User
from rest_framework import generics, mixins, serializers, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

from billing.models import Invoice
from catalog.models import Color
from orders.models import Favorite, Line, Order


class _OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["id", "user", "number"]


class _ColorSerializer(serializers.ModelSerializer):
    class Meta:
        model = Color
        fields = ["id", "name"]


class _LineSerializer(serializers.ModelSerializer):
    class Meta:
        model = Line
        fields = ["id", "amount"]


# read auth_user, billing_doc, billing_invoice, billing_rushorder, orders_order; insert orders_order; update orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
class OrderViews(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = _OrderSerializer


class _BilledSerializer(serializers.ModelSerializer):
    username = serializers.CharField(source="order.user.username", read_only=True)
    lines = serializers.SerializerMethodField()

    class Meta:
        model = Invoice
        fields = ["id", "amount", "order", "username", "lines"]

    def get_lines(self, invoice):
        return Line.objects.filter(order=invoice.order_id).count()


# read auth_user, billing_invoice, orders_line, orders_order; update billing_invoice
class InvoiceViews(viewsets.ModelViewSet):
    queryset = Invoice.objects.all()
    serializer_class = _BilledSerializer
    http_method_names = ["get", "patch"]


class OrderReadings(viewsets.ReadOnlyModelViewSet):  # read auth_user, orders_order
    queryset = Order.objects.select_related("user")
    serializer_class = _OrderSerializer


# read catalog_color; update catalog_product; delete catalog_color
class ColorViews(mixins.CreateModelMixin, mixins.DestroyModelMixin, viewsets.GenericViewSet):
    queryset = Color.objects.all()
    serializer_class = _ColorSerializer

    def perform_create(self, serializer):
        serializer.save()  # insert catalog_color
        Favorite.objects.create()  # insert orders_favorite


class LineViews(mixins.UpdateModelMixin, viewsets.GenericViewSet):  # read orders_line, orders_order; update orders_line
    serializer_class = _LineSerializer

    def get_queryset(self):
        return Line.objects.filter(order__user=self.request.user)  # may: read auth_user

    @action(detail=True, methods=["post"])
    def pay(self, request, pk=None):
        line = self.get_object()  # read orders_line, orders_order
        Invoice.objects.create(order=line.order)  # read orders_order; insert billing_invoice
        return Response()


class NarrowViews(viewsets.ModelViewSet):  # read catalog_color
    """Nobody can change anything."""

    queryset = Color.objects.all()
    serializer_class = _ColorSerializer
    http_method_names = ["get"]


class OrderMade(generics.CreateAPIView):  # read auth_user, orders_order; insert orders_order
    serializer_class = _OrderSerializer


class OrderKept(generics.RetrieveUpdateAPIView):  # read orders_order; update orders_order; may: read auth_user
    queryset = Order.objects.all()
    serializer_class = _OrderSerializer


# read billing_doc, billing_invoice, billing_rushorder, orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
class OrderGone(generics.DestroyAPIView):
    queryset = Order.objects.all()


class UserOrders(generics.ListAPIView):  # read orders_order
    serializer_class = _OrderSerializer

    def get_queryset(self):
        return User.objects.get(pk=1).orders.all()  # read auth_user
