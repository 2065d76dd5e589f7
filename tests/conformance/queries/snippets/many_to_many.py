"""Managers of many-to-many fields, from either side, with automatic and explicit tables.

Whether `add` looks into the table first depends on the database and on the signals that listen.
"""

from catalog.models import Product, Supplier, Supply, Tag
from django.contrib.auth.models import Group, Permission
from people.models import Employee, User
from shop.models import Basket, Bundle, Line, Order


def all_rows(product: Product):
    return list(product.tags.all())  # read catalog_product_tags, catalog_tag


def all_rows_reverse(tag: Tag):
    return list(tag.products.all())  # read catalog_product, catalog_product_tags


def filtered(product: Product):
    return list(product.tags.filter(label="new"))  # read catalog_product_tags, catalog_tag


def filtered_by_path(tag: Tag):
    # read catalog_category, catalog_product, catalog_product_tags
    return list(tag.products.filter(category__name="Reading"))


def excluded(tag: Tag):
    # read catalog_category, catalog_product, catalog_product_tags
    return tag.products.exclude(category__name="Reading").first()


def count(product: Product):
    # No need for the tags themselves.
    return product.tags.count()  # read catalog_product_tags


def count_filtered(product: Product):
    return product.tags.filter(label="new").count()  # read catalog_product_tags, catalog_tag


def exists(product: Product):
    return product.tags.exists()  # read catalog_product_tags


def exists_filtered(product: Product):
    return product.tags.filter(label="new").exists()  # read catalog_product_tags, catalog_tag


def get_and_first(product: Product):
    return product.tags.get(label="new"), product.tags.first()  # read catalog_product_tags, catalog_tag


def contains(product: Product, tag: Tag):
    return product.tags.contains(tag), tag in product.tags.all()  # read catalog_product_tags, catalog_tag


def values(product: Product):
    return list(product.tags.values_list("label", flat=True))  # read catalog_product_tags, catalog_tag


def values_of_keys(product: Product):
    return list(product.tags.values_list("pk", flat=True))  # read catalog_product_tags, catalog_tag


def iterated(product: Product):
    for tag in product.tags.all():  # read catalog_product_tags, catalog_tag
        print(tag.label, tag.products.count())  # read catalog_product_tags


def add_row(product: Product):
    tag = Tag.objects.get(label="old")  # read catalog_tag
    product.tags.add(tag)  # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)


def add_key(product: Product):
    product.tags.add(2)  # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)


def add_several(product: Product):
    # read catalog_tag; insert catalog_product_tags; open: read catalog_product_tags (some databases look first)
    product.tags.add(*Tag.objects.all())


def add_reverse(tag: Tag, product: Product):
    # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)
    tag.products.add(product)


def add_nothing(product: Product):
    # open: insert catalog_product_tags (Django sees that there are none); open: read catalog_product_tags (the same)
    product.tags.add()


def create(product: Product):
    # insert catalog_product_tags, catalog_tag; open: read catalog_product_tags (some databases look first)
    product.tags.create(label="fresh")


def create_reverse(tag: Tag):
    # insert catalog_product, catalog_product_tags; open: read catalog_product_tags (some databases look first)
    tag.products.create(name="Cap")


def get_or_create(product: Product):
    # read catalog_product_tags, catalog_tag; may: insert catalog_product_tags, catalog_tag
    product.tags.get_or_create(label="new")


def get_or_create_that_creates(product: Product):
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags, catalog_tag
    product.tags.get_or_create(label="fresh")


def update_or_create(product: Product):
    # read catalog_product_tags, catalog_tag; update catalog_tag; may: insert catalog_product_tags, catalog_tag
    product.tags.update_or_create(pk=1, defaults={"label": "newest"})


def update_or_create_that_creates(product: Product):
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags, catalog_tag; may: update catalog_tag
    product.tags.update_or_create(label="fresh")


def remove(product: Product):
    tag = Tag.objects.get(label="new")  # read catalog_tag
    product.tags.remove(tag)  # delete catalog_product_tags


def remove_key(product: Product):
    product.tags.remove(1)  # delete catalog_product_tags


def remove_reverse(tag: Tag, product: Product):
    tag.products.remove(product)  # delete catalog_product_tags


def clear(product: Product):
    product.tags.clear()  # delete catalog_product_tags


def clear_reverse(tag: Tag):
    tag.products.clear()  # delete catalog_product_tags


def set_rows(product: Product):
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags; delete catalog_product_tags
    product.tags.set(Tag.objects.filter(label="old"))


def set_keys(product: Product):
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags; delete catalog_product_tags
    product.tags.set([2, 3])


def set_reverse(tag: Tag):
    # read catalog_product, catalog_product_tags; insert catalog_product_tags; delete catalog_product_tags
    tag.products.set([Product.objects.get(name="Ink")])


def set_the_same(product: Product):
    # read catalog_product_tags, catalog_tag; may: insert catalog_product_tags; may: delete catalog_product_tags
    product.tags.set([1])


def set_nothing(product: Product):
    # read catalog_product_tags, catalog_tag; delete catalog_product_tags; open: insert catalog_product_tags (Django sees that the list is empty)
    product.tags.set([])


def set_and_clear(product: Product):
    # insert catalog_product_tags; delete catalog_product_tags; open: read catalog_product_tags (some databases look first)
    product.tags.set([2], clear=True)


def update(product: Product):
    product.tags.update(label="fresh")  # read catalog_product_tags; update catalog_tag


def update_filtered(tag: Tag):
    # read catalog_category, catalog_product_tags; update catalog_product
    tag.products.filter(category__name="Reading").update(price=1)


def delete_of_related(basket: Basket):
    # Rows of the explicit table, by its own manager.
    # read catalog_product, shop_in_basket; delete shop_line
    Line.objects.filter(product__in=basket.products.all()).delete()


def rows_with_explicit_table(order: Order):
    return [product.category for product in order.products.all()]  # read catalog_category, catalog_product, shop_line


def rows_with_explicit_table_reverse(product: Product):
    return list(product.orders.all())  # read shop_line, shop_order


def add_with_explicit_table(order: Order):
    bundle = Product.objects.get(name="Desk")  # read catalog_product
    order.products.add(bundle)  # read shop_line; insert shop_line


def add_with_through_defaults(order: Order):
    # read catalog_product, shop_line; insert shop_line
    order.products.add(Product.objects.get(name="Desk"), through_defaults={"quantity": 3})


def add_with_through_defaults_reverse(product: Product, order: Order):
    order = Order.objects.get(pk=3)  # read shop_order
    product.orders.add(order, through_defaults={"quantity": 3})  # read shop_line; insert shop_line


def create_with_explicit_table(order: Order):
    # read shop_line; insert catalog_product, shop_line
    order.products.create(name="Cap", through_defaults={"quantity": 3})


def remove_with_explicit_table(order: Order, product: Product):
    order.products.remove(product)  # delete shop_line


def clear_with_explicit_table(order: Order):
    order.products.clear()  # delete shop_line


def set_with_explicit_table(order: Order):
    # read catalog_product, shop_line; insert shop_line; delete shop_line
    order.products.set(Product.objects.filter(name="Desk"), through_defaults={"quantity": 2})


def set_reverse_with_explicit_table(product: Product):
    # read shop_line, shop_order; insert shop_line; delete shop_line
    product.orders.set(Order.objects.filter(status="closed"))


def explicit_table_itself(product: Product):
    product.supply_set.create(supplier=Supplier.objects.first())  # read catalog_supplier; insert catalog_supply
    return product.supply_set.count()  # read catalog_supply


def explicit_table_with_uuid(supplier: Supplier):
    return list(supplier.products.all())  # read catalog_product, catalog_supply


def filter_by_explicit_table(product: Product):
    return list(product.suppliers.filter(supply__cost__gt=0))  # read catalog_supplier, catalog_supply


def through_attribute(product: Product):
    return list(product.tags.through.objects.filter(product_id=product.pk))  # read catalog_product_tags


def through_of_field():
    return Product.tags.through.objects.count()  # read catalog_product_tags


def through_created():
    Product.tags.through.objects.create(product_id=2, tag_id=2)  # insert catalog_product_tags


def through_bulk_created():
    through = Product.tags.through
    # insert catalog_product_tags
    through.objects.bulk_create([through(product_id=2, tag_id=2), through(product_id=2, tag_id=3)])


def through_deleted():
    Product.tags.through.objects.filter(tag__label="new").delete()  # read catalog_tag; delete catalog_product_tags


def through_of_explicit_table():
    return Order.products.through.objects.filter(quantity=2).count()  # read shop_line


def through_of_named_table():
    return Basket.products.through.objects.count()  # read shop_in_basket


def named_table(basket: Basket):
    return list(basket.products.all())  # read catalog_product, shop_in_basket


def named_table_added(basket: Basket):
    # read catalog_product; insert shop_in_basket; open: read shop_in_basket (some databases look first)
    basket.products.add(Product.objects.get(name="Ink"))


def symmetrical():
    boss = Employee.objects.get(pk=1)  # read people_employee
    return [friend.name for friend in boss.friends.all()]  # read people_employee, people_employee_friends


def symmetrical_added():
    boss = Employee.objects.get(pk=1)  # read people_employee
    # read people_employee; insert people_employee_friends; open: read people_employee_friends (some databases look first)
    boss.friends.add(Employee.objects.get(pk=3))


def symmetrical_removed():
    boss = Employee.objects.get(pk=1)  # read people_employee
    boss.friends.remove(Employee.objects.get(pk=2))  # read people_employee; delete people_employee_friends
    boss.friends.clear()  # delete people_employee_friends


def asymmetrical():
    boss = Employee.objects.get(pk=1)  # read people_employee
    return list(boss.follows.all()), list(boss.followers.all())  # read people_employee, people_employee_follows


def asymmetrical_added():
    bob = Employee.objects.get(pk=2)  # read people_employee
    # read people_employee; insert people_employee_follows; open: read people_employee_follows (some databases look first)
    bob.followers.add(Employee.objects.get(pk=3))
    # read people_employee, people_employee_follows; insert people_employee_follows; may: delete people_employee_follows
    bob.follows.set([1])


def inherited_field(bundle: Bundle):
    # The tags are a field of the parent.
    bundle.tags.add(3)  # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)
    return list(bundle.tags.all())  # read catalog_product_tags, catalog_tag


def field_of_child(bundle: Bundle):
    return list(bundle.parts.all())  # read catalog_product, shop_bundle_parts


def field_of_child_reverse(product: Product):
    return list(product.bundles.all())  # read catalog_product, shop_bundle, shop_bundle_parts


def field_of_child_changed(bundle: Bundle):
    # read catalog_product, shop_bundle_parts; delete shop_bundle_parts; may: insert shop_bundle_parts
    bundle.parts.set([1])


def groups_of_the_library(user: User):
    # read auth_group; insert people_user_groups; open: read people_user_groups (some databases look first)
    user.groups.add(Group.objects.get(name="staff"))
    return list(user.groups.all())  # read auth_group, people_user_groups


def groups_filtered(user: User):
    return user.groups.filter(name="staff").exists()  # read auth_group, people_user_groups


def permissions_of_the_library(user: User):
    # read auth_permission, django_content_type; insert people_user_user_permissions; open: read people_user_user_permissions (some databases look first)
    user.user_permissions.add(Permission.objects.first())


def group_reverse():
    return list(Group.objects.get(name="staff").user_set.all())  # read auth_group, people_user, people_user_groups


def in_a_loop():
    tag = Tag.objects.get(label="rare")  # read catalog_tag
    for product in Product.objects.all():  # read catalog_product
        # insert catalog_product_tags; open: read catalog_product_tags (some databases look first)
        product.tags.add(tag)


def of_created():
    product = Product.objects.create(name="Cap")  # insert catalog_product
    # read catalog_product_tags, catalog_tag; insert catalog_product_tags; may: delete catalog_product_tags
    product.tags.set(Tag.objects.all())


def prefetched():
    for product in Product.objects.prefetch_related("tags"):  # read catalog_product, catalog_product_tags, catalog_tag
        print([tag.label for tag in product.tags.all()])


def cleared_and_filled(order: Order):
    Supply.objects.filter(product__orders=order).delete()  # read catalog_product, shop_line; delete catalog_supply
    order.products.clear()  # delete shop_line
    order.products.add(1, 2)  # read shop_line; insert shop_line


def getattr_of_manager(product: Product):
    for name in ("tags", "notes"):
        print(getattr(product, name).count())  # read catalog_note, catalog_product_tags, django_content_type


def fields_of_the_model(product: Product):
    for field in product._meta.many_to_many:
        # read catalog_product_tags, catalog_supplier, catalog_supply, catalog_tag; delete catalog_product_tags, catalog_supply; may: insert catalog_product_tags, catalog_supply
        field.save_form_data(product, [])


def values_of_the_fields(product: Product):
    for field in Product._meta.local_many_to_many:
        # read catalog_product_tags, catalog_supplier, catalog_supply, catalog_tag
        print(list(field.value_from_object(product)))
