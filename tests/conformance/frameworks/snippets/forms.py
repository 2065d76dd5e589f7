"""Model forms: what checking, saving and showing them touches."""

from django import forms
from django.contrib.auth.models import User
from django.forms import inlineformset_factory, modelform_factory, modelformset_factory

from billing.models import Invoice, RushOrder
from catalog.models import Product
from orders.models import Line, Order


class _OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["user", "number", "products"]


class _TotalForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["total"]


class _LineForm(forms.ModelForm):
    class Meta:
        model = Line
        fields = ["order", "product", "amount"]


class _ChoiceForm(forms.Form):
    user = forms.ModelChoiceField(User.objects.all())
    products = forms.ModelMultipleChoiceField(queryset=Product.objects.filter(color=None))
    text = forms.CharField(required=False)


class _OwnForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["user", "number"]

    def clean_number(self):
        return self.cleaned_data["number"]

    def save(self, commit=True):
        order = super().save(commit=commit)
        Invoice.objects.create(order=order)
        return order


def created():
    form = _OrderForm({"user": "1", "number": "N8", "products": ["1"]})
    if form.is_valid():  # read auth_user, catalog_product, orders_order
        # read catalog_product, orders_order_products; insert orders_order, orders_order_products; may: delete orders_order_products
        form.save()


def changed(order: Order):
    # read catalog_product, orders_order_products
    form = _OrderForm({"user": "1", "number": "N8", "products": ["1"]}, instance=order)
    if form.is_valid():  # read auth_user, catalog_product, orders_order
        # read catalog_product, orders_order_products; update orders_order; may: insert orders_order, orders_order_products; may: delete orders_order_products
        form.save()


def changed_alone(order: Order):
    form = _TotalForm({"total": "5"}, instance=order)
    assert form.is_valid()
    form.save()  # update orders_order; may: insert orders_order


def not_committed():
    form = _OrderForm({"user": "1", "number": "N8", "products": ["1"]})
    form.is_valid()  # read auth_user, catalog_product, orders_order
    order = form.save(commit=False)
    order.total = 5
    order.save()  # insert orders_order
    # read catalog_product, orders_order_products; insert orders_order_products; may: delete orders_order_products
    form.save_m2m()


def checked_together():
    form = _LineForm({"order": "1", "product": "2", "amount": "1"})
    form.is_valid()  # read catalog_product, orders_line, orders_order


def asked_for_errors():
    form = _OrderForm({"user": "1", "number": "N8"})
    return form.errors  # open: read auth_user, orders_order (mostly asked for again, after is_valid)


def shown():
    return _OrderForm().as_p()  # read auth_user, catalog_product


def shown_as_text():
    return str(_ChoiceForm())  # open: read auth_user, catalog_product (by what text does itself)


def choices_checked():
    form = _ChoiceForm({"user": "1", "products": ["1", "2"]})
    if form.is_valid():  # read auth_user, catalog_product
        return form.cleaned_data["user"].username
    return None


def own_save():
    form = _OwnForm({"user": "1", "number": "N8"})
    if form.is_valid():  # read auth_user, orders_order
        form.save()  # insert billing_invoice, orders_order


def made_by_a_factory(order: Order):
    form = modelform_factory(Order, fields=["total"])({"total": "3"}, instance=order)
    form.is_valid()
    form.save()  # update orders_order; may: insert orders_order


def multi_table():
    form = modelform_factory(RushOrder, fields=["user", "number", "hours"])({"user": "1", "number": "N8", "hours": "1"})
    form.is_valid()  # read auth_user, orders_order
    form.save()  # insert billing_rushorder, orders_order


def formset():
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-user": "1", "form-0-number": "N8"}
    formset = modelformset_factory(Order, fields=["user", "number"])(data, queryset=Order.objects.none())
    if formset.is_valid():  # read auth_user, orders_order
        formset.save()  # insert orders_order; may: update orders_order


def formset_of_rows():
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": "1", "form-0-total": "7"}
    formset = modelformset_factory(Order, fields=["total"], extra=0)(data, queryset=Order.objects.filter(pk=1))
    if formset.is_valid():  # read orders_order
        formset.save()  # update orders_order; may: insert orders_order


def formset_that_deletes():
    data = {
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "1",
        "form-0-id": "1",
        "form-0-amount": "7",
        "form-0-DELETE": "on",
    }
    formset = modelformset_factory(Line, fields=["amount"], extra=0, can_delete=True)(
        data, queryset=Line.objects.filter(pk=1)
    )
    if formset.is_valid():  # read orders_line
        formset.save()  # delete orders_line; may: insert orders_line; may: update orders_line


def inline_formset(order: Order):
    data = {"lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0", "lines-0-product": "2", "lines-0-amount": "7"}
    formset = inlineformset_factory(Order, Line, fields=["product", "amount"])(data, instance=order)
    if formset.is_valid():  # read catalog_product, orders_line
        formset.save()  # insert orders_line; may: update orders_line; may: delete orders_line
