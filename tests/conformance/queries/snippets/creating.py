"""New rows."""

import uuid
from decimal import Decimal

from django.utils import timezone

from billing.models import AuditedEntry, Entry, Invoice, Payment, Receipt
from catalog.models import Category, Product, Stock, Supplier, Supply, Tag
from people.models import Badge, Employee, Profile, User
from shop.models import Basket, Coupon, Line, Order, Wish


def create():
    Tag.objects.create(label="fresh")  # insert catalog_tag


def create_with_a_row(user: User):
    Order.objects.create(customer=user)  # insert shop_order


def create_with_a_key():
    Order.objects.create(customer_id=1, coupon_id="SPRING")  # insert shop_order


def create_with_the_result_of_a_query():
    Order.objects.create(customer=User.objects.get(username="user1"))  # read people_user; insert shop_order


def create_and_use():
    order = Order.objects.create(customer_id=1)  # insert shop_order
    order.status = "paid"
    order.save()  # update shop_order


def create_and_follow():
    order = Order.objects.create(customer_id=1)  # insert shop_order
    return order.customer.username  # read people_user


def create_with_text_key():
    Coupon.objects.create(code="AUTUMN")  # insert shop_coupon


def create_with_uuid():
    Supplier.objects.create(name="New")  # insert catalog_supplier


def create_with_given_uuid():
    Basket.objects.create(id=uuid.uuid4())  # insert shop_basket


def create_in_unmanaged_table():
    Stock.objects.create(product_id=1, amount=3)  # insert legacy_stock


def create_in_table_of_another_name():
    Receipt.objects.create(invoice_id="N1")  # insert old_receipts


def create_with_unpacked_mapping():
    values = {"label": "fresh"}
    Tag.objects.create(**values)  # insert catalog_tag


def create_one_to_one():
    Payment.objects.create(invoice_id=3, amount=1)  # insert billing_payment


def create_in_a_loop():
    for label in ("one", "two"):
        Tag.objects.create(label=label)  # insert catalog_tag


def create_in_a_comprehension():
    return [Tag.objects.create(label=label) for label in ("one", "two")]  # insert catalog_tag


def create_of_filtered():
    # The filter is forgotten.
    Order.objects.filter(customer__username="user1").create(customer_id=1)  # insert shop_order


def create_using():
    Tag.objects.using("default").create(label="fresh")  # insert catalog_tag


def create_by_the_manager_of_the_library():
    User.objects.create_user("user4", "user4@example.com", "secret")  # insert people_user


def create_superuser_by_the_manager_of_the_library():
    User.objects.create_superuser("root", "root@example.com", "secret")  # insert people_user


def construct_and_save():
    tag = Tag(label="fresh")
    tag.save()  # insert catalog_tag


def construct_and_save_at_once():
    Tag(label="fresh").save()  # insert catalog_tag


def construct_without_saving():
    tag = Tag(label="fresh")
    return tag.label


def construct_by_steps():
    order = Order()
    order.customer_id = 1
    order.status = "new"
    order.save()  # insert shop_order


def construct_with_unsaved_row():
    category = Category(name="New")
    category.save()  # insert catalog_category
    product = Product(name="Cap", category=category)
    product.save()  # insert catalog_product


def construct_with_key_in_use():
    # With a key of its own, Django tries to update first.
    Tag(pk=1, label="changed").save()  # update catalog_tag; may: insert catalog_tag


def construct_with_free_key():
    Tag(pk=99, label="fresh").save()  # insert catalog_tag; update catalog_tag


def construct_with_text_key():
    Coupon(code="AUTUMN").save()  # insert shop_coupon; update shop_coupon


def construct_with_text_key_in_use():
    Coupon(code="SPRING", percent=1).save()  # update shop_coupon; may: insert shop_coupon


def construct_with_uuid_default():
    # A key with a default belongs to a new row: no attempt to update.
    Supplier(name="New").save()  # insert catalog_supplier


def construct_with_key_of_another_row(invoice: Invoice):
    Payment(invoice=invoice, amount=2).save()  # update billing_payment; may: insert billing_payment


def construct_with_forced_insert():
    Tag(pk=99, label="fresh").save(force_insert=True)  # insert catalog_tag


def construct_and_save_base():
    Tag(label="fresh").save_base()  # insert catalog_tag


def construct_with_overridden_save():
    AuditedEntry(account="cash").save()  # insert billing_entry


def create_with_overridden_save():
    AuditedEntry.objects.create(account="cash")  # insert billing_entry


def save_twice():
    tag = Tag(label="fresh")
    tag.save()  # insert catalog_tag
    tag.label = "fresher"
    tag.save()  # update catalog_tag


def copy_of_a_row():
    order = Order.objects.get(pk=1)  # read shop_order
    order.pk = None
    # insert shop_order; open: update shop_order (whoever doesn't see that the key was taken away takes it for a stored row)
    order.save()


def copy_of_a_row_with_state():
    order = Order.objects.get(pk=1)  # read shop_order
    order.pk = None
    order._state.adding = True
    # insert shop_order; open: update shop_order (whoever doesn't see that the key was taken away takes it for a stored row)
    order.save()


def get_or_create_finds():
    Tag.objects.get_or_create(label="new")  # read catalog_tag; may: insert catalog_tag


def get_or_create_creates():
    Tag.objects.get_or_create(label="fresh")  # read catalog_tag; insert catalog_tag


def get_or_create_with_defaults():
    # read shop_order; may: insert shop_order
    order, created = Order.objects.get_or_create(pk=1, defaults={"customer_id": 1})
    if created:
        order.save()  # may: update shop_order
    return order.customer.username  # read people_user


def get_or_create_by_path():
    # Only the lookup follows the path.
    # read people_user, shop_order; may: insert shop_order
    Order.objects.get_or_create(customer__username="user1", defaults={"customer_id": 1})


def get_or_create_result_by_index():
    order = Order.objects.get_or_create(pk=1, defaults={"customer_id": 1})[0]  # read shop_order; may: insert shop_order
    return order.coupon.percent  # read shop_coupon


def get_or_create_underscore():
    tag, _ = Tag.objects.get_or_create(label="fresh")  # read catalog_tag; insert catalog_tag
    tag.label = "fresher"
    tag.save()  # update catalog_tag


def update_or_create_updates():
    # read catalog_tag; update catalog_tag; may: insert catalog_tag
    Tag.objects.update_or_create(pk=1, defaults={"label": "fresh"})


def update_or_create_creates():
    # read catalog_tag; insert catalog_tag; may: update catalog_tag
    Tag.objects.update_or_create(label="fresh", defaults={"label": "fresh"})


def update_or_create_by_path():
    # read people_user, shop_order; update shop_order; may: insert shop_order
    Order.objects.update_or_create(customer__username="user1", defaults={"status": "paid"})


def update_or_create_with_create_defaults():
    order, created = Order.objects.update_or_create(
        pk=1,
        defaults={"status": "paid"},
        create_defaults={"customer_id": 1},
    )  # read shop_order; update shop_order; may: insert shop_order
    return order.customer.email, created  # read people_user


def bulk_create():
    Tag.objects.bulk_create([Tag(label="one"), Tag(label="two")])  # insert catalog_tag


def bulk_create_from_comprehension():
    # read catalog_category, catalog_product; insert shop_line
    Line.objects.bulk_create([Line(order_id=3, product=product) for product in Product.objects.filter(category__name="Reading")])


def bulk_create_from_generator(order: Order):
    # read people_user; insert shop_wish
    Wish.objects.bulk_create((Wish(user=order.customer, text=text) for text in "ab"), batch_size=1)


def bulk_create_from_a_list_that_grows():
    entries = []
    for order in Order.objects.all():  # read shop_order
        entries.append(Entry(account="cash", amount=order.total))
    Entry.objects.bulk_create(entries)  # insert billing_entry


def bulk_create_ignoring_conflicts():
    Tag.objects.bulk_create([Tag(label="new")], ignore_conflicts=True)  # insert catalog_tag


def bulk_create_updating_conflicts():
    Tag.objects.bulk_create(
        [Tag(label="new")],
        update_conflicts=True,
        unique_fields=["label"],
        update_fields=["label"],
    )  # insert catalog_tag; update catalog_tag


def bulk_create_result():
    tags = Tag.objects.bulk_create([Tag(label="one")])  # insert catalog_tag
    tags[0].label = "two"
    tags[0].save()  # update catalog_tag


def bulk_create_of_nothing():
    Tag.objects.bulk_create([])  # open: insert catalog_tag (Django sees that the list is empty)


def create_self_reference():
    employee = Employee.objects.create(name="Dan")  # insert people_employee
    Employee.objects.create(name="Eve", boss=employee)  # insert people_employee


def create_with_one_to_one():
    user = User.objects.get(pk=3)  # read people_user
    Profile.objects.create(user=user)  # insert people_profile
    Badge(user=user, code="B3").save()  # insert people_badge


def create_through_row():
    # read catalog_supplier; insert catalog_supply
    Supply.objects.create(product_id=2, supplier=Supplier.objects.first())


def create_with_expression():
    Entry.objects.create(account="cash", amount=Decimal(3) * 2, booked=timezone.now())  # insert billing_entry
