"""Class-based generic views: what a request does that reaches them."""

from django import forms
from django.contrib.auth.models import User
from django.views.generic import CreateView, DeleteView, DetailView, FormView, ListView, TemplateView, UpdateView

from billing.models import Invoice
from catalog.models import Product
from orders.models import Favorite, Order


class _OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["user", "number", "products"]


class OrderList(ListView):  # read orders_order
    model = Order
    template_name = "objects.html"


class PaidOrders(ListView):  # read auth_user, orders_order
    template_name = "objects.html"
    paginate_by = 10

    def get_queryset(self):
        return Order.objects.filter(user__username="user1")


class OrderShown(DetailView):  # read auth_user, orders_order
    queryset = Order.objects.select_related("user")
    template_name = "object.html"


class OrderAdded(CreateView):  # read auth_user, orders_order; insert orders_order
    model = Order
    fields = ["user", "number"]
    success_url = "/"
    template_name = "form.html"


# read auth_user, catalog_product, orders_order, orders_order_products; insert orders_order, orders_order_products; may: delete orders_order_products
class OrderAddedByForm(CreateView):
    form_class = _OrderForm
    success_url = "/"
    template_name = "form.html"


class OrderChanged(UpdateView):  # read orders_order; update orders_order
    model = Order
    fields = ["number"]
    success_url = "/"
    template_name = "form.html"


class OrderBilled(UpdateView):  # read auth_user, catalog_product, orders_order, orders_order_products
    model = Order
    form_class = _OrderForm
    success_url = "/"
    template_name = "form.html"

    def form_valid(self, form):
        Invoice.objects.create(order=self.object)  # insert billing_invoice
        # read catalog_product, orders_order_products; update orders_order; may: insert orders_order_products; may: delete orders_order_products
        return super().form_valid(form)


# read billing_doc, billing_invoice, billing_rushorder, orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
class OrderRemoved(DeleteView):
    model = Order
    success_url = "/"
    template_name = "form.html"


class FavoriteRemoved(DeleteView):  # read orders_favorite
    model = Favorite
    success_url = "/"
    template_name = "form.html"

    def form_valid(self, form):
        Invoice.objects.count()  # read billing_invoice
        return super().form_valid(form)  # delete orders_favorite


class _UserForm(forms.Form):
    user = forms.ModelChoiceField(User.objects.all())


class Asked(FormView):  # read auth_user
    form_class = _UserForm
    success_url = "/"
    template_name = "form.html"

    def form_valid(self, form):
        Order.objects.filter(user=form.cleaned_data["user"]).update(total=1)  # update orders_order
        return super().form_valid(form)


class Start(TemplateView):
    template_name = "object.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(object=Product.objects.first(), **kwargs)  # read catalog_product
