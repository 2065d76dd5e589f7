"""Where values come from: helpers, containers, branches, closures, classes, decorators."""

import contextlib
import dataclasses
import functools
from collections import defaultdict
from functools import partial
from typing import Any, NamedTuple, cast

from django.db import transaction
from django.db.models import QuerySet
from shop.services import Checkout, OrderDesk, newest_order_of, open_orders, pay, save_all, store

from billing.models import Entry, Invoice
from catalog.models import Product, Tag
from people.models import User
from shop.models import Line, Order, Wish


def helper_returns_queryset():
    return list(open_orders())  # read people_user, shop_order


def helper_returns_queryset_filtered():
    return open_orders().filter(customer__username="user1").count()  # read people_user, shop_order


def helper_returns_row(user: User):
    return newest_order_of(user).coupon.percent  # read shop_coupon, shop_order


def helper_takes_row(order: Order):
    pay(order)  # insert billing_entry; update shop_order


def helper_takes_row_by_keyword():
    pay(order=Order.objects.get(pk=1))  # read shop_order; insert billing_entry; update shop_order


def helper_takes_anything():
    store(Tag(label="fresh"))  # insert catalog_tag


def helper_takes_anything_else():
    store(Entry.objects.first())  # read billing_entry; update billing_entry


def helper_takes_a_list():
    save_all([Entry(account="a"), Entry(account="b")])  # insert billing_entry


def helper_class(user: User):
    Checkout(user).run()  # insert billing_invoice, shop_order; update shop_order


def helper_class_with_steps():
    desk = OrderDesk()
    desk.open(1)  # read shop_order
    desk.close()  # update shop_order


def nested_helper():
    def find(name):
        return User.objects.get(username=name)  # read people_user

    return find("user1").orders.count()  # read shop_order


def nested_helper_that_returns_two():
    def find():
        return Order.objects.first(), Product.objects.first()  # read catalog_product, shop_order

    order, product = find()
    return order.customer.username, product.category.name  # read catalog_category, people_user


def nested_helper_with_branches(deep: bool):
    def find(deep):
        if deep:
            return Order.objects.first()  # read shop_order
        return None

    order = find(deep)
    if order:
        return order.customer.username  # read people_user
    return ""


def lambda_helper():
    find = lambda: Order.objects.filter(status="paid")
    return find().first().customer.username  # read people_user, shop_order


def closure(user: User):
    orders = user.orders.all()

    def total():
        return sum(order.total for order in orders)  # read shop_order

    return total()


def closure_that_writes():
    changed = None

    def load():
        nonlocal changed
        changed = Order.objects.get(pk=1)  # read shop_order

    load()
    changed.save()  # update shop_order


def generator():
    def paid():
        for order in Order.objects.all():  # read shop_order
            if order.coupon:  # read shop_coupon
                yield order

    for order in paid():
        print(order.customer.username)  # read people_user


def generator_delegates():
    def both():
        yield from Order.objects.filter(status="paid")  # read shop_order
        yield from Order.objects.filter(coupon=None)  # read shop_order

    return [order.customer.username for order in both()]  # read people_user


def recursion():
    def up(employee):
        return up(employee.boss) if employee.boss else employee  # read people_employee

    from people.models import Employee

    return up(Employee.objects.get(pk=2)).name  # read people_employee


def partial_function():
    find = partial(User.objects.get, username="user1")
    return find().orders.count()  # read people_user, shop_order


def partial_helper(user: User):
    return partial(newest_order_of, user)().status  # read shop_order


def functions_in_a_dict():
    actions = {"pay": pay, "store": store}
    order = Order.objects.get(pk=1)  # read shop_order
    actions["pay"](order)  # insert billing_entry; update shop_order


def functions_in_a_dict_by_name(name: str):
    def count_orders():
        return Order.objects.count()  # read shop_order

    def count_products():
        return Product.objects.count()

    return {"1": count_orders, "2": count_products}[name]()  # may: read catalog_product


def decorated_helper():
    def counted(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return function(*args, **kwargs)

        return wrapper

    @counted
    def find(number):
        return Order.objects.get(pk=number)  # read shop_order

    return find(1).customer.username  # read people_user


def cached_helper():
    @functools.lru_cache
    def find(number):
        return Order.objects.get(pk=number)  # read shop_order

    return find(1).customer.username  # read people_user


def context_manager():
    @contextlib.contextmanager
    def opened(number):
        order = Order.objects.get(pk=number)  # read shop_order
        yield order
        order.save()  # update shop_order

    with opened(1) as order:
        order.status = order.customer.username  # read people_user


def in_a_transaction():
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=1)  # read shop_order
        order.status = "paid"
        order.save()  # update shop_order


def decorated_with_transaction():
    @transaction.atomic
    def run():
        Order.objects.filter(pk=1).update(status="paid")  # update shop_order

    run()


def annotated_variable():
    order: Order = cast("Any", Order.objects.first())  # read shop_order
    return order.customer.username  # read people_user


def cast_to_model(number: int):
    def load(kind):
        return getattr(kind, "objects").get(pk=1)  # read shop_order

    order = cast(Order, load(Order))
    return order.customer.username  # read people_user


def annotated_queryset():
    orders: QuerySet[Order] = Order.objects.all()
    return orders.first().customer.username  # read people_user, shop_order


def annotated_result():
    def find(number: int) -> Order | None:
        return Order.objects.filter(pk=number).first()  # read shop_order

    order = find(1)
    return order.customer.username if order else ""  # read people_user


def isinstance_narrows():
    def name(thing):
        if isinstance(thing, Order):
            return thing.customer.username  # read people_user
        return thing.name

    return name(Order.objects.get(pk=1)), name(Product.objects.get(pk=1))  # read catalog_product, shop_order


def dataclass_attribute():
    @dataclasses.dataclass
    class Work:
        order: Order
        lines: list[Line] = dataclasses.field(default_factory=list)

    work = Work(Order.objects.get(pk=1))  # read shop_order
    work.lines.extend(work.order.lines.all())  # read shop_line
    for line in work.lines:
        print(line.product.name)  # read catalog_product


def named_tuple():
    class Pair(NamedTuple):
        order: Order
        user: User

    pair = Pair(Order.objects.get(pk=1), User.objects.get(pk=1))  # read people_user, shop_order
    return pair.order.coupon.percent, pair[1].orders.count()  # read shop_coupon, shop_order


def list_that_grows():
    orders = []
    for number in (1, 2):
        orders.append(Order.objects.get(pk=number))  # read shop_order
    for order in orders:
        order.save()  # update shop_order


def dict_that_grows():
    orders = {}
    for order in Order.objects.all():  # read shop_order
        orders[order.pk] = order
    orders[1].save()  # update shop_order
    for order in orders.values():
        print(order.customer.username)  # read people_user


def dict_of_lists():
    by_order = defaultdict(list)
    for line in Line.objects.all():  # read shop_line
        by_order[line.order_id].append(line)
    for number, lines in by_order.items():
        print(number, [line.product.name for line in lines])  # read catalog_product


def dict_by_setdefault():
    by_order = {}
    for line in Line.objects.all():  # read shop_line
        by_order.setdefault(line.order_id, []).append(line)
    for lines in by_order.values():
        for line in lines:
            line.save()  # update shop_line


def set_of_rows():
    products = set()
    for line in Line.objects.select_related("product"):  # read catalog_product, shop_line
        products.add(line.product)
    for product in products:
        product.save()  # update catalog_product


def tuple_by_index():
    pair = (Order.objects.get(pk=1), "text")  # read shop_order
    return pair[0].customer.username, pair[1].upper()  # read people_user


def sorted_rows():
    orders = sorted(Order.objects.all(), key=lambda order: order.total)  # read shop_order
    orders[0].save()  # update shop_order


def rows_from_max():
    order = max(Order.objects.all(), key=lambda order: order.total)  # read shop_order
    order.save()  # update shop_order


def rows_from_next():
    order = next((order for order in Order.objects.all() if order.total), None)  # read shop_order
    if order is not None:
        order.save()  # update shop_order


def rows_from_filter():
    for order in filter(None, Order.objects.all()):  # read shop_order
        order.save()  # update shop_order


def rows_from_zip():
    for order, user in zip(Order.objects.all(), User.objects.all(), strict=True):  # read people_user, shop_order
        order.customer = user
        order.save()  # update shop_order


def rows_from_groupby():
    import itertools

    # read shop_order
    for status, orders in itertools.groupby(Order.objects.order_by("status"), key=lambda order: order.status):
        print(status, [order.customer.username for order in orders])  # read people_user


def rows_from_islice():
    import itertools

    for order in itertools.islice(Order.objects.all(), 2):  # read shop_order
        order.save()  # update shop_order


def one_name_for_two_models():
    thing = Order.objects.first()  # read shop_order
    thing.save()  # update shop_order
    thing = Tag.objects.first()  # read catalog_tag
    thing.save()  # update catalog_tag


def one_name_by_branch(cheap: bool):
    if cheap:
        thing = Order.objects.first()  # read shop_order
    else:
        thing = Tag.objects.first()  # may: read catalog_tag
    thing.save()  # update shop_order; may: update catalog_tag


def name_of_the_loop_afterwards():
    for order in Order.objects.all():  # read shop_order
        pass
    return order.customer.username  # read people_user


def name_bound_by_with_and_except():
    try:
        order = Order.objects.get(pk=99)  # read shop_order
    except Order.DoesNotExist:
        order = Order.objects.create(customer_id=1)  # insert shop_order
    order.save()  # update shop_order


def else_and_finally():
    try:
        order = Order.objects.get(pk=1)  # read shop_order
    except Order.DoesNotExist:
        order = None
    else:
        order.save()  # update shop_order
    finally:
        Tag.objects.count()  # read catalog_tag


def early_return(number: int):
    order = Order.objects.filter(pk=number).first()  # read shop_order
    if order is None:
        return Product.objects.count()  # may: read catalog_product
    return order.customer.username  # read people_user


def attribute_of_self():
    class Desk:
        def load(self):
            self.order = Order.objects.get(pk=1)  # read shop_order

        def work(self):
            self.load()
            self.order.save()  # update shop_order

    Desk().work()


def property_of_self():
    class Desk:
        @property
        def orders(self):
            return Order.objects.filter(customer__username="user1")

        @functools.cached_property
        def first(self):
            return self.orders.first()  # read people_user, shop_order

        def work(self):
            self.first.save()  # update shop_order

    Desk().work()


def method_returns_self():
    class Desk:
        def __init__(self):
            self.rows = Order.objects.all()

        def paid(self):
            self.rows = self.rows.filter(customer__username="user1")
            return self

        def save(self):
            for order in self.rows:  # read people_user, shop_order
                order.save()  # update shop_order

    Desk().paid().save()


def inherited_method():
    class Desk:
        def rows(self):
            raise NotImplementedError

        def clear(self):
            # read people_user; delete billing_entry, shop_wish
            self.rows().delete()

    class WishDesk(Desk):
        def rows(self):
            # open: read shop_wish (a query that is handed on is told where it is made)
            return Wish.objects.filter(user__username="user1")

    class EntryDesk(Desk):
        def rows(self):
            # open: read billing_entry (a query that is handed on is told where it is made)
            return Entry.objects.all()

    WishDesk().clear()
    EntryDesk().clear()


def super_method():
    class Desk:
        def rows(self):
            return Order.objects.all()

    class PaidDesk(Desk):
        def rows(self):
            return super().rows().filter(customer__username="user1")

    return list(PaidDesk().rows())  # read people_user, shop_order


def callable_object():
    class Counter:
        def __call__(self, model):
            return model.objects.count()  # read shop_order

    return Counter()(Order)


def star_arguments():
    def save(*things, **named):
        for thing in things:
            thing.save()  # update catalog_tag, shop_order
        named["entry"].save()  # update billing_entry

    # read billing_entry, catalog_tag, shop_order
    save(Tag.objects.first(), Order.objects.first(), entry=Entry.objects.first())


def unpacked_arguments():
    def change(order, status):
        order.status = status
        order.save()  # update shop_order

    arguments = {"order": Order.objects.get(pk=1), "status": "paid"}  # read shop_order
    change(**arguments)


def chained_assignment():
    first = second = Order.objects.get(pk=1)  # read shop_order
    first.status = "paid"
    second.save()  # update shop_order


def swapped_names():
    order, tag = Order.objects.first(), Tag.objects.first()  # read catalog_tag, shop_order
    order, tag = tag, order
    order.save()  # update catalog_tag
    return tag.customer.username  # read people_user


def starred_names():
    first, *others = Order.objects.order_by("pk")  # read shop_order
    for other in others:
        other.save()  # update shop_order
    return first.coupon.percent  # read shop_coupon


def conditional_and_or(number: int):
    order = number and Order.objects.get(pk=number) or Order.objects.first()  # read shop_order
    return order.customer.username  # read people_user


def deleted_in_a_slice():
    for wish in list(Wish.objects.all())[1:]:  # read shop_wish
        wish.delete()  # delete shop_wish


def module_level_value():
    return PAID.count()  # read people_user, shop_order


def comprehension_of_tuples():
    pairs = [(order, order.customer) for order in Order.objects.all()]  # read people_user, shop_order
    for order, user in pairs:
        print(order.coupon, user.orders.count())  # read shop_coupon, shop_order


def string_is_no_row(name: str):
    # read people_user, shop_order
    order = Order.objects.filter(customer__username=name.upper()).first() or Order.objects.first()
    return order.status.split(",")


def query_inside_arguments(user: User):
    # read people_user, shop_order; insert billing_invoice
    Invoice.objects.create(number="N9", order=user.orders.first(), approved_by=User.objects.get(pk=2))


def global_statement():
    global CURRENT
    CURRENT = Order.objects.get(pk=1)  # read shop_order
    CURRENT.save()  # update shop_order


PAID = Order.objects.filter(customer__username="user1")
CURRENT = None
