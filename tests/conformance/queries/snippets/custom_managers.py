"""Managers and querysets of the project."""

from catalog.models import Bargain, Product
from billing.models import Invoice
from people.models import User
from shop.models import Basket, Order, Shelf, Wish


def method_of_queryset_class():
    return list(Order.objects.paid())  # read shop_order


def method_with_argument(user: User):
    return list(Order.objects.of_customer(user))  # read shop_order


def method_that_follows_a_path():
    return list(Order.objects.of_customer_named("user1"))  # read people_user, shop_order


def methods_in_a_chain():
    return list(Order.objects.paid().of_customer_named("user1").newest_first())  # read people_user, shop_order


def methods_between_django_methods():
    return Order.objects.filter(total__gt=1).paid().exclude(coupon__percent=1).newest()  # read shop_coupon, shop_order


def method_that_returns_a_row():
    order = Order.objects.newest()  # read shop_order
    return order.customer.username  # read people_user


def method_that_updates():
    Order.objects.paid().close()  # update shop_order


def method_that_updates_on_the_manager():
    Order.objects.close()  # update shop_order


def method_that_returns_values():
    return sum(Order.objects.paid().totals())  # read shop_order


def method_of_manager_that_creates(user: User):
    return Order.objects.place(user).status  # insert shop_order


def method_of_manager_that_prefetches():
    return list(Order.objects.with_invoices())  # read billing_invoice, shop_order


def manager_that_filters():
    return list(Order.open.all())  # read shop_order


def manager_that_filters_and_its_method():
    return Order.open.oldest().customer.username  # read people_user, shop_order


def manager_that_filters_updates():
    Order.open.update(status="paid")  # update shop_order


def manager_that_joins():
    return list(Shelf.objects.all())  # read catalog_category, catalog_product, shop_shelf


def manager_that_joins_filtered():
    return Shelf.objects.filter(place="A").count()  # read catalog_category, catalog_product, shop_shelf


def manager_that_joins_gets():
    return Shelf.objects.get(pk=1)  # read catalog_category, catalog_product, shop_shelf


def manager_that_joins_creates():
    Shelf.objects.create(product_id=1, place="C")  # insert shop_shelf


def manager_that_joins_updates():
    Shelf.objects.update(place="D")  # read catalog_category, catalog_product; update shop_shelf


def manager_that_does_not_join():
    return list(Shelf.every.all())  # read shop_shelf


def as_manager():
    return list(Basket.objects.abandoned())  # read shop_basket


def as_manager_and_save(user: User):
    Basket.objects.hand_over(user)  # read shop_basket; update shop_basket


def as_manager_with_path():
    return list(Invoice.objects.unpaid())  # read billing_invoice, billing_payment


def as_manager_with_aggregate():
    return Invoice.objects.owed()  # read billing_invoice, billing_payment


def as_manager_called_here():
    manager = type(Basket.objects.all()).as_manager()
    manager.model = Basket
    return manager.abandoned().count()  # blind: read shop_basket


def queryset_made_by_hand(user: User):
    return list(Wish.plain.of(user))  # read shop_wish


def queryset_method_of_handmade_manager():
    return Wish.plain.get_queryset().count()  # read shop_wish


def manager_of_proxy():
    return list(Bargain.objects.filter(name="Pen"))  # read catalog_product


def manager_inherited_by_abstract_base():
    return Product.named("Pen").category.name  # read catalog_category, catalog_product


def default_manager():
    # read catalog_category, catalog_product, shop_order, shop_shelf
    return list(Order._default_manager.filter(status="paid")), list(Shelf._default_manager.all())


def base_manager():
    # read shop_order, shop_shelf
    return list(Order._base_manager.filter(status="paid")), list(Shelf._base_manager.all())


def get_queryset():
    return list(Order.objects.get_queryset().paid())  # read shop_order


def manager_of_all():
    return list(Order.objects.all().all())  # read shop_order


def manager_as_a_value():
    orders = Order.objects
    return list(orders.paid())  # read shop_order


def method_as_a_value():
    paid = Order.objects.paid
    return list(paid())  # read shop_order


def method_through_class():
    from shop.managers import OrderQuerySet

    return list(OrderQuerySet(Order).paid()), list(OrderQuerySet.paid(Order.objects.all()))  # read shop_order


def manager_class_made_here():
    from django.db.models import Manager

    from shop.managers import OrderQuerySet

    manager = Manager.from_queryset(OrderQuerySet)()
    manager.model = Order
    return manager.paid().count()  # blind: read shop_order


def method_of_related_manager(user: User):
    return user.baskets.abandoned().count()  # read shop_basket


def manager_by_getattr():
    return getattr(Order, "objects").paid().count()  # read shop_order


def method_by_getattr():
    return getattr(Order.objects, "paid")().count()  # read shop_order


def library_manager():
    return User.objects.get_by_natural_key("user1").email  # read people_user


def library_manager_normalizes():
    return User.objects.normalize_email("A@B.C")


def managers_in_a_list():
    return [manager.count() for manager in (Order.objects, Order.open)]  # read shop_order
