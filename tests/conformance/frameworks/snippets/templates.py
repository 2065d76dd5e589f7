"""Templates: what they look up in their context is read where they are rendered."""

from django.http import HttpRequest
from django.shortcuts import render
from django.template.loader import get_template, render_to_string
from django.template.response import TemplateResponse
from django.views.generic import DetailView, ListView, TemplateView

from orders.models import Order


def lines(request: HttpRequest, order: Order):
    return render(request, "shown/lines.html", {"order": order})  # read billing_invoice, catalog_product, orders_line


def extended(request: HttpRequest, order: Order):
    context = {"order": order}
    return render(request, "shown/more.html", context)  # read auth_user, orders_order_products


def nested(order: Order):
    # read auth_user, catalog_product, orders_line, orders_order, orders_order_products
    return render_to_string("shown/nested.html", {"order": order})


def loaded(order: Order):
    orders = Order.objects.all()
    return get_template("shown/many.html").render({"orders": orders})  # read auth_user, orders_order


def loaded_along():
    orders = Order.objects.select_related("user")
    return get_template("shown/many.html").render({"orders": orders})  # read auth_user, orders_order


def filtered(request: HttpRequest, order: Order):
    context = {}
    context["order"] = order
    context.update({"facts": {"owner": order.user, "name": "it"}})  # read auth_user
    response = TemplateResponse(request, "shown/grouped.html", context)
    response.render()  # read catalog_product, orders_line, orders_order_products


def silent(request: HttpRequest, order: Order):
    return render(request, "shown/silent.html", {"order": order, "count": 3})


class Listed(ListView):  # read auth_user, orders_order
    model = Order
    template_name = "shown/many.html"
    context_object_name = "orders"


class Detailed(DetailView):  # read billing_invoice, catalog_product, orders_line, orders_order
    model = Order
    template_name = "shown/lines.html"


class ByName(DetailView):  # read auth_user, orders_line, orders_order
    model = Order


class Added(DetailView):  # read auth_user, orders_order
    queryset = Order.objects.all()
    template_name = "shown/many.html"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["orders"] = Order.objects.filter(user=self.object.user_id)
        return context


class Given(TemplateView):  # read auth_user, catalog_product, orders_line, orders_order, orders_order_products
    template_name = "shown/nested.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(order=Order.objects.get(pk=1), **kwargs)  # read orders_order
