"""Multi-table parents and children, proxies, abstract bases."""

from django.db.models import F

from billing.models import AuditedEntry
from catalog.models import Bargain, Book, Category, Named, Product, Supplier
from shop.models import Bundle, Line


def child_list():
    return list(Book.objects.all())  # read catalog_book, catalog_product


def child_list_of_another_app():
    return list(Bundle.objects.all())  # read catalog_product, shop_bundle


def child_get_by_parent_column():
    return Book.objects.get(name="Odes")  # read catalog_book, catalog_product


def child_get_by_own_column():
    return Book.objects.get(isbn="1")  # read catalog_book, catalog_product


def child_get_by_key():
    return Book.objects.get(pk=3)  # read catalog_book, catalog_product


def child_only_own_columns():
    return list(Book.objects.only("isbn"))  # read catalog_book


def child_values_of_own_column():
    return list(Book.objects.values("isbn"))  # read catalog_book


def child_values_of_parent_column():
    return list(Book.objects.values("name"))  # read catalog_book, catalog_product


def child_count():
    return Book.objects.count()  # read catalog_book


def child_count_by_parent_column():
    return Book.objects.filter(price__gt=1).count()  # read catalog_book, catalog_product


def child_exists():
    return Book.objects.filter(isbn="1").exists()  # read catalog_book


def child_link():
    # read catalog_book, catalog_product
    return list(Book.objects.filter(product_ptr=3)), list(Book.objects.values("product_ptr_id"))


def child_ordered_by_parent_column():
    return Book.objects.order_by("name").first()  # read catalog_book, catalog_product


def child_created():
    Book.objects.create(name="Epic", isbn="3")  # insert catalog_book, catalog_product


def child_created_of_another_app():
    Bundle.objects.create(name="Set")  # insert catalog_product, shop_bundle


def child_constructed():
    book = Book(name="Epic", isbn="3")
    book.save()  # insert catalog_book, catalog_product


def child_saved():
    book = Book.objects.get(isbn="1")  # read catalog_book, catalog_product
    book.name = "Elegies"
    book.save()  # update catalog_book, catalog_product


def child_saved_as_parameter(bundle: Bundle):
    bundle.save()  # update catalog_product, shop_bundle; may: insert catalog_product, shop_bundle


def child_saved_own_column():
    book = Book.objects.get(isbn="1")  # read catalog_book, catalog_product
    book.isbn = "4"
    book.save(update_fields=["isbn"])  # update catalog_book


def child_saved_parent_column():
    book = Book.objects.get(isbn="1")  # read catalog_book, catalog_product
    book.price = 3
    book.save(update_fields=["price"])  # update catalog_product


def child_saved_both_columns():
    book = Book.objects.get(isbn="1")  # read catalog_book, catalog_product
    book.save(update_fields=["price", "isbn"])  # update catalog_book, catalog_product


def child_updated_own_column():
    Book.objects.filter(pk=3).update(isbn="5")  # update catalog_book


def child_updated_own_column_by_parent_column():
    Book.objects.filter(name="Odes").update(isbn="5")  # read catalog_product; update catalog_book


def child_updated_parent_column():
    # The keys are fetched first.
    Book.objects.filter(isbn="1").update(price=3)  # read catalog_book; update catalog_product


def child_updated_parent_column_of_all():
    Bundle.objects.update(price=3)  # read shop_bundle; update catalog_product


def child_updated_both_columns():
    Book.objects.filter(isbn="1").update(price=3, isbn="6")  # read catalog_book; update catalog_book, catalog_product


def child_updated_with_expression():
    Bundle.objects.update(saving=F("saving") + 1)  # update shop_bundle


def child_bulk_updated():
    bundles = list(Bundle.objects.all())  # read catalog_product, shop_bundle
    Bundle.objects.bulk_update(bundles, ["saving"])  # update shop_bundle


def child_bulk_updated_parent_column():
    books = list(Book.objects.all())  # read catalog_book, catalog_product
    Book.objects.bulk_update(books, ["price"])  # read catalog_book; update catalog_product


def child_get_or_create():
    # read catalog_book, catalog_product; may: insert catalog_book, catalog_product
    Book.objects.get_or_create(isbn="1", defaults={"name": "Odes"})


def child_update_or_create_own_column():
    # Only the given columns are saved.
    # read catalog_book, catalog_product; update catalog_book; may: insert catalog_book, catalog_product
    Book.objects.update_or_create(pk=3, defaults={"isbn": "7"})


def child_update_or_create_parent_column():
    # read catalog_product, shop_bundle; update catalog_product; may: insert catalog_product, shop_bundle
    Bundle.objects.update_or_create(name="Desk", defaults={"price": 7})


def child_raw_deleted():
    # open: read catalog_book, catalog_product (a query kept in a variable is told where it is made, too)
    books = Book.objects.filter(isbn="2")
    books._raw_delete("default")  # delete catalog_book


def child_deleted():
    book = Book.objects.get(isbn="2")  # read catalog_book, catalog_product
    # Parents and whatever points at them go too, or are looked at.
    # read django_content_type, shop_line, shop_shelf; update shop_wish; delete catalog_book, catalog_note, catalog_picture, catalog_product, catalog_product_tags, catalog_supply, shop_bundle_parts, shop_in_basket; may: delete shop_shelf, shop_spot
    book.delete()


def child_created_from_parent():
    product = Product.objects.get(name="Ink")  # read catalog_product
    book = Book(product_ptr=product, isbn="8")
    # insert catalog_book; update catalog_book; open: insert catalog_product (raw leaves the parents out); open: update catalog_product (raw leaves the parents out)
    book.save_base(raw=True)


def child_refreshed(book: Book):
    book.refresh_from_db()  # read catalog_book, catalog_product


def child_method_of_abstract_base(book: Book):
    book.rename("Elegies")  # update catalog_book, catalog_product; may: insert catalog_book, catalog_product


def method_of_abstract_base_of_others(category: Category, supplier: Supplier, bundle: Bundle):
    category.rename("a")  # update catalog_category; may: insert catalog_category
    supplier.rename("b")  # update catalog_supplier; may: insert catalog_supplier
    bundle.rename("c")  # update catalog_product, shop_bundle; may: insert catalog_product, shop_bundle


def classmethod_of_abstract_base_of_others():
    return Category.named("Reading"), Bundle.named("Desk").saving  # read catalog_category, catalog_product, shop_bundle


def child_classmethod_of_abstract_base():
    return Book.named("Odes").isbn  # read catalog_book, catalog_product


def child_related_manager(book: Book):
    return list(book.wishes.all()), list(book.tags.all())  # read catalog_product_tags, catalog_tag, shop_wish


def child_of_relation(line: Line):
    return Line.objects.get(pk=3).product.book.isbn  # read catalog_book, catalog_product, shop_line


def child_through_parent_link(book: Book):
    return book.product_ptr_id


def parent_list():
    # No child's table is needed.
    return list(Product.objects.all())  # read catalog_product


def parent_saved():
    product = Product.objects.get(name="Odes")  # read catalog_product
    product.price = 3
    product.save()  # update catalog_product


def parent_has_child():
    product = Product.objects.get(name="Pen")  # read catalog_product
    return hasattr(product, "book")  # read catalog_book, catalog_product


def parent_to_child():
    return Product.objects.get(name="Desk").bundle.saving  # read catalog_product, shop_bundle


def parent_filtered_by_child():
    return Product.objects.filter(bundle__saving__gt=1).count()  # read catalog_product, shop_bundle


def proxy_list():
    return list(Bargain.objects.all())  # read catalog_product


def proxy_created():
    Bargain.objects.create(name="Cap", price=1)  # insert catalog_product


def proxy_saved():
    bargain = Bargain.objects.first()  # read catalog_product
    bargain.save()  # update catalog_product


def proxy_method():
    Bargain.objects.get(name="Pen").raise_price()  # read catalog_product; update catalog_product


def proxy_updated():
    Bargain.objects.filter(name="Pen").update(price=1)  # update catalog_product


def proxy_followed():
    return Bargain.objects.first().category.name  # read catalog_category, catalog_product


def proxy_lookup():
    return Bargain.objects.filter(category__name="Reading").count()  # read catalog_category, catalog_product


def proxy_related(bargain: Bargain):
    return bargain.tags.count()  # read catalog_product_tags


def proxy_get_or_create():
    AuditedEntry.objects.get_or_create(account="CASH")  # read billing_entry; insert billing_entry


def proxy_bulk_created():
    AuditedEntry.objects.bulk_create([AuditedEntry(account="a"), AuditedEntry(account="b")])  # insert billing_entry


def abstract_annotation_of_one_kind():
    def shout(thing: Named):
        # update catalog_product; may: insert catalog_product; open: update catalog_book, catalog_category, catalog_supplier, shop_bundle (named ones, too); open: insert catalog_book, catalog_category, catalog_supplier, shop_bundle (named ones, too)
        thing.rename(thing.name.upper())

    shout(Product.objects.get(name="Pen"))  # read catalog_product


def subclass_check(product: Product):
    return isinstance(product, Book), issubclass(Book, Product)
