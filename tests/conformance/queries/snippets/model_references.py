"""All the ways to get hold of a model."""

import importlib

import billing.models
import catalog.models as goods
from django.apps import apps
from django.apps import apps as registry
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.module_loading import import_string

from billing.models import AuditedEntry, Invoice
from catalog.models import Product
from people import models as people_models
from shop.models import Line as OrderLine
from shop.models import Order

Person = get_user_model()
MODELS = {"order": Order, "invoice": Invoice}


def module_attribute():
    return billing.models.Invoice.objects.count()  # read billing_invoice


def module_alias():
    return goods.Tag.objects.count(), people_models.Badge.objects.count()  # read catalog_tag, people_badge


def name_alias():
    return OrderLine.objects.count()  # read shop_line


def import_inside():
    from shop.models import Coupon

    return Coupon.objects.count()  # read shop_coupon


def assigned_name():
    Model = Order
    return Model.objects.count()  # read shop_order


def get_model():
    return apps.get_model("shop.Order").objects.count()  # read shop_order


def get_model_by_two_names():
    return registry.get_model("shop", "Order").objects.count()  # read shop_order


def get_model_with_keywords():
    return apps.get_model(app_label="billing", model_name="invoice").objects.count()  # read billing_invoice


def get_model_in_a_variable():
    Coupon = apps.get_model("shop", "Coupon")
    coupon = Coupon.objects.get(pk="SPRING")  # read shop_coupon
    coupon.percent = 1
    coupon.save()  # update shop_coupon


def get_model_of_app_config():
    return apps.get_app_config("shop").get_model("Line").objects.count()  # read shop_line


def get_model_of_setting():
    return apps.get_model(settings.AUTH_USER_MODEL).objects.count()  # read people_user


def user_model():
    return get_user_model().objects.filter(username="user1").first().email  # read people_user


def user_model_of_module():
    return list(Person.objects.filter(orders__status="paid"))  # read people_user, shop_order


def user_model_private_manager():
    return get_user_model()._default_manager.count()  # read people_user


def meta_model(order: Order):
    return order._meta.model.objects.count(), Order._meta.model._default_manager.count()  # read shop_order


def meta_default_manager():
    return Order._meta.default_manager.count(), Order._meta.base_manager.count()  # read shop_order


def meta_concrete_model():
    return AuditedEntry._meta.concrete_model.objects.count()  # read billing_entry


def meta_of_proxy():
    return AuditedEntry._meta.proxy_for_model.objects.count()  # read billing_entry


def related_model_of_field():
    return Order._meta.get_field("customer").related_model.objects.count()  # read people_user


def remote_field_model():
    return Invoice._meta.get_field("order").remote_field.model.objects.count()  # read shop_order


def field_of_descriptor():
    return Order.customer.field.related_model.objects.count()  # read people_user


def class_of_row(order: Order):
    return order.__class__.objects.count()  # read shop_order


def type_of_row(order: Order):
    return type(order).objects.filter(customer=order.customer_id).count()  # read shop_order


def type_of_self(order: Order):
    return order.twin()  # read shop_order


def model_of_queryset():
    orders = Order.objects.filter(status="paid")
    return orders.model.objects.count()  # read shop_order


def model_of_manager():
    return Order.objects.model.objects.count()  # read shop_order


def model_of_related_manager(order: Order):
    return order.lines.model.objects.count()  # read shop_line


def constructed_by_type(order: Order):
    type(order)(customer_id=1).save()  # insert shop_order


def constructed_by_meta(order: Order):
    order._meta.model(customer_id=1).save()  # insert shop_order


def model_in_a_dict():
    return MODELS["order"].objects.count()  # read shop_order


def models_of_a_dict():
    return [model.objects.count() for model in MODELS.values()]  # read billing_invoice, shop_order


def items_of_a_dict():
    return {name: model.objects.count() for name, model in MODELS.items()}  # read billing_invoice, shop_order


def model_by_get():
    return MODELS.get("invoice").objects.count()  # read billing_invoice


def models_in_a_loop():
    for model in (Order, Product):
        model.objects.update(**({"total": 0} if model is Order else {"price": 0}))  # update catalog_product, shop_order


def models_with_arguments():
    for model, name in ((Order, "status"), (Product, "name")):
        print(list(model.objects.values_list(name, flat=True)))  # read catalog_product, shop_order


def model_as_argument():
    def how_many(model):
        return model.objects.count()  # read catalog_product, shop_order

    return how_many(Order) + how_many(Product)


def model_as_annotated_argument(model: type[Order]):
    return model.objects.count()  # read shop_order


def model_with_default():
    def how_many(model=Order):
        return model.objects.count()  # read shop_order

    return how_many()


def model_of_class_attribute():
    class Counter:
        model = Order

        def count(self):
            return self.model.objects.count()  # read shop_order

    return Counter().count()


def model_of_inherited_class_attribute():
    class Counter:
        model = None

        def count(self):
            return self.model._default_manager.count()  # read catalog_product, shop_order

    class OrderCounter(Counter):
        model = Order

    class ProductCounter(Counter):
        model = Product

    return OrderCounter().count() + ProductCounter().count()


def model_of_instance_attribute():
    class Counter:
        def __init__(self, model):
            self.model = model

        def count(self):
            return self.model.objects.count()  # read shop_order

    return Counter(Order).count()


def model_by_import_string():
    return import_string("shop.models.Order").objects.count()  # read shop_order


def model_by_import_module():
    return importlib.import_module("shop.models").Order.objects.count()  # read shop_order


def model_by_getattr():
    return getattr(billing.models, "Invoice").objects.count()  # read billing_invoice


def all_models_of_an_app():
    # Whatever the app has: no table is named here.
    # blind: read billing_invoice, billing_payment, old_receipts, billing_refund, billing_claim, billing_entry
    return [model.objects.count() for model in apps.get_app_config("billing").get_models()]


def conditional_model(cheap: bool):
    model = Order if cheap else Product
    return model.objects.count()  # read shop_order; may: read catalog_product


def exceptions_are_no_query():
    return Order.DoesNotExist, Order.MultipleObjectsReturned, Order._meta.label, Order._meta.db_table


def fields_are_no_query():
    return [field.name for field in Order._meta.get_fields()], Order._meta.pk.name, Order.status.field.max_length
