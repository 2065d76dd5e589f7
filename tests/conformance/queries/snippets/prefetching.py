"""select_related and prefetch_related in all their forms."""

from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Prefetch, prefetch_related_objects

from billing.models import Invoice, Payment, Receipt
from catalog.models import Book, Category, Note, Product
from people.models import Employee, User
from shop.models import Basket, Line, Order, Shelf


def select_related_one():
    list(Order.objects.select_related("customer"))  # read people_user, shop_order


def select_related_several():
    list(Order.objects.select_related("customer", "coupon"))  # read people_user, shop_coupon, shop_order


def select_related_path():
    list(Invoice.objects.select_related("order__customer"))  # read billing_invoice, people_user, shop_order


def select_related_reverse_one_to_one():
    list(User.objects.select_related("profile", "badge"))  # read people_badge, people_profile, people_user


def select_related_across_reverse():
    list(Order.objects.select_related("customer__profile"))  # read people_profile, people_user, shop_order


def select_related_everything():
    # Keys that may be empty are not followed, those behind them neither.
    list(Invoice.objects.select_related())  # read billing_invoice, people_user, shop_order


def select_related_everything_over_two():
    list(Payment.objects.select_related())  # read billing_invoice, billing_payment, people_user, shop_order


def select_related_forgotten():
    list(Order.objects.select_related("customer").select_related(None))  # read shop_order


def select_related_adds_up():
    list(Order.objects.select_related("customer").select_related("coupon"))  # read people_user, shop_coupon, shop_order


def select_related_of_values_is_dropped():
    list(Order.objects.select_related("customer").values("status"))  # read shop_order


def select_related_and_get():
    return Order.objects.select_related("customer").get(pk=1).customer.email  # read people_user, shop_order


def select_related_and_first():
    # read billing_invoice, old_receipts, shop_order
    return Receipt.objects.select_related("invoice__order").first().invoice.order.status


def select_related_parent():
    list(Line.objects.select_related("product__category"))  # read catalog_category, catalog_product, shop_line


def select_related_child():
    list(Product.objects.select_related("book"))  # read catalog_book, catalog_product


def prefetch_reverse():
    list(Order.objects.prefetch_related("lines"))  # read shop_line, shop_order


def prefetch_default_name():
    list(Order.objects.prefetch_related("invoice_set"))  # read billing_invoice, shop_order


def prefetch_forward():
    list(Order.objects.prefetch_related("customer"))  # read people_user, shop_order


def prefetch_path():
    # read catalog_category, catalog_product, shop_line, shop_order
    list(Order.objects.prefetch_related("lines__product__category"))


def prefetch_several():
    # read people_user, shop_coupon, shop_line, shop_order
    list(Order.objects.prefetch_related("lines", "customer", "coupon"))


def prefetch_many_to_many():
    list(Product.objects.prefetch_related("tags"))  # read catalog_product, catalog_product_tags, catalog_tag


def prefetch_many_to_many_reverse():
    from catalog.models import Tag

    list(Tag.objects.prefetch_related("products"))  # read catalog_product, catalog_product_tags, catalog_tag


def prefetch_many_to_many_through():
    # read catalog_product, catalog_supplier, catalog_supply, shop_line, shop_order
    list(Order.objects.prefetch_related("products__suppliers"))


def prefetch_many_to_many_with_named_table():
    list(Basket.objects.prefetch_related("products"))  # read catalog_product, shop_basket, shop_in_basket


def prefetch_self():
    # read people_employee, people_employee_follows, people_employee_friends
    list(Employee.objects.prefetch_related("reports__friends", "followers"))


def prefetch_one_to_one():
    list(User.objects.prefetch_related("profile"))  # read people_profile, people_user


def prefetch_generic_relation():
    list(Product.objects.prefetch_related("notes"))  # read catalog_note, catalog_product, django_content_type


def prefetch_generic_foreign_key():
    # Its tables are those of whatever the notes are about.
    notes = Note.objects.prefetch_related("about")
    list(notes)  # read catalog_note, django_content_type; blind: read catalog_product, people_user, shop_order


def prefetch_generic_foreign_key_with_querysets():
    # read catalog_note, catalog_product, django_content_type, shop_coupon, shop_order; open: read people_user (what notes may be about, too)
    list(Note.objects.prefetch_related(GenericPrefetch("about", [Product.objects.all(), Order.objects.select_related("coupon")])))


def prefetch_forgotten():
    list(Order.objects.prefetch_related("lines").prefetch_related(None))  # read shop_order


def prefetch_of_inherited():
    # read catalog_book, catalog_product, catalog_product_tags, catalog_tag, people_employee
    list(Book.objects.prefetch_related("tags", "author"))


def prefetch_uses_the_default_manager():
    list(Product.objects.prefetch_related("shelves"))  # read catalog_category, catalog_product, shop_shelf


def prefetch_forward_uses_the_base_manager():
    from shop.models import Spot

    list(Spot.objects.prefetch_related("shelf"))  # read shop_shelf, shop_spot


def prefetch_object():
    list(Order.objects.prefetch_related(Prefetch("lines")))  # read shop_line, shop_order


def prefetch_object_with_queryset():
    # read catalog_product, shop_line, shop_order
    list(Order.objects.prefetch_related(Prefetch("lines", queryset=Line.objects.select_related("product"))))


def prefetch_object_with_filter():
    lines = Line.objects.filter(product__category__name="Reading")
    # read catalog_category, catalog_product, shop_line, shop_order
    list(Order.objects.prefetch_related(Prefetch("lines", lines, to_attr="reading_lines")))


def prefetch_object_to_attribute():
    orders = Order.objects.prefetch_related(Prefetch("lines", queryset=Line.objects.all(), to_attr="kept_lines"))
    for order in orders:  # read shop_line, shop_order
        for line in order.kept_lines:
            print(line.product.name)  # read catalog_product


def prefetch_object_of_a_path():
    # read catalog_product, people_user, shop_line, shop_order
    list(User.objects.prefetch_related(Prefetch("orders__lines", queryset=Line.objects.order_by("product__name"))))


def prefetch_then_deeper():
    # read billing_invoice, people_user, shop_order
    list(User.objects.prefetch_related(Prefetch("orders", queryset=Order.objects.filter(status="paid")), "orders__invoice_set"))


def prefetch_inside_a_prefetch():
    orders = Order.objects.prefetch_related("lines")
    list(User.objects.prefetch_related(Prefetch("orders", queryset=orders)))  # read people_user, shop_line, shop_order


def prefetch_with_values():
    for category in Category.objects.prefetch_related("products", "children"):  # read catalog_category, catalog_product
        print([product.name for product in category.products.all()])


def prefetched_rows_in_a_loop():
    for order in Order.objects.prefetch_related("lines__product"):  # read catalog_product, shop_line, shop_order
        for line in order.lines.all():
            print(line.product.name)


def prefetched_and_filtered_again():
    for order in Order.objects.prefetch_related("lines"):  # read shop_line, shop_order
        print(order.lines.filter(product__name="Pen").count())  # read catalog_product, shop_line


def prefetch_related_objects_later():
    orders = list(Order.objects.all())  # read shop_order
    prefetch_related_objects(orders, "lines__product", "customer")  # read catalog_product, people_user, shop_line


def prefetch_related_objects_of_a_parameter(order: Order):
    # read billing_invoice, catalog_product, shop_line
    prefetch_related_objects([order], "invoice_set", Prefetch("lines", queryset=Line.objects.select_related("product")))


def prefetch_after_select_related():
    # read billing_invoice, shop_line, shop_order
    list(Invoice.objects.select_related("order").prefetch_related("order__lines"))


def prefetch_and_first():
    return Order.objects.prefetch_related("lines").first()  # read shop_line, shop_order


def prefetch_and_get():
    return Order.objects.prefetch_related("lines").get(pk=1)  # read shop_line, shop_order


def prefetch_is_not_needed_for_count():
    return Order.objects.prefetch_related("lines").count()  # read shop_order


def related_manager_with_prefetch(user: User):
    list(user.orders.prefetch_related("lines").select_related("coupon"))  # read shop_coupon, shop_line, shop_order


def shelf_by_related_objects():
    list(Shelf.every.select_related("product").prefetch_related("spots"))  # read catalog_product, shop_shelf, shop_spot
