"""What makes a lazy queryset run: iteration, length, truth, slices, membership, functions of Python."""

import itertools
from operator import attrgetter

from django.core.paginator import Paginator
from django.db.models.query import QuerySet

from catalog.models import Product
from shop.models import Line, Order


def for_loop():
    for order in Order.objects.filter(status="paid"):  # read shop_order
        print(order.status)


def for_loop_over_all():
    for order in Order.objects.all():  # read shop_order
        print(order.pk)


def comprehension():
    return [order.pk for order in Order.objects.all()]  # read shop_order


def comprehension_with_lazy_load():
    return [order.customer.username for order in Order.objects.all()]  # read people_user, shop_order


def set_comprehension():
    return {order.status for order in Order.objects.all()}  # read shop_order


def dict_comprehension():
    return {order.pk: order for order in Order.objects.filter(status="paid")}  # read shop_order


def generator_expression():
    return sum(order.total for order in Order.objects.all())  # read shop_order


def nested_comprehension():
    return [line.quantity for order in Order.objects.all() for line in order.lines.all()]  # read shop_line, shop_order


def generator_that_is_consumed():
    def totals():
        for order in Order.objects.all():  # read shop_order
            yield order.total

    return sum(totals())


def length():
    return len(Order.objects.all())  # read shop_order


def truth():
    if Order.objects.filter(status="paid"):  # read shop_order
        return 1
    return 0


def truth_by_bool():
    return bool(Order.objects.filter(status="paid"))  # read shop_order


def truth_by_not():
    return not Order.objects.filter(status="paid")  # read shop_order


def truth_by_or():
    # read people_user, shop_order
    return Order.objects.filter(status="lost") or Order.objects.filter(customer__username="user1").first()


def slicing():
    list(Order.objects.all()[:2])  # read shop_order


def slicing_with_offset():
    list(Order.objects.order_by("pk")[1:2])  # read shop_order


def slicing_with_step():
    return Order.objects.order_by("pk")[:3:2]  # read shop_order


def index():
    return Order.objects.all()[0].status  # read shop_order


def index_with_lazy_load():
    return Order.objects.order_by("pk")[0].customer.username  # read people_user, shop_order


def index_by_variable():
    number = 1
    return Order.objects.order_by("pk")[number]  # read shop_order


def slice_in_subquery():
    newest = Order.objects.order_by("-placed")[:1]
    list(Line.objects.filter(order__in=newest))  # read shop_line, shop_order


def membership():
    order = Order.objects.get(pk=1)  # read shop_order
    return order in Order.objects.filter(status="paid")  # read shop_order


def membership_in_related(product: Product):
    return product in Order.objects.get(pk=1).products.all()  # read catalog_product, shop_line, shop_order


def repr_of_queryset():
    return repr(Order.objects.all())  # read shop_order


def text_of_queryset():
    return f"{Order.objects.all()}"  # read shop_order


def tuple_and_set():
    return tuple(Order.objects.all()), set(Product.objects.all())  # read catalog_product, shop_order


def sorted_by_key():
    return sorted(Order.objects.all(), key=attrgetter("total"))  # read shop_order


def maximum():
    return max(Order.objects.all(), key=lambda order: order.total)  # read shop_order


def mapped_with_lambda():
    return list(map(lambda order: order.customer.username, Order.objects.all()))  # read people_user, shop_order


def filtered_by_python():
    return list(filter(lambda order: order.coupon, Order.objects.all()))  # read shop_coupon, shop_order


def any_of_them():
    return any(order.customer.is_staff for order in Order.objects.all())  # read people_user, shop_order


def enumerate_and_zip():
    # read catalog_product, shop_order
    for number, (order, product) in enumerate(zip(Order.objects.all(), Product.objects.all(), strict=False)):
        print(number, order.customer.username, product.category)  # read catalog_category, people_user


def chain_of_querysets():
    for thing in itertools.chain(Order.objects.all(), Product.objects.all()):  # read catalog_product, shop_order
        print(thing.pk)


def unpacking():
    first, *others = Order.objects.all()  # read shop_order
    return first.coupon.percent, others[0].customer.username  # read people_user, shop_coupon


def star_in_a_list():
    return [*Order.objects.all(), *Order.objects.filter(customer__username="user1")]  # read people_user, shop_order


def star_in_a_call():
    print(*Order.objects.all())  # read shop_order


def next_of_iter():
    order = next(iter(Order.objects.all()))  # read shop_order
    return order.customer.username  # read people_user


def reversed_list():
    return list(reversed(Order.objects.all()))  # read shop_order


def paginator():
    page = Paginator(Order.objects.order_by("pk"), 2).page(1)  # read shop_order
    return [order.pk for order in page]  # read shop_order


def kept_in_a_tuple():
    orders, products = Order.objects.all(), Product.objects.all()
    return len(orders) + len(products)  # read catalog_product, shop_order


def kept_in_a_dict():
    context = {"orders": Order.objects.filter(status="paid"), "title": "Orders"}
    for order in context["orders"]:  # read shop_order
        print(order.customer.username)  # read people_user


def evaluated_twice():
    orders = Order.objects.all()
    if orders:  # read shop_order
        for order in orders:
            print(order.pk)


def annotated_parameter(orders: QuerySet[Order]):
    for order in orders:  # read shop_order
        print(order.customer.username)  # read people_user


def annotated_list(orders: list[Order]):
    for order in orders:
        print(order.customer.username)  # read people_user


def conditional_expression(deep: bool):
    orders = Order.objects.filter(customer__username="user1") if deep else Order.objects.all()
    return list(orders)  # read people_user, shop_order


def walrus():
    if (order := Order.objects.filter(status="paid").first()) is not None:  # read shop_order
        return order.customer.username  # read people_user
    return None


def while_loop():
    orders = list(Order.objects.all())  # read shop_order
    while orders:
        order = orders.pop()
        print(order.customer.username)  # read people_user


def comparison_of_rows():
    return Order.objects.get(pk=1) == Order.objects.get(pk=2)  # read shop_order


def in_an_assertion():
    assert Order.objects.filter(status="paid"), "nothing was paid"  # read shop_order


def as_an_argument():
    print(list(Order.objects.filter(customer__username="user1")), end="")  # read people_user, shop_order


def in_a_return():
    return list(Order.objects.filter(status="paid"))  # read shop_order
