"""Rows that go: only of tables that nothing points at, since cascades are another story."""

from django.db.models import Q

from billing.models import AuditedEntry, Entry, Receipt, Refund
from catalog.models import Note, Product, Stock, Supply, Tag
from people.models import Badge, Profile, User
from shop.models import Line, Order, Spot, Wish


def delete_row():
    wish = Wish.objects.get(pk=1)  # read shop_wish
    wish.delete()  # delete shop_wish


def delete_parameter(wish: Wish):
    wish.delete()  # delete shop_wish


def delete_all():
    Wish.objects.all().delete()  # delete shop_wish


def delete_filtered():
    Wish.objects.filter(text="!").delete()  # delete shop_wish


def delete_by_path():
    Wish.objects.filter(user__username="user1").delete()  # read people_user; delete shop_wish


def delete_by_trimmed_path():
    Wish.objects.filter(user__pk=1).delete()  # delete shop_wish


def delete_by_two_paths():
    # read catalog_category, catalog_product, people_user; delete shop_wish
    Wish.objects.filter(Q(user__username="user1") & Q(product__category__name="Reading")).delete()


def delete_excluded():
    Wish.objects.exclude(product__name="Pen").delete()  # read catalog_product; delete shop_wish


def delete_where_in_queryset():
    # read people_user, shop_order; delete shop_line
    Line.objects.filter(order__in=Order.objects.filter(customer__username="user1")).delete()


def delete_in_table_of_another_name():
    Receipt.objects.filter(invoice__order=1).delete()  # read billing_invoice; delete old_receipts


def delete_in_unmanaged_table():
    Stock.objects.filter(product=1).delete()  # delete legacy_stock


def delete_ordered():
    # Its default order lies two tables away, and is of no use here.
    Refund.objects.all().delete()  # delete billing_refund


def delete_proxy():
    AuditedEntry.objects.filter(account="cash").delete()  # delete billing_entry


def delete_row_of_proxy():
    AuditedEntry.objects.first().delete()  # read billing_entry; delete billing_entry


def delete_of_first():
    Entry.objects.first().delete()  # read billing_entry; delete billing_entry


def delete_of_get():
    Profile.objects.get(user__username="user1").delete()  # read people_profile, people_user; delete people_profile


def delete_of_index():
    Entry.objects.order_by("account")[0].delete()  # read billing_entry; delete billing_entry


def delete_in_a_loop():
    for line in Line.objects.filter(order__status="paid"):  # read shop_line, shop_order
        line.delete()  # delete shop_line


def delete_of_related():
    order = Order.objects.get(pk=1)  # read shop_order
    order.lines.all().delete()  # delete shop_line


def delete_of_related_filtered(order: Order):
    order.lines.filter(product__name="Pen").delete()  # read catalog_product; delete shop_line


def delete_of_related_in_a_loop(order: Order):
    for line in order.lines.all():  # read shop_line
        line.delete()  # delete shop_line


def delete_of_reverse_one_to_one(user: User):
    user.profile.delete()  # read people_profile; delete people_profile


def delete_of_reverse_one_to_one_default_name(user: User):
    user.badge.delete()  # read people_badge; delete people_badge


def delete_of_generic(product: Product):
    product.notes.all().delete()  # read django_content_type; delete catalog_note


def delete_returns_numbers():
    number, by_model = Wish.objects.all().delete()  # delete shop_wish
    by_model.pop("shop.Wish")
    return number


def delete_and_save_again():
    badge = Badge.objects.get(pk=1)  # read people_badge
    badge.delete()  # delete people_badge
    # insert people_badge; open: update people_badge (whoever doesn't see that it was deleted takes it for a stored row)
    badge.save()


def delete_through_rows():
    Supply.objects.filter(supplier__name="Supplier 1").delete()  # read catalog_supplier; delete catalog_supply


def delete_distinct_values():
    Note.objects.filter(text="note").delete()  # delete catalog_note


def delete_spot_by_shelf():
    Spot.objects.filter(shelf__product__name="Pen").delete()  # read catalog_product, shop_shelf; delete shop_spot


def delete_with_in_bulk():
    for entry in Entry.objects.in_bulk([1, 2]).values():  # read billing_entry
        entry.delete()  # delete billing_entry


def raw_delete():
    # open: read shop_order (a query kept in a variable is told where it is made, too)
    orders = Order.objects.filter(status="paid")
    orders._raw_delete("default")  # delete shop_order


def raw_delete_by_path():
    # open: read shop_order (a query kept in a variable is told where it is made, too)
    orders = Order.objects.filter(customer__username="user1")
    orders._raw_delete(orders.db)  # read people_user; delete shop_order


def raw_delete_of_related(order: Order):
    order.lines.all()._raw_delete(using="default")  # delete shop_line


def delete_keeping_parents():
    Entry.objects.get(pk=1).delete(keep_parents=True)  # read billing_entry; delete billing_entry


def delete_using():
    Entry.objects.using("default").filter(account="cash").delete()  # delete billing_entry


def delete_with_many_to_many_rows():
    # Rows of the many-to-many table go first.
    Tag.objects.get(pk=3).delete()  # read catalog_tag; delete catalog_product_tags, catalog_tag


def delete_queryset_with_many_to_many_rows():
    Tag.objects.filter(label="rare").delete()  # read catalog_tag; delete catalog_product_tags, catalog_tag
