"""What goes with a row that is deleted, over the borders of apps."""

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType

from billing.models import Invoice, OrderProxy, RushOrder
from catalog.models import Color, Product
from orders.models import Line, Order


def user(user: User):
    # read billing_doc, billing_invoice, billing_rushorder, orders_order; update auditlog_logentry, catalog_historicaltracked, reversion_revision; delete auth_user, auth_user_groups, auth_user_user_permissions, billing_invoice, billing_payment, django_admin_log, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
    user.delete()


def users():
    # read auth_user, billing_doc, billing_invoice, billing_rushorder, orders_order; update auditlog_logentry, catalog_historicaltracked, reversion_revision; delete auth_user, auth_user_groups, auth_user_user_permissions, billing_invoice, billing_payment, django_admin_log, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
    User.objects.filter(pk=1).delete()


def product(product: Product):
    # read django_content_type; update orders_favorite; delete catalog_product, catalog_tag, orders_line, orders_order_products
    product.delete()


def order(order: Order):
    # read billing_doc, billing_invoice, billing_rushorder, orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
    order.delete()


def child(order: RushOrder):
    # read billing_doc, billing_invoice; delete billing_rushorder, orders_line, orders_order, orders_order_products; may: delete billing_invoice, billing_payment
    order.delete()


def proxy(order: OrderProxy):
    # read billing_doc, billing_invoice, billing_rushorder, orders_order; delete billing_invoice, billing_payment, orders_line, orders_order, orders_order_products; may: delete billing_rushorder
    order.delete()


def invoice(invoice: Invoice):
    invoice.delete()  # delete billing_invoice, billing_payment


def line(line: Line):
    line.delete()  # delete orders_line


def color(color: Color):
    color.delete()  # update catalog_product; delete catalog_color


def group(group: Group):
    group.delete()  # delete auth_group, auth_group_permissions, auth_user_groups


def content_type():
    # read auth_permission, django_content_type; update django_admin_log; delete auditlog_logentry, auth_group_permissions, auth_permission, auth_user_user_permissions, catalog_tag, django_content_type, reversion_version, taggit_taggeditem
    ContentType.objects.filter(model="order").delete()


def order_without_invoices(order: Order):
    for invoice in Invoice.objects.filter(order=order):  # read billing_invoice
        invoice.delete()  # delete billing_invoice, billing_payment
    if order.invoice_set.exists():  # read billing_invoice
        return
    print(order)
    # read billing_doc, billing_invoice, billing_rushorder, orders_order; delete orders_line, orders_order, orders_order_products; may: delete billing_rushorder
    order.delete()
