"""Methods of querysets that run a query at once."""

from django.db.models import Avg, Count, F, Max, Min, Q, StdDev, Sum, Variance
from django.db.models.functions import Coalesce

from billing.models import Invoice, Receipt
from catalog.models import Product, Supplier
from people.models import User
from shop.models import Coupon, Order


def get_by_primary_key():
    return Order.objects.get(pk=1)  # read shop_order


def get_by_path():
    return Order.objects.get(customer__username="user1")  # read people_user, shop_order


def get_by_foreign_key_column():
    return Order.objects.get(customer_id=1)  # read shop_order


def get_by_condition():
    return Order.objects.get(Q(customer__profile__bio="...") & Q(pk=1))  # read people_profile, people_user, shop_order


def get_of_filtered():
    return Order.objects.filter(status="paid").get()  # read shop_order


def get_that_finds_nothing():
    try:
        return Order.objects.get(pk=99)  # read shop_order
    except Order.DoesNotExist:
        return None


def get_that_finds_too_much():
    try:
        return User.objects.get(is_active=True)  # read people_user
    except User.MultipleObjectsReturned:
        return None


def get_twice_in_an_exception():
    try:
        return Order.objects.get(pk=99)  # read shop_order
    except Order.DoesNotExist:
        return Product.objects.get(pk=1)  # read catalog_product


def first():
    return Order.objects.first()  # read shop_order


def first_of_filtered():
    return Order.objects.filter(customer__username="user1").first()  # read people_user, shop_order


def first_of_nothing():
    return Order.objects.filter(status="lost").first()  # read shop_order


def last():
    return Order.objects.last()  # read shop_order


def last_of_ordered():
    return Order.objects.order_by("customer__username").last()  # read people_user, shop_order


def latest_by_default():
    return Order.objects.latest()  # read shop_order


def latest_by_column():
    return Order.objects.latest("placed")  # read shop_order


def latest_by_path():
    return Invoice.objects.latest("order__placed")  # read billing_invoice, shop_order


def earliest_by_column():
    return Order.objects.earliest("placed", "-pk")  # read shop_order


def earliest_by_path():
    return Invoice.objects.earliest("order__customer__date_joined")  # read billing_invoice, people_user, shop_order


def in_bulk_of_all():
    return Order.objects.in_bulk()  # read shop_order


def in_bulk_by_keys():
    orders = Order.objects.in_bulk([1, 2])  # read shop_order
    return orders[1].customer.username  # read people_user


def in_bulk_by_field():
    return Invoice.objects.in_bulk(["N1"], field_name="number")["N1"].order.status  # read billing_invoice, shop_order


def in_bulk_values():
    for order in Order.objects.in_bulk([1]).values():  # read shop_order
        print(order.customer.username)  # read people_user


def in_bulk_items():
    for pk, order in Order.objects.in_bulk([1]).items():  # read shop_order
        print(pk, order.coupon.percent)  # read shop_coupon


def in_bulk_of_nothing():
    return Order.objects.in_bulk([])  # open: read shop_order (Django sees that the list is empty)


def iterator():
    for order in Order.objects.all().iterator():  # read shop_order
        print(order.customer.username)  # read people_user


def iterator_in_chunks():
    for order in Order.objects.filter(status="paid").iterator(chunk_size=100):  # read shop_order
        print(order.pk)


def iterator_with_prefetch():
    for order in Order.objects.prefetch_related("lines").iterator(chunk_size=10):  # read shop_line, shop_order
        print(order.pk)


def iterator_of_manager():
    return [order.pk for order in Order.objects.iterator()]  # read shop_order


def count():
    return Order.objects.count()  # read shop_order


def count_of_filtered():
    return Order.objects.filter(customer__username="user1").count()  # read people_user, shop_order


def count_over_many():
    # read catalog_product, catalog_product_tags, catalog_tag
    return Product.objects.filter(tags__label="new").distinct().count()


def count_drops_what_is_not_needed():
    return Order.objects.select_related("customer").order_by("coupon__percent").count()  # read shop_order


def exists():
    return Order.objects.filter(status="paid").exists()  # read shop_order


def exists_of_manager():
    return Order.objects.exists()  # read shop_order


def exists_over_a_path():
    return Order.objects.filter(lines__product__name="Pen").exists()  # read catalog_product, shop_line, shop_order


def exists_forgets_the_order():
    return Order.objects.order_by("customer__username").exists()  # read shop_order


def contains():
    order = Order.objects.get(pk=1)  # read shop_order
    return Order.objects.filter(status="paid").contains(order)  # read shop_order


def contains_a_parameter(order: Order):
    return Order.objects.contains(order)  # read shop_order


def aggregate_of_a_column():
    return Order.objects.aggregate(Sum("total"), Avg("total"), Min("placed"), Max("placed"))  # read shop_order


def aggregate_of_a_path():
    # read catalog_product, shop_line, shop_order
    return Order.objects.aggregate(cost=Sum(F("lines__quantity") * F("lines__product__price")))


def aggregate_of_filtered():
    # read people_user, shop_order
    return Order.objects.filter(customer__username="user1").aggregate(how_many=Count("pk"))["how_many"]


def aggregate_with_filter():
    return Order.objects.aggregate(staff=Count("pk", filter=Q(customer__is_staff=True)))  # read people_user, shop_order


def aggregate_after_annotate():
    return Order.objects.annotate(how_many=Count("lines")).aggregate(Avg("how_many"))  # read shop_line, shop_order


def aggregate_with_default():
    # read shop_coupon, shop_order
    return Order.objects.aggregate(best=Coalesce(Max("coupon__percent"), 0), total=Sum("total", default=0))


def aggregate_distinct():
    return Order.objects.aggregate(people=Count("customer", distinct=True))  # read shop_order


def aggregate_of_people():
    return Order.objects.aggregate(people=Count("customer__email", distinct=True))  # read people_user, shop_order


def aggregate_spread():
    return Order.objects.aggregate(StdDev("customer__id"), Variance("pk"))  # read shop_order


def aggregate_result_is_plain():
    sums = Order.objects.aggregate(total=Sum("total"))  # read shop_order
    sums.update(more=1)
    sums.get("total")
    return sums["total"]


def explain():
    return Order.objects.filter(customer__username="user1").explain()  # read people_user, shop_order


def explain_of_manager():
    return Order.objects.explain()  # read shop_order


def pk_of_a_text():
    return Coupon.objects.get(pk="SPRING")  # read shop_coupon


def pk_of_a_uuid():
    return Supplier.objects.filter(name="Supplier 1").first().pk  # read catalog_supplier


def foreign_key_to_a_unique_column():
  
    return Receipt.objects.get(invoice="N1"), Receipt.objects.get(invoice_id="N1")  # read old_receipts


def foreign_key_to_a_unique_column_by_its_path():
    return Receipt.objects.get(invoice__number="N1")  # read old_receipts


def foreign_key_to_a_unique_column_by_another_path():
    return Receipt.objects.get(invoice__pk=1)  # read billing_invoice, old_receipts
