"""Generic foreign keys and generic relations. Content types are asked for, since none is remembered between cases."""

from django.contrib.contenttypes.models import ContentType

from catalog.models import Note, Product
from people.models import User
from shop.models import Order


def relation_all(product: Product):
    return list(product.notes.all())  # read catalog_note, django_content_type


def relation_filtered(order: Order):
    return list(order.notes.filter(text="note"))  # read catalog_note, django_content_type


def relation_counted(order: Order):
    return order.notes.count()  # read catalog_note, django_content_type


def relation_created(product: Product):
    product.notes.create(text="new")  # read django_content_type; insert catalog_note


def relation_get_or_create(product: Product):
    product.notes.get_or_create(text="note")  # read catalog_note, django_content_type; may: insert catalog_note


def relation_update_or_create(product: Product):
    # read catalog_note, django_content_type; update catalog_note; may: insert catalog_note
    product.notes.update_or_create(text="note", defaults={"text": "?"})


def relation_added(product: Product):
    note = Note.objects.get(pk=2)  # read catalog_note
    product.notes.add(note)  # read django_content_type; update catalog_note


def relation_added_one_by_one(product: Product):
    # read django_content_type; insert catalog_note; open: update catalog_note (whoever doesn't see that the row is new)
    product.notes.add(Note(text="new"), bulk=False)


def relation_removed(product: Product):
    # Generic keys can't be empty: the rows go.
    note = product.notes.first()  # read catalog_note, django_content_type
    product.notes.remove(note)  # delete catalog_note


def relation_cleared(product: Product):
    product.notes.clear()  # read django_content_type; delete catalog_note


def relation_cleared_one_by_one(product: Product):
    product.notes.clear(bulk=False)  # read catalog_note, django_content_type; delete catalog_note


def relation_set(product: Product):
    # read catalog_note, django_content_type; update catalog_note; delete catalog_note
    product.notes.set([Note.objects.get(pk=2)])


def relation_set_and_clear(product: Product):
    # read catalog_note, django_content_type; update catalog_note; delete catalog_note
    product.notes.set(Note.objects.filter(pk=2), clear=True)


def relation_updated(product: Product):
    product.notes.update(text="?")  # read django_content_type; update catalog_note


def relation_deleted(order: Order):
    order.notes.all().delete()  # read django_content_type; delete catalog_note


def relation_in_a_lookup():
    return Order.objects.filter(notes__text="note").count()  # read catalog_note, django_content_type, shop_order


def key_read():
    note = Note.objects.get(pk=1)  # read catalog_note
    # read django_content_type; blind: read catalog_product; open: read people_user, shop_order (what notes may be about, too)
    return note.about


def key_read_and_used():
    note = Note.objects.get(pk=2)  # read catalog_note
    # read django_content_type; blind: read shop_order, people_user; open: read catalog_product (what notes may be about, too)
    return note.about.customer.username


def key_columns(note: Note):
    return note.content_type_id, note.object_id


def key_content_type(note: Note):
    return note.content_type.model  # read django_content_type


def key_assigned(user: User):
    note = Note(text="new")
    note.about = user  # read django_content_type
    note.save()  # insert catalog_note


def key_assigned_at_construction(user: User):
    Note.objects.create(about=user, text="new")  # read django_content_type; insert catalog_note


def key_assigned_and_read(user: User):
    note = Note(about=user)  # read django_content_type
    return note.about.username


def content_type_for_model():
    return ContentType.objects.get_for_model(Order)  # read django_content_type


def content_type_for_row(order: Order):
    return ContentType.objects.get_for_model(order).model  # read django_content_type


def content_type_by_key():
    return ContentType.objects.get_by_natural_key("shop", "order").model_class()  # read django_content_type


def content_type_for_id():
    return ContentType.objects.get_for_id(1)  # read django_content_type


def filtered_by_content_type(order: Order):
    kind = ContentType.objects.get_for_model(order)  # read django_content_type
    return list(Note.objects.filter(content_type=kind, object_id=order.pk))  # read catalog_note


def object_for_this_type():
    kind = ContentType.objects.get_for_model(Order)  # read django_content_type
    return kind.get_object_for_this_type(pk=1)  # blind: read shop_order


def prefetched():
    for product in Product.objects.prefetch_related("notes"):  # read catalog_note, catalog_product, django_content_type
        print([note.text for note in product.notes.all()])
