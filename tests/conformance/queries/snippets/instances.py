"""Methods of rows."""

from django.core.files.base import ContentFile
from django.core.exceptions import ValidationError
from django.db import models

from billing.models import AuditedEntry, Entry, Invoice, Payment
from catalog.models import Bargain, Picture, Product, Supplier, Tag
from people.models import Badge, Employee, User
from shop.models import Basket, Coupon, Line, Order, Wish


def save_stored():
    order = Order.objects.get(pk=1)  # read shop_order
    order.save()  # update shop_order


def save_parameter(order: Order):
    order.save()  # update shop_order; may: insert shop_order


def save_parameter_with_fields(order: Order):
    order.save(update_fields=["status"])  # update shop_order


def save_with_update_fields():
    order = Order.objects.get(pk=1)  # read shop_order
    order.status = "paid"
    order.save(update_fields=["status", "total"])  # update shop_order


def save_with_no_update_fields(order: Order):
    order.save(update_fields=[])  # open: update shop_order (Django sees that the list is empty)


def save_with_forced_update(order: Order):
    order.save(force_update=True)  # update shop_order


def save_using(order: Order):
    order.save(using="default")  # update shop_order; may: insert shop_order


def save_with_uuid():
    basket = Basket.objects.first()  # read shop_basket
    basket.save()  # update shop_basket


def save_with_text_key():
    coupon = Coupon.objects.get(pk="SPRING")  # read shop_coupon
    coupon.percent = 20
    coupon.save()  # update shop_coupon


def save_base_of_stored():
    tag = Tag.objects.get(pk=1)  # read catalog_tag
    tag.save_base()  # update catalog_tag


def save_with_assigned_row(order: Order):
    order.customer = User.objects.get(pk=2)  # read people_user
    order.save()  # update shop_order; may: insert shop_order


def save_with_assigned_key(order: Order):
    order.customer_id = 2
    order.save(update_fields=["customer"])  # update shop_order


def save_of_overridden():
    entry = AuditedEntry.objects.first()  # read billing_entry
    entry.save()  # update billing_entry


def save_of_overridden_parameter(entry: AuditedEntry):
    entry.save()  # update billing_entry; may: insert billing_entry


def method_that_saves(order: Order):
    order.close()  # update shop_order


def method_of_abstract_base_that_saves(product: Product):
    product.rename("Pencil")  # update catalog_product; may: insert catalog_product


def method_of_proxy_that_saves(bargain: Bargain):
    bargain.raise_price()  # update catalog_product


def method_that_reads(order: Order):
    return order.lines_total()  # read catalog_product, shop_line


def property_that_reads(order: Order):
    return order.customer_name.upper()  # read people_user


def cached_property_that_reads(order: Order):
    return order.first_product.name  # read catalog_product, shop_line


def classmethod_of_abstract_base():
    # read catalog_product, catalog_supplier, catalog_tag
    return Tag.objects.first(), Product.named("Pen"), Supplier.named("Supplier 1")


def classmethod_that_saves(user: User):
    return Order.place_for(user).status  # insert shop_order


def staticmethod_that_counts():
    return Order.count_all()  # read shop_order


def method_of_library_row():
    user = User.objects.get(pk=1)  # read people_user
    user.set_password("secret")
    user.save()  # update people_user


def method_of_library_that_reads_nothing(user: User):
    return user.get_full_name(), user.get_username(), user.is_authenticated, user.natural_key()


def refresh_from_db(order: Order):
    order.refresh_from_db()  # read shop_order


def refresh_from_db_with_fields(order: Order):
    order.refresh_from_db(fields=["status"])  # read shop_order


def refresh_from_db_with_relation(order: Order):
    order.refresh_from_db(fields=["customer"])  # read shop_order


def refresh_from_db_with_queryset(order: Order):
    order.refresh_from_db(from_queryset=Order.objects.select_related("customer"))  # read people_user, shop_order


def refresh_from_db_and_follow(order: Order):
    order.refresh_from_db()  # read shop_order
    return order.customer.username  # read people_user


def full_clean_of_foreign_keys(line: Line):
    # Every foreign key is looked up, and the constraint is checked.
    line.full_clean()  # read catalog_product, shop_line, shop_order


def full_clean_without_foreign_keys(entry: Entry):
    entry.full_clean()  # open: read billing_entry (the primary key of a new row is looked up too)


def full_clean_of_unique_column():
    try:
        # read people_badge; open: read people_user (a foreign key that may be empty is only looked up when it isn't)
        Badge(code="B1").full_clean()
    except ValidationError as mistake:
        return mistake.messages
    return []


def clean_fields(invoice: Invoice):
    invoice.clean_fields()  # read people_user, shop_order


def clean_fields_but_some(invoice: Invoice):
    invoice.clean_fields(exclude=["approved_by"])  # read shop_order


def clean(order: Order):
    order.clean()


def validate_unique():
    try:
        Tag(label="new").validate_unique()  # read catalog_tag
    except ValidationError:
        pass


def validate_unique_of_stored(badge: Badge):
    badge.validate_unique()  # read people_badge


def validate_constraints(line: Line):
    line.validate_constraints()  # read shop_line


def next_by_date():
    return Order.objects.get(pk=1).get_next_by_placed()  # read shop_order


def next_by_date_with_path(order: Order):
    return order.get_next_by_placed(customer__username="user2")  # read people_user, shop_order


def previous_by_date(order: Order):
    try:
        return order.get_previous_by_placed()  # read shop_order
    except Order.DoesNotExist:
        return None


def next_in_order_is_plain_data(order: Order):
    return order.serializable_value("customer"), order.get_deferred_fields(), order.pk, order._state.adding


def from_db():
    return Tag.from_db("default", ["id", "label"], [1, "new"]).label


def checks_and_messages():
    return Tag.check(), Tag(label="a").unique_error_message(Tag, ["label"]), Tag.get_constraints(Tag(label="a"))


def date_error_message(order: Order):
    return order.date_error_message("date", "status", "placed")


def prepare_database_save(user: User):
    return user.prepare_database_save(Order._meta.get_field("customer"))


def deferred_column(order: Order):
    wish = Wish.objects.defer("text").first()  # read shop_wish
    return wish.text  # read shop_wish


def delattr_makes_deferred(order: Order):
    del order.status
    return order.status  # open: read shop_order (few would expect a query of an attribute that was deleted)


def set_and_read_attributes(order: Order):
    order.note = "!"
    order.cache = {}
    order.cache.update(total=3)
    return order.status.upper()


def instance_through_self():
    class Closing:
        def __init__(self, order: Order):
            self.order = order

        def run(self):
            self.order.status = "closed"
            # update shop_order; open: insert shop_order (its state came through an annotated parameter)
            self.order.save()

    Closing(Order.objects.get(pk=1)).run()  # read shop_order


def instance_in_a_dict(order: Order):
    work = {"order": order, "lines": list(order.lines.all())}  # read shop_line
    work["order"].save()  # update shop_order; may: insert shop_order
    for line in work["lines"]:
        line.delete()  # delete shop_line


def getattr_of_relation(order: Order):
    return getattr(order, "customer").username  # read people_user


def setattr_and_save():
    order = Order.objects.get(pk=1)  # read shop_order
    setattr(order, "status", "paid")
    order.save()  # update shop_order


def save_by_getattr():
    order = Order.objects.get(pk=1)  # read shop_order
    getattr(order, "save")()  # update shop_order


def bound_method_as_value():
    order = Order.objects.get(pk=1)  # read shop_order
    finish = order.save
    finish()  # update shop_order


def unbound_method():
    order = Order.objects.get(pk=1)  # read shop_order
    models.Model.save(order)  # update shop_order


def unbound_method_of_class():
    order = Order.objects.get(pk=1)  # read shop_order
    Order.close(order)  # update shop_order


def employee_and_boss():
    employee = Employee.objects.get(pk=2)  # read people_employee
    employee.boss.name = "Zoe"  # read people_employee
    employee.boss.save()  # update people_employee


def payment_and_invoice():
    payment = Payment.objects.get(pk=1)  # read billing_payment
    payment.invoice.amount = 0  # read billing_invoice
    payment.invoice.save()  # update billing_invoice
    payment.save()  # update billing_payment


def file_saved():
    # Saving the file saves the row.
    picture = Picture.objects.get(pk=1)  # read catalog_picture
    picture.file.save("a.png", ContentFile(b"a"))  # update catalog_picture


def file_saved_of_a_parameter(picture: Picture):
    picture.file.save("a.png", ContentFile(b"a"), save=True)  # update catalog_picture; may: insert catalog_picture


def file_saved_without_row(picture: Picture):
    picture.file.save("a.png", ContentFile(b"a"), save=False)


def file_deleted():
    picture = Picture.objects.get(pk=1)  # read catalog_picture
    picture.file.delete()  # update catalog_picture


def file_deleted_of_a_parameter(picture: Picture):
    picture.file.delete(save=True)  # update catalog_picture


def file_deleted_without_row(picture: Picture):
    picture.file.delete(save=False)


def file_read(picture: Picture):
    picture.file.name = "b.png"
    return picture.file.name, picture.file.storage, bool(picture.file)


def file_assigned_and_saved():
    picture = Picture(file=ContentFile(b"a", name="a.png"))
    picture.save()  # insert catalog_picture


def copied_row():
    import copy

    order = copy.copy(Order.objects.get(pk=1))  # read shop_order
    order.save()  # update shop_order


def deep_copied_row():
    from copy import deepcopy

    deepcopy(Order.objects.get(pk=1)).save()  # read shop_order; update shop_order


def after_the_transaction():
    from django.db import transaction

    order = Order.objects.get(pk=1)  # read shop_order
    # The transaction of a case never ends well.
    transaction.on_commit(lambda: order.save())  # may: update shop_order


def password_checked(user: User):
    # An old hash would be renewed.
    user.check_password("secret")  # open: update people_user (when the hash is old)


def empty_relation_of_a_new_row():
    # open: read catalog_category, shop_coupon (whoever doesn't see that there is nothing to look for)
    return Product(name="a").category, Order().coupon


def serialized():
    from django.core import serializers

    # read people_user, shop_order
    return serializers.serialize("json", Order.objects.filter(customer__username="user1"))


def turned_into_a_mapping(order: Order):
    from django.forms.models import model_to_dict

    return model_to_dict(order, fields=["status"])
