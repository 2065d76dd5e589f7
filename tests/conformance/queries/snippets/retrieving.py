"""Methods that return another queryset, each evaluated afterwards."""

import datetime

from django.db.models import Count, F, Q, Value
from django.db.models.functions import Lower, TruncMonth

from billing.models import Entry, Invoice
from catalog.models import Book, Product
from people.models import User
from shop.models import Order, Wish


def everything():
    list(Order.objects.all())  # read shop_order


def filter_by_column():
    list(Order.objects.filter(status="paid"))  # read shop_order


def filter_twice():
    list(Order.objects.filter(status="paid").filter(total__gt=3))  # read shop_order


def filter_with_conditions():
    list(Order.objects.filter(Q(status="paid") | Q(total__gt=3), placed__year=2026))  # read shop_order


def exclude():
    list(Order.objects.exclude(status="paid"))  # read shop_order


def exclude_on_the_manager_of_a_library_model():
    list(User.objects.exclude(is_staff=True))  # read people_user


def complex_filter_with_mapping():
    # read people_user, shop_order
    list(Order.objects.complex_filter({"status": "paid", "customer__username": "user1"}))


def complex_filter_with_condition():
    list(Order.objects.complex_filter(Q(customer__username="user1")))  # read people_user, shop_order


def annotate_with_value():
    list(Order.objects.annotate(kind=Value("order")))  # read shop_order


def annotate_with_count_of_related():
    list(Order.objects.annotate(how_many=Count("lines")))  # read shop_line, shop_order


def annotate_without_a_name():
    list(Order.objects.annotate(Count("lines")))  # read shop_line, shop_order


def alias_that_is_filtered():
    list(Order.objects.alias(who=Lower("customer__username")).filter(who="user1"))  # read people_user, shop_order


def alias_that_is_not_used():
    list(Order.objects.alias(kind=Value("order")))  # read shop_order


def order_by_column():
    list(Order.objects.order_by("-placed"))  # read shop_order


def order_by_path():
    list(Order.objects.order_by("customer__username", "-pk"))  # read people_user, shop_order


def order_by_descending_path():
    list(Order.objects.order_by("-customer__username"))  # read people_user, shop_order


def order_by_random():
    list(Order.objects.order_by("?"))  # read shop_order


def order_by_expression():
    list(Order.objects.order_by(F("coupon__percent").desc(nulls_last=True)))  # read shop_coupon, shop_order


def order_by_nothing():
    list(Order.objects.order_by("customer__username").order_by())  # read shop_order


def order_by_overrides_an_earlier_order():
    list(Order.objects.order_by("customer__username").order_by("placed"))  # read shop_order


def order_by_relation_name():
    list(Order.objects.order_by("customer"))  # read shop_order


def reverse():
    list(Order.objects.order_by("placed").reverse())  # read shop_order


def distinct():
    list(Order.objects.distinct())  # read shop_order


def distinct_over_a_join():
    list(Order.objects.filter(lines__quantity__gt=1).distinct())  # read shop_line, shop_order


def values_of_all_columns():
    list(Order.objects.values())  # read shop_order


def values_of_columns():
    list(Order.objects.values("id", "status"))  # read shop_order


def values_of_foreign_key_column():
    list(Order.objects.values("customer", "customer_id", "coupon_id"))  # read shop_order


def values_of_path():
    list(Order.objects.values("customer__username"))  # read people_user, shop_order


def values_by_expression():
    list(Order.objects.values(name=Lower("customer__username")))  # read people_user, shop_order


def values_grouped():
    list(Order.objects.values("status").annotate(how_many=Count("id")).order_by("status"))  # read shop_order


def values_grouped_over_a_relation():
    # read catalog_category, catalog_product
    list(Product.objects.values("category__name").annotate(how_many=Count("pk")))


def values_of_many_to_many():
    list(Product.objects.values("tags"))  # read catalog_product, catalog_product_tags


def values_of_many_to_many_path():
    list(Product.objects.values("tags__label"))  # read catalog_product, catalog_product_tags, catalog_tag


def values_list():
    list(Order.objects.values_list("id", "total"))  # read shop_order


def values_list_flat():
    list(Order.objects.values_list("pk", flat=True))  # read shop_order


def values_list_flat_path():
    list(Order.objects.values_list("customer__profile__bio", flat=True))  # read people_profile, people_user, shop_order


def values_list_named():
    for row in Order.objects.values_list("status", "customer__email", named=True):  # read people_user, shop_order
        print(row.customer__email.lower())


def values_rows_are_plain():
    for row in Order.objects.values("status"):  # read shop_order
        row.update(status="new")
        row.get("status")
        row.pop("status")


def flat_values_are_plain():
    for pk in Order.objects.values_list("pk", flat=True):  # read shop_order
        print(pk.bit_length())
    statuses = set(Order.objects.values_list("status", flat=True))  # read shop_order
    statuses.add("new")
    statuses.remove("new")
    statuses.clear()


def dates():
    list(Invoice.objects.dates("issued", "month"))  # read billing_invoice


def dates_in_order():
    list(Wish.objects.filter(user__username="user1").dates("due", "day", order="DESC"))  # read people_user, shop_wish


def datetimes():
    list(Order.objects.datetimes("placed", "hour", tzinfo=datetime.UTC))  # read shop_order


def datetimes_over_a_path():
    list(Invoice.objects.datetimes("order__placed", "day"))  # read billing_invoice, shop_order


def truncated_months():
    # read shop_order
    list(Order.objects.annotate(month=TruncMonth("placed")).values("month").annotate(how_many=Count("pk")))


def none():
    list(Order.objects.none())


def none_after_a_filter():
    list(Order.objects.filter(customer__username="user1").none())


def filter_by_nothing():
    list(Order.objects.filter(pk__in=[]))  # open: read shop_order (Django sees that the list is empty)


def select_for_update():
    list(Order.objects.select_for_update().filter(status="new"))  # read shop_order


def select_for_update_of():
    # read people_user, shop_order
    list(Order.objects.select_related("customer").select_for_update(of=("self",), skip_locked=False))


def defer():
    list(Order.objects.defer("total"))  # read shop_order


def defer_over_a_path():
    list(Order.objects.select_related("customer").defer("customer__email"))  # read people_user, shop_order


def only():
    list(Order.objects.only("status"))  # read shop_order


def only_over_a_path():
    list(Invoice.objects.select_related("order").only("number", "order__status"))  # read billing_invoice, shop_order


def deferred_column_is_read_later():
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    print(order.total)  # read shop_order


def using():
    list(Order.objects.using("default").filter(status="paid"))  # read shop_order


def using_first():
    list(Order.objects.using("default"))  # read shop_order


def db_manager():
    list(Order.objects.db_manager("default").all())  # read shop_order


def extra_select():
    list(Entry.objects.extra(select={"double": "amount * 2"}))  # read billing_entry


def extra_where():
    list(Entry.objects.extra(where=["account = %s"], params=["cash"]))  # read billing_entry


def extra_tables():
    # read billing_entry, shop_coupon
    list(Entry.objects.extra(tables=["shop_coupon"], where=["shop_coupon.code = billing_entry.account"]))


def extra_where_with_subquery():
    # read people_user, shop_order
    list(Order.objects.extra(where=["customer_id IN (SELECT id FROM people_user WHERE username = %s)"], params=["a"]))


def extra_select_with_subquery():
    # read billing_invoice, shop_order
    list(Order.objects.extra(select={"bills": "SELECT COUNT(*) FROM billing_invoice WHERE order_id = shop_order.id"}))


def extra_order_by():
    list(Entry.objects.extra(order_by=["-account"]))  # read billing_entry


def in_two_steps():
    orders = Order.objects.filter(status="paid")
    orders = orders.order_by("placed")
    list(orders)  # read shop_order


def another_queryset_under_the_same_name():
    rows = Order.objects.filter(status="paid")
    print(list(rows))  # read shop_order
    rows = Book.objects.filter(isbn="1")
    print(list(rows))  # read catalog_book, catalog_product


def long_chain():
    orders = (
        Order.objects.filter(status="paid")
        .exclude(coupon__percent=0)
        .select_related("customer")
        .annotate(how_many=Count("lines"))
        .order_by("-placed")
    )
    print([order.customer.username for order in orders])  # read people_user, shop_coupon, shop_line, shop_order


def mapping_of_conditions():
    conditions = {"status": "paid", "customer__username": "user1"}
    list(Order.objects.filter(**conditions))  # read people_user, shop_order


def mapping_that_grows():
    conditions = {"status": "paid"}
    conditions["coupon__percent__gt"] = 5
    list(Order.objects.filter(**conditions))  # read shop_coupon, shop_order


def condition_by_branch(deep: bool):
    orders = Order.objects.all()
    if deep:
        orders = orders.filter(customer__username="user1")
    else:
        orders = orders.filter(coupon__percent=1)
    list(orders)  # read people_user, shop_order; may: read shop_coupon


def clone_by_all():
    base = Order.objects.filter(status="paid")
    list(base.all())  # read shop_order


def queryset_from_class():
    from django.db.models import QuerySet

    list(QuerySet(Order).filter(status="paid"))  # read shop_order


def ordered_and_db_are_attributes():
    orders = Order.objects.order_by("placed")
    print(orders.ordered, orders.db, orders.model, orders.query.order_by)
    list(orders)  # read shop_order
