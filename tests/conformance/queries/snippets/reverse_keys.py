"""Managers of the other side of a foreign key."""

from billing.models import Invoice, Receipt, Refund
from catalog.models import Category, Product
from people.models import Employee, User
from shop.models import Coupon, Order, Wish


def all_rows(user: User):
    return list(user.orders.all())  # read shop_order


def default_name(order: Order):
    return list(order.invoice_set.all())  # read billing_invoice


def default_name_of_nullable():
    coupon = Coupon.objects.get(pk="SPRING")  # read shop_coupon
    return list(coupon.order_set.all())  # read shop_order


def default_related_name_of_meta():
    from billing.models import Payment

    return list(Payment.objects.first().refunds.all())  # read billing_invoice, billing_payment, billing_refund


def related_name_wins_over_the_default(invoice: Invoice):
    return list(invoice.receipts.all())  # read old_receipts


def filtered(user: User):
    return list(user.orders.filter(status="paid"))  # read shop_order


def filtered_by_path(user: User):
    # read catalog_product, shop_coupon, shop_line, shop_order
    return list(user.orders.filter(coupon__percent=10, lines__product__name="Pen"))


def excluded(user: User):
    return list(user.orders.exclude(status="paid").order_by("placed"))  # read shop_order


def count(user: User):
    return user.orders.count()  # read shop_order


def exists(user: User):
    return user.orders.filter(total__gt=1).exists()  # read shop_order


def get(user: User):
    return user.orders.get(pk=1).coupon.percent  # read shop_coupon, shop_order


def first_and_last(user: User):
    # read shop_order
    return user.orders.first(), user.orders.last(), user.orders.latest("placed"), user.orders.earliest("placed")


def iterated(user: User):
    for order in user.orders.all():  # read shop_order
        print(order.coupon)  # read shop_coupon


def contains(user: User, order: Order):
    return user.orders.contains(order), order in user.orders.all()  # read shop_order


def aggregate(user: User):
    from django.db.models import Sum

    return user.orders.aggregate(total=Sum("lines__quantity"))  # read shop_line, shop_order


def values(user: User):
    # read shop_coupon, shop_order
    return list(user.orders.values_list("status", flat=True)), list(user.orders.values("coupon__percent"))


def custom_method_of_manager(user: User):
    return list(user.orders.paid())  # read shop_order


def custom_method_in_a_chain(user: User):
    return user.orders.filter(total__gt=1).paid().newest()  # read shop_order


def custom_method_that_updates(user: User):
    user.orders.paid().close()  # update shop_order


def named_manager(user: User):
    return list(user.orders(manager="open").all())  # read shop_order


def create(user: User):
    user.orders.create(status="new")  # insert shop_order


def create_and_follow(user: User):
    return user.orders.create().lines.count()  # read shop_line; insert shop_order


def create_by_custom_method(user: User):
    user.orders.place(user)  # insert shop_order


def get_or_create(user: User):
    order, created = user.orders.get_or_create(status="paid")  # read shop_order; may: insert shop_order
    return order.lines.count(), created  # read shop_line


def get_or_create_that_creates(user: User):
    user.orders.get_or_create(status="fresh")  # read shop_order; insert shop_order


def update_or_create(user: User):
    # read shop_order; update shop_order; may: insert shop_order
    user.orders.update_or_create(pk=1, defaults={"status": "new"})


def update(user: User):
    user.orders.update(status="paid")  # update shop_order


def update_filtered(user: User):
    user.orders.filter(coupon__percent=10).update(status="paid")  # read shop_coupon; update shop_order


def bulk_create(user: User):
    user.wishes.bulk_create([Wish(text="a"), Wish(text="b")])  # insert shop_wish


def bulk_update(user: User):
    wishes = list(user.wishes.all())  # read shop_wish
    user.wishes.bulk_update(wishes, ["text"])  # update shop_wish


def add(user: User):
    wish = Wish.objects.get(pk=3)  # read shop_wish
    user.wishes.add(wish)  # update shop_wish


def add_one_by_one(user: User):
    # read shop_wish; update shop_wish; open: insert shop_wish (whoever doesn't look at the row's state)
    user.wishes.add(Wish.objects.get(pk=3), bulk=False)


def add_unsaved(user: User):
    # insert shop_wish; open: update shop_wish (whoever doesn't see that the row is new)
    user.wishes.add(Wish(text="new"), bulk=False)


def add_several(user: User):
    wishes = Wish.objects.filter(user=None)
    user.wishes.add(*wishes)  # read shop_wish; update shop_wish


def add_to_mandatory_key():
    user = User.objects.get(pk=2)  # read people_user
    user.orders.add(Order.objects.get(pk=1))  # read shop_order; update shop_order


def remove(user: User):
    wish = user.wishes.first()  # read shop_wish
    user.wishes.remove(wish)  # update shop_wish


def remove_one_by_one(user: User):
    wish = user.wishes.first()  # read shop_wish
    user.wishes.remove(wish, bulk=False)  # read shop_wish; update shop_wish


def clear(user: User):
    user.wishes.clear()  # update shop_wish


def clear_one_by_one(user: User):
    user.wishes.clear(bulk=False)  # read shop_wish; update shop_wish


def set_rows(user: User):
    user.wishes.set(Wish.objects.filter(user=None))  # read shop_wish; update shop_wish


def set_list(user: User):
    wish = Wish.objects.get(pk=3)  # read shop_wish
    user.wishes.set([wish])  # read shop_wish; update shop_wish


def set_and_clear(user: User):
    user.wishes.set([Wish.objects.get(pk=3)], clear=True)  # read shop_wish; update shop_wish


def set_nothing(user: User):
    user.wishes.set([])  # read shop_wish; update shop_wish


def set_of_mandatory_key(user: User):
    # Rows can't be taken away, so nobody asks which ones there are.
    user.orders.set(Order.objects.filter(status="closed"))  # read shop_order; update shop_order


def assigned_key_and_saved(user: User):
    wish = Wish.objects.get(pk=3)  # read shop_wish
    wish.user = user
    wish.save()  # update shop_wish


def self_reference():
    boss = Employee.objects.get(pk=1)  # read people_employee
    return [report.name for report in boss.reports.all()]  # read people_employee


def self_reference_added():
    boss = Employee.objects.get(pk=1)  # read people_employee
    boss.reports.add(Employee.objects.get(pk=3))  # read people_employee; update people_employee
    boss.reports.remove(Employee.objects.get(pk=2))  # read people_employee; update people_employee


def tree():
    def names(category):
        # read catalog_category
        return [category.name, *(name for child in category.children.all() for name in names(child))]

    return names(Category.objects.get(name="Reading"))  # read catalog_category


def default_manager_is_used(product: Product):
    # The default manager of Shelf joins.
    return list(product.shelves.all())  # read catalog_category, catalog_product, shop_shelf


def default_manager_counts(product: Product):
    return product.shelves.count()  # read catalog_category, catalog_product, shop_shelf


def ordered_rows(order: Order):
    # read billing_invoice, billing_payment, billing_refund
    return list(Refund.objects.filter(payment__invoice__order=order))


def key_to_unique_column(invoice: Invoice):
    invoice.receipts.create(text="!")  # insert old_receipts
    return invoice.receipts.count()  # read old_receipts


def key_to_unique_column_added(invoice: Invoice):
    invoice.receipts.add(Receipt.objects.get(pk=2))  # read old_receipts; update old_receipts


def deep_chain(user: User):
    # read catalog_category, catalog_product, shop_line, shop_order
    return user.orders.first().lines.first().product.category.name


def in_a_comprehension(user: User):
    # read billing_invoice, shop_order
    return [invoice.number for order in user.orders.all() for invoice in order.invoice_set.all()]


def select_for_update(user: User):
    return list(user.orders.select_for_update())  # read shop_order


def manager_as_value(user: User):
    orders = user.orders
    return orders.filter(status="paid").count()  # read shop_order


def manager_as_argument(user: User):
    def how_many(manager):
        return manager.count()  # read shop_order, shop_wish

    return how_many(user.orders), how_many(user.wishes)


def using(user: User):
    return user.orders.using("default").count(), user.orders.db_manager("default").count()  # read shop_order


def get_queryset(user: User):
    return user.orders.get_queryset().count()  # read shop_order


def related_of_created():
    user = User.objects.create(username="fresh")  # insert people_user
    user.wishes.create(text="a")  # insert shop_wish
    return user.wishes.count()  # read shop_wish


def iterator(user: User):
    for order in user.orders.iterator():  # read shop_order
        print(order.pk)


def in_bulk(user: User):
    return user.orders.in_bulk()  # read shop_order


def none(user: User):
    return list(user.orders.none())
