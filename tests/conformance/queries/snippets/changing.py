"""Rows that change without being fetched, or many at once."""

from django.db.models import F, OuterRef, Q, Subquery, Sum, Value
from django.db.models.functions import Concat, Now

from billing.models import Entry, Invoice, Payment
from catalog.models import Bargain, Category, Product, Stock, Tag
from people.models import User
from shop.models import Basket, Line, Order, Wish


def update_all():
    Entry.objects.update(amount=2)  # update billing_entry


def update_filtered():
    Order.objects.filter(status="new").update(status="paid")  # update shop_order


def update_by_path():
    Order.objects.filter(customer__username="user1").update(status="paid")  # read people_user; update shop_order


def update_by_trimmed_path():
    Order.objects.filter(customer__pk=1).update(status="paid")  # update shop_order


def update_by_two_paths():
    # read people_user, shop_order; update billing_invoice
    Invoice.objects.filter(order__customer__username="user1", approved_by__isnull=False).update(amount=3)


def update_with_column():
    Order.objects.update(total=F("total") + 1)  # update shop_order


def update_with_function():
    Entry.objects.update(booked=Now(), account=Concat("account", Value("!")))  # update billing_entry


def update_with_subquery():
    paid = Payment.objects.filter(invoice__order=OuterRef("pk")).values("amount")[:1]
    # read billing_invoice, billing_payment; update shop_order
    Order.objects.filter(status="paid").update(total=Subquery(paid))


def update_with_sum_of_lines():
    lines = Line.objects.filter(order=OuterRef("pk")).values("order").annotate(cost=Sum(F("quantity") * F("product__price")))
    # read catalog_product, shop_line; update shop_order
    Order.objects.filter(status="new").update(total=lines.values("cost"))


def update_where_in_queryset():
    # read billing_invoice, billing_payment; update shop_order
    Order.objects.filter(pk__in=Invoice.objects.filter(payment__isnull=False).values("order")).update(status="paid")


def update_where_customer_in_queryset():
    # read people_user; update shop_order
    Order.objects.filter(customer__in=User.objects.filter(is_staff=True)).update(status="paid")


def update_foreign_key(user: User):
    Order.objects.filter(pk=1).update(customer=user)  # update shop_order


def update_foreign_key_column():
    Order.objects.filter(pk=1).update(coupon_id=None)  # update shop_order


def update_excluded():
    Order.objects.exclude(coupon__percent=10).update(status="paid")  # read shop_coupon; update shop_order


def update_by_condition():
    # read catalog_product, people_user; update shop_wish
    Wish.objects.filter(Q(user__username="user1") | Q(product__name="Ink")).update(text="?")


def update_in_unmanaged_table():
    # read catalog_product; update legacy_stock
    Stock.objects.filter(product__name="Pen").update(amount=F("amount") - 1)


def update_ordered():
    Order.objects.order_by("customer__username").update(status="paid")  # update shop_order


def update_of_annotated():
    # read people_user; update shop_order
    Order.objects.annotate(who=F("customer__username")).filter(who="user1").update(status="paid")


def update_to_an_annotation():
    Entry.objects.annotate(more=F("amount") + 1).update(amount=F("more"))  # update billing_entry


def update_returns_a_number():
    changed = Order.objects.filter(status="new").update(status="paid")  # update shop_order
    return changed.bit_length()


def update_of_many_to_many():
    # read catalog_product_tags, catalog_tag; update catalog_product
    Product.objects.filter(tags__label="new").update(price=1)


def update_with_mapping():
    changes = {"status": "paid"}
    Order.objects.filter(pk=1).update(**changes)  # update shop_order


def update_of_proxy():
    # The proxy's manager filters by price.
    Bargain.objects.update(price=3)  # update catalog_product


def update_of_select_related():
    Order.objects.select_related("customer").update(status="paid")  # update shop_order


def update_by_branch(cheap: bool):
    # open: read shop_order (a query kept in a variable is told where it is made, too)
    orders = Order.objects.filter(total__lt=5) if cheap else Order.objects.filter(coupon__percent=1)
    orders.update(status="paid")  # update shop_order; may: read shop_coupon


def bulk_update():
    orders = list(Order.objects.all())  # read shop_order
    for order in orders:
        order.status = "paid"
    Order.objects.bulk_update(orders, ["status"])  # update shop_order


def bulk_update_of_related():
    lines = []
    for order in Order.objects.filter(customer__username="user1"):  # read people_user, shop_order
        for line in order.lines.all():  # read shop_line
            line.quantity += 1
            lines.append(line)
    Line.objects.bulk_update(lines, fields=["quantity"], batch_size=100)  # update shop_line


def bulk_update_of_queryset():
    Tag.objects.bulk_update(Tag.objects.all(), ["label"])  # read catalog_tag; update catalog_tag


def bulk_update_of_expression():
    order = Order.objects.get(pk=1)  # read shop_order
    order.total = F("total") + 1
    Order.objects.bulk_update([order], ["total"])  # update shop_order


def bulk_update_of_parameter(orders: list[Order]):
    Order.objects.bulk_update(orders, ["status"])  # update shop_order


def save_in_a_loop():
    for basket in Basket.objects.filter(owner__username="user1"):  # read people_user, shop_basket
        basket.owner = None
        basket.save()  # update shop_basket


def save_in_a_loop_over_related(user: User):
    for order in user.orders.all():  # read shop_order
        order.status = "paid"
        order.save(update_fields=["status"])  # update shop_order


def save_of_expression():
    stock = Stock.objects.first()  # read legacy_stock
    stock.amount = F("amount") + 1
    stock.save()  # update legacy_stock


def save_of_lazily_loaded():
    line = Line.objects.get(pk=1)  # read shop_line
    line.order.status = "paid"  # read shop_order
    line.order.save()  # update shop_order


def save_of_two_hops():
    line = Line.objects.get(pk=1)  # read shop_line
    category = line.product.category  # read catalog_category, catalog_product
    category.name = "Writing"
    category.save()  # update catalog_category


def save_of_first():
    category = Category.objects.order_by("name").first()  # read catalog_category
    category.name = "Writing"
    category.save()  # update catalog_category


def save_of_index():
    order = Order.objects.all()[0]  # read shop_order
    order.status = "paid"
    order.save()  # update shop_order


def save_of_deferred():
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    order.status = "paid"
    order.save()  # update shop_order
