"""Which tables a lookup reaches: the last hop is trimmed when the column is in the table before it."""

import functools
import operator

from django.db.models import Count, F, Q

from billing.models import Invoice, Payment, Receipt
from catalog.models import Book, Category, Note, Product, Supplier, Supply, Tag
from people.models import Badge, Employee, Profile, User
from shop.models import Basket, Bundle, Line, Order, Wish


def foreign_key_by_row(user: User):
    list(Order.objects.filter(customer=user))  # read shop_order


def foreign_key_by_number():
    list(Order.objects.filter(customer=1))  # read shop_order


def foreign_key_by_column():
    list(Order.objects.filter(customer_id=1))  # read shop_order


def foreign_key_by_primary_key():
    list(Order.objects.filter(customer__pk=1))  # read shop_order


def foreign_key_by_id():
    list(Order.objects.filter(customer__id=1))  # read shop_order


def foreign_key_by_id_with_lookup():
    list(Order.objects.filter(customer__id__in=[1, 2]))  # read shop_order


def foreign_key_in_list():
    list(Order.objects.filter(customer__in=[1, 2]))  # read shop_order


def foreign_key_is_null():
    list(Order.objects.filter(coupon__isnull=True))  # read shop_order


def foreign_key_is_none():
    list(Order.objects.filter(coupon=None))  # read shop_order


def foreign_key_compared():
    list(Order.objects.filter(customer__gt=1))  # read shop_order


def foreign_key_to_a_text():
    list(Order.objects.filter(coupon__code="SPRING"))  # read shop_order


def one_hop():
    list(Order.objects.filter(customer__username="user1"))  # read people_user, shop_order


def one_hop_with_lookup():
    list(Order.objects.filter(customer__username__icontains="user"))  # read people_user, shop_order


def one_hop_with_transform():
    list(Order.objects.filter(customer__date_joined__year__gte=2000))  # read people_user, shop_order


def two_hops():
    list(Invoice.objects.filter(order__customer__username="user1"))  # read billing_invoice, people_user, shop_order


def two_hops_trimmed():
    list(Invoice.objects.filter(order__customer=1))  # read billing_invoice, shop_order


def two_hops_trimmed_at_the_column():
    list(Invoice.objects.filter(order__customer_id=1))  # read billing_invoice, shop_order


def two_hops_trimmed_at_the_key():
    list(Invoice.objects.filter(order__customer__id=1))  # read billing_invoice, shop_order


def three_hops():
    # read billing_invoice, billing_payment, people_user, shop_order
    list(Payment.objects.filter(invoice__order__customer__email="a@example.com"))


def primary_key_that_is_a_foreign_key():
    list(Payment.objects.filter(pk=1))  # read billing_payment


def primary_key_that_is_a_foreign_key_by_name():
    list(Payment.objects.filter(invoice=1, invoice__pk=1, invoice_id=1))  # read billing_payment


def through_a_primary_key_that_is_a_foreign_key():
    list(Invoice.objects.filter(payment__invoice=1))  # read billing_invoice, billing_payment


def unique_column_trimmed():
    list(Receipt.objects.filter(invoice__number="N1"))  # read old_receipts


def unique_column_not_trimmed():
    list(Receipt.objects.filter(invoice__id=1))  # read billing_invoice, old_receipts


def unique_column_by_row(invoice: Invoice):
    list(Receipt.objects.filter(invoice=invoice))  # read old_receipts


def two_hops_over_a_unique_column():
    list(Receipt.objects.filter(invoice__order__status="paid"))  # read billing_invoice, old_receipts, shop_order


def reverse_by_related_name():
    list(User.objects.filter(orders__status="paid"))  # read people_user, shop_order


def reverse_by_related_name_trimmed():
    list(User.objects.filter(orders=1))  # read people_user, shop_order


def reverse_by_primary_key():
    list(User.objects.filter(orders__pk__in=[1]))  # read people_user, shop_order


def reverse_by_query_name():
    list(Order.objects.filter(bill__number="N1"))  # read billing_invoice, shop_order


def reverse_by_default_name():
    list(Product.objects.filter(line__quantity=2))  # read catalog_product, shop_line


def reverse_by_default_name_of_a_nullable_key():
    from shop.models import Coupon

    list(Coupon.objects.filter(order__status="paid"))  # read shop_coupon, shop_order


def reverse_is_null():
    list(User.objects.filter(orders__isnull=True))  # read people_user, shop_order


def reverse_and_back():
    list(Order.objects.filter(customer__orders__status="paid"))  # read people_user, shop_order


def reverse_exclude():
    list(User.objects.exclude(orders__status="paid"))  # read people_user, shop_order


def reverse_exclude_by_row():
    list(User.objects.exclude(orders=1))  # read people_user, shop_order


def forward_exclude():
    list(Order.objects.exclude(customer__username="user1"))  # read people_user, shop_order


def one_to_one():
    list(Profile.objects.filter(user__username="user1"))  # read people_profile, people_user


def one_to_one_reverse():
    list(User.objects.filter(profile__bio="..."))  # read people_profile, people_user


def one_to_one_reverse_default_name():
    list(User.objects.filter(badge__code="B1"))  # read people_badge, people_user


def one_to_one_reverse_is_null():
    list(User.objects.filter(badge=None))  # read people_badge, people_user


def one_to_one_by_key():
    list(Badge.objects.filter(user=1))  # read people_badge


def across_profile():
    list(Order.objects.filter(customer__profile__bio="..."))  # read people_profile, people_user, shop_order


def many_to_many():
    list(Product.objects.filter(tags__label="new"))  # read catalog_product, catalog_product_tags, catalog_tag


def many_to_many_trimmed():
    list(Product.objects.filter(tags=1))  # read catalog_product, catalog_product_tags


def many_to_many_by_id():
    list(Product.objects.filter(tags__id__in=[1, 2]))  # read catalog_product, catalog_product_tags


def many_to_many_by_rows():
    tags = list(Tag.objects.all())  # read catalog_tag
    list(Product.objects.filter(tags__in=tags))  # read catalog_product, catalog_product_tags


def many_to_many_is_null():
    list(Product.objects.filter(tags__isnull=True))  # read catalog_product, catalog_product_tags


def many_to_many_reverse():
    list(Tag.objects.filter(product__name="Pen"))  # read catalog_product, catalog_product_tags, catalog_tag


def many_to_many_reverse_trimmed():
    list(Tag.objects.filter(product=1))  # read catalog_product_tags, catalog_tag


def many_to_many_exclude():
    list(Product.objects.exclude(tags__label="new"))  # read catalog_product, catalog_product_tags, catalog_tag


def many_to_many_through():
    list(Product.objects.filter(suppliers__name="Supplier 1"))  # read catalog_product, catalog_supplier, catalog_supply


def many_to_many_through_trimmed(supplier: Supplier):
    list(Product.objects.filter(suppliers=supplier))  # read catalog_product, catalog_supply


def many_to_many_through_model():
    list(Product.objects.filter(supply__cost__gt=0))  # read catalog_product, catalog_supply


def many_to_many_through_model_trimmed():
    list(Product.objects.filter(supply__supplier__isnull=False))  # read catalog_product, catalog_supply


def many_to_many_with_named_table():
    list(Basket.objects.filter(products__name="Pen"))  # read catalog_product, shop_basket, shop_in_basket


def many_to_many_over_two():
    # read catalog_product, catalog_product_tags, catalog_tag, shop_line, shop_order
    list(Order.objects.filter(products__tags__label="new"))


def self_foreign_key():
    list(Employee.objects.filter(boss__name="Ann"))  # read people_employee


def self_foreign_key_reverse():
    list(Employee.objects.filter(reports__name="Bob"))  # read people_employee


def self_foreign_key_trimmed():
    list(Employee.objects.filter(boss=1))  # read people_employee


def self_many_to_many():
    list(Employee.objects.filter(friends__name="Bob"))  # read people_employee, people_employee_friends


def self_many_to_many_asymmetric():
    list(Employee.objects.filter(follows__name="Cid"))  # read people_employee, people_employee_follows


def self_many_to_many_reverse():
    list(Employee.objects.filter(followers__name="Ann"))  # read people_employee, people_employee_follows


def self_many_to_many_trimmed():
    list(Employee.objects.filter(followers=1))  # read people_employee, people_employee_follows


def tree():
    list(Category.objects.filter(parent__parent__name="Reading"))  # read catalog_category


def inherited_column():
    list(Book.objects.filter(name="Odes"))  # read catalog_book, catalog_product


def inherited_path():
    list(Book.objects.filter(category__name="Poems"))  # read catalog_book, catalog_category, catalog_product


def inherited_many_to_many():
    # read catalog_product, catalog_product_tags, catalog_tag, shop_bundle
    list(Bundle.objects.filter(tags__label="new"))


def own_column_of_child():
    list(Book.objects.filter(isbn="1"))  # read catalog_book, catalog_product


def child_from_parent():
    list(Product.objects.filter(book__isbn="1"))  # read catalog_book, catalog_product


def child_from_parent_is_null():
    list(Product.objects.filter(book__isnull=False))  # read catalog_book, catalog_product


def child_of_a_related_parent():
    # read catalog_book, catalog_product, people_employee, shop_line
    list(Line.objects.filter(product__book__author__name="Ann"))


def parent_from_child_over_a_relation():
    list(Employee.objects.filter(books__name="Odes"))  # read catalog_book, catalog_product, people_employee


def own_column_over_a_relation():
    list(Employee.objects.filter(books__isbn="1"))  # read catalog_book, people_employee


def generic_relation():
    list(Product.objects.filter(notes__text="note"))  # read catalog_note, catalog_product, django_content_type


def generic_relation_reverse():
    list(Note.objects.filter(product__name="Pen"))  # read catalog_note, catalog_product, django_content_type


def generic_relation_reverse_of_order():
    # read catalog_note, django_content_type, people_user, shop_order
    list(Note.objects.filter(order__customer__username="user1"))


def content_type_column():
    list(Note.objects.filter(content_type__app_label="shop", object_id=1))  # read catalog_note, django_content_type


def two_conditions_on_one_path():
    list(Order.objects.filter(customer__username="user1", customer__is_staff=False))  # read people_user, shop_order


def conditions_on_two_paths():
    # read billing_invoice, people_user, shop_order
    list(Invoice.objects.filter(order__customer__username="user1", approved_by__username="user3"))


def condition_objects():
    # read people_user, shop_coupon, shop_order
    list(Order.objects.filter(Q(customer__username="user1") | ~Q(coupon__percent=3)))


def condition_objects_in_a_variable():
    condition = Q(status="paid")
    condition |= Q(customer__username="user1")
    list(Order.objects.filter(condition))  # read people_user, shop_order


def condition_with_connector():
    # read people_user, shop_order
    list(Order.objects.filter(Q(("customer__username", "user1"), ("status", "paid"), _connector=Q.OR)))


def condition_by_and_of_list():
    conditions = [Q(status="paid"), Q(coupon__percent=10)]
    combined = Q()
    for condition in conditions:
        combined &= condition
    list(Order.objects.filter(combined))  # read shop_coupon, shop_order


def column_against_column():
    list(Order.objects.filter(customer=F("coupon__percent")))  # read shop_coupon, shop_order


def column_against_a_path():
    list(Invoice.objects.filter(amount__gt=F("order__total")))  # read billing_invoice, shop_order


def column_against_a_trimmed_path():
    list(Invoice.objects.filter(approved_by=F("order__customer")))  # read billing_invoice, shop_order


def primary_key_over_a_path():
    list(Invoice.objects.filter(order__pk=1))  # read billing_invoice


def values_of_paths():
    # read billing_invoice, people_user, shop_order
    list(Invoice.objects.values("order__customer__username", "approved_by__email"))


def values_of_a_trimmed_path():
    list(Invoice.objects.values("order__customer_id", "order__pk"))  # read billing_invoice, shop_order


def values_of_a_trimmed_relation():
    list(Invoice.objects.values_list("order__customer", flat=True))  # read billing_invoice, shop_order


def values_of_reverse():
    list(User.objects.values("orders__status"))  # read people_user, shop_order


def values_of_reverse_trimmed():
    list(User.objects.values("orders"))  # read people_user, shop_order


def order_by_trimmed_path():
    list(Invoice.objects.order_by("order__customer_id"))  # read billing_invoice, shop_order


def order_by_key_of_relation():
    list(Invoice.objects.order_by("order__pk"))  # read billing_invoice


def order_by_relation_with_ordering():
    from billing.models import Refund

    list(Refund.objects.order_by("payment"))  # read billing_refund


def annotate_over_paths():
    # read billing_invoice, billing_payment, people_user, shop_order
    list(User.objects.annotate(bills=Count("orders__bill"), paid=Count("orders__bill__payment")))


def annotate_over_a_trimmed_path():
    list(User.objects.annotate(people=Count("orders__customer")))  # read people_user, shop_order


def distinct_and_ordered():
    # read catalog_category, catalog_product, people_user, shop_line, shop_order
    list(Product.objects.filter(orders__customer__username="user1").order_by("category__name").distinct())


def lookup_by_isnull_over_a_path():
    list(Wish.objects.filter(product__category__isnull=True))  # read catalog_product, shop_wish


def lookup_by_row_over_a_path(category: Category):
    list(Wish.objects.filter(product__category=category))  # read catalog_product, shop_wish


def lookup_of_supply():
    # read catalog_category, catalog_product, catalog_supplier, catalog_supply
    list(Supply.objects.filter(product__category__parent=1, supplier__name="Supplier 1"))


def condition_by_reduce():
    conditions = [Q(status="paid"), Q(customer__username="user1")]
    list(Order.objects.filter(functools.reduce(operator.or_, conditions)))  # read people_user, shop_order


def lookup_of_text_in_parts():
    name = "customer"
    # read people_user, shop_order
    list(Order.objects.filter(**{f"{name}__username": "user1", name + "__is_staff": False}))


def lookup_from_an_argument():
    def matching(path, value):
        return Order.objects.filter(**{path: value})

    list(matching("coupon__percent", 10))  # read shop_coupon, shop_order


def lookup_by_name_in_a_loop():
    for path in ("customer__username", "-coupon__percent"):
        list(Order.objects.order_by(path))  # read people_user, shop_coupon, shop_order


def lookup_with_joined_constants():
    parts = ["customer", "profile", "bio"]
    list(Order.objects.filter(**{"__".join(parts): "..."}))  # read people_profile, people_user, shop_order
