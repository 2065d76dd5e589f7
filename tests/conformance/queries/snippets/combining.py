"""Two querysets that become one."""

from django.db.models import Q

from catalog.models import Book, Product, Tag
from people.models import User
from shop.models import Bundle, Line, Order


def union():
    list(Order.objects.filter(status="paid").union(Order.objects.filter(status="new")))  # read shop_order


def union_of_two_models():
    # read catalog_product, people_user
    list(Product.objects.values_list("name").union(User.objects.values_list("username"), all=True))


def union_of_three():
    names = Tag.objects.values_list("label")
    # read catalog_product, catalog_tag, people_user
    list(names.union(Product.objects.values_list("name"), User.objects.values_list("username")).order_by("label"))


def union_with_joins():
    # read people_user, shop_coupon, shop_order
    list(Order.objects.filter(coupon__percent=10).union(Order.objects.filter(customer__username="user1")))


def union_counted():
    return Product.objects.values("pk").union(User.objects.values("pk")).count()  # read catalog_product, people_user


def union_exists():
    return Product.objects.values("pk").union(User.objects.values("pk")).exists()  # read catalog_product, people_user


def intersection():
    # read people_user, shop_order
    list(Order.objects.filter(total__gt=1).intersection(Order.objects.filter(customer__username="user1")))


def difference():
    list(Order.objects.all().difference(Order.objects.filter(coupon__percent=10)))  # read shop_coupon, shop_order


def union_on_the_manager():
    list(Order.objects.union(Order.objects.filter(customer__username="user1")))  # read people_user, shop_order


def intersection_and_difference_on_the_manager():
    list(Order.objects.intersection(Order.objects.filter(coupon__percent=10)))  # read shop_coupon, shop_order
    list(Order.objects.difference(Order.objects.filter(customer__username="user1")))  # read people_user, shop_order


def and_operator():
    # read people_user, shop_order
    list(Order.objects.filter(status="paid") & Order.objects.filter(customer__username="user1"))


def or_operator():
    # read people_user, shop_order
    list(Order.objects.filter(status="paid") | Order.objects.filter(customer__username="user1"))


def xor_operator():
    list(Order.objects.filter(status="paid") ^ Order.objects.filter(coupon__percent=10))  # read shop_coupon, shop_order


def in_place_or():
    orders = Order.objects.filter(status="paid")
    orders |= Order.objects.filter(customer__username="user1")
    list(orders)  # read people_user, shop_order


def in_place_and():
    orders = Order.objects.filter(status="paid")
    orders &= Order.objects.filter(coupon__percent=10)
    list(orders)  # read shop_coupon, shop_order


def operators_with_none():
    list(Order.objects.none() | Order.objects.filter(customer__username="user1"))  # read people_user, shop_order


def operators_in_a_loop():
    found = Order.objects.none()
    for name in ("user1", "user2"):
        found = found | Order.objects.filter(customer__username=name)
    list(found)  # read people_user, shop_order


def combined_then_filtered():
    both = Order.objects.filter(coupon__percent=10) | Order.objects.filter(status="new")
    return both.filter(Q(customer__username="user1")).first()  # read people_user, shop_coupon, shop_order


def union_of_parents_and_children():
    # read catalog_book, catalog_product, shop_bundle
    list(Book.objects.values("name").union(Bundle.objects.values("name")))


def union_of_keys_in_filter():
    # read catalog_book, catalog_product, shop_line
    list(Product.objects.filter(pk__in=[row["product"] for row in Line.objects.values("product").union(Book.objects.values("pk"))]))


def union_of_nothing():
    list(Order.objects.none().union(Order.objects.filter(status="paid")))  # read shop_order


def rows_of_a_union_load_lazily():
    for order in Order.objects.filter(status="paid").union(Order.objects.filter(status="new")):  # read shop_order
        print(order.customer.username)  # read people_user
