"""Columns that a query leaves out are fetched where they are looked at, one by one."""

from billing.models import Invoice
from catalog.models import Book, Picture
from shop.models import Line, Order


def only_some():
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    order.status, order.pk, order.id
    order.total  # read shop_order
    order.total


def all_but_some():
    order = Order.objects.defer("total").first()  # read shop_order
    order.status
    return order.total  # read shop_order


def one_by_one():
    for order in Order.objects.only("status"):  # read shop_order
        order.status
        order.total  # read shop_order
        order.placed  # read shop_order


def in_a_comprehension():
    orders = Order.objects.filter(pk__gt=0).defer("total")
    return [order.total for order in orders]  # read shop_order


def foreign_key_column():
    line = Line.objects.only("quantity").get(pk=1)  # read shop_line
    return line.order_id  # read shop_line


def foreign_key():
    line = Line.objects.only("quantity").get(pk=1)  # read shop_line
    return line.order  # read shop_line, shop_order


def foreign_key_that_is_there():
    line = Line.objects.only("order").get(pk=1)  # read shop_line
    return line.order  # read shop_order


def by_the_name_of_the_column():
    line = Line.objects.only("order_id").get(pk=1)  # read shop_line
    line.order_id
    return line.quantity  # read shop_line


def assigned_before():
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    order.total = 1
    return order.total


def saved():
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    order.save()  # update shop_order


def fetched_on_one_way(flag: bool = False):
    order = Order.objects.only("status").get(pk=1)  # read shop_order
    if flag:
        order.total  # read shop_order
    return order.total  # may: read shop_order


def last_word_counts():
    order = Order.objects.only("status").only("total").get(pk=1)  # read shop_order
    order.total
    return order.status  # read shop_order


def taken_back():
    order = Order.objects.defer("total").defer(None).get(pk=1)  # read shop_order
    return order.total


def left_out_of_some():
    order = Order.objects.only("status", "total").defer("total").get(pk=1)  # read shop_order
    order.status
    return order.total  # read shop_order


def some_of_what_is_left_out():
    order = Order.objects.defer("total").only("status", "total").get(pk=1)  # read shop_order
    order.status
    order.placed  # read shop_order
    return order.total  # read shop_order


def all_but_all_of_some():
    order = Order.objects.only("status").defer("status").get(pk=1)  # read shop_order
    order.total
    return order.status


def left_out_twice():
    order = Order.objects.defer("total").defer("status").get(pk=1)  # read shop_order
    order.placed
    order.total  # read shop_order
    order.status  # read shop_order


def related_row():
    # read billing_invoice, shop_order
    invoice = Invoice.objects.select_related("order").only("number", "order__status").get(pk=1)
    invoice.order.status
    return invoice.order.total  # read shop_order


def related_row_without_a_column():
    invoice = Invoice.objects.select_related("order").defer("order__total").get(pk=1)  # read billing_invoice, shop_order
    invoice.number, invoice.order_id, invoice.order.status
    return invoice.order.total  # read shop_order


def related_row_as_a_whole():
    invoice = Invoice.objects.select_related("order").only("order").get(pk=1)  # read billing_invoice, shop_order
    invoice.order.total
    return invoice.number  # read billing_invoice


def column_of_the_child():
    book = Book.objects.only("name").first()  # read catalog_book, catalog_product
    return book.isbn  # read catalog_book


def column_of_the_parent():
    book = Book.objects.only("isbn").first()  # read catalog_book
    return book.price  # read catalog_book, catalog_product


def key_of_the_child():
    book = Book.objects.only("isbn").first()  # read catalog_book
    return book.pk, book.product_ptr_id


def file():
    picture = Picture.objects.only("product").first()  # read catalog_picture
    return picture.file  # read catalog_picture


def plain_values():
    return [name for (name,) in Order.objects.only("status").values_list("total")]  # read shop_order
