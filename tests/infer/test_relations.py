"""Relations both ways, as attributes and as managers."""

from tests.support.query_snippets import check


def test_foreign_key():
    check("""
        def forget(line: Line, invoice: Invoice):
            line.order.customer.badge.delete()  # read shop_order, people_customer, people_badge, delete people_badge
            invoice.order.lines.update()  # read shop_order, update shop_line
    """)


def test_reverse_foreign_key():
    check("""
        def forget(customer: Customer):
            for order in customer.orders.all():  # read shop_order
                for line in order.lines.all():  # read shop_line
                    line.delete()  # delete shop_line
            customer.orders.first().lines.update()  # read shop_order, update shop_line
            customer.orders.filter(paid=True).first().settle()  # read shop_order
    """)


def test_reverse_name_by_default():
    check(
        """
        from stock.models import Box

        def forget(box: Box):
            for item in box.item_set.all():  # read stock_item
                item.delete()  # delete stock_item
            box.seal.delete()  # read stock_seal, delete stock_seal
    """,
        models="""
        from django.db import models

        class Box(models.Model):
            size = models.IntegerField()

        class Item(models.Model):
            box = models.ForeignKey(Box, models.CASCADE)

        class Seal(models.Model):
            box = models.OneToOneField(Box, models.CASCADE)
    """,
    )


def test_one_to_one():
    check("""
        def forget(customer: Customer, badge: Badge, payment: Payment):
            customer.badge.delete()  # read people_badge, delete people_badge
            badge.customer.wishes.update()  # read people_customer, update shop_wish
            payment.invoice.order.lines.update()  # read billing_invoice, shop_order, update shop_line
            try:
                customer.badge.delete()  # delete people_badge
            except Badge.DoesNotExist:
                Badge.objects.create(customer=customer)  # insert people_badge
    """)


def test_many_to_many():
    check("""
        def forget(product: Product, tag: Tag, order: Order):
            for each in product.tags.all():  # read shop_tag, shop_product_tags
                each.refresh_from_db()  # read shop_tag
            tag.products.get(pk=1).refresh_from_db()  # read shop_product, shop_product_tags
            for each in order.products.all():  # read shop_product, shop_line
                each.wishes.update()  # update shop_wish
            product.orders.first().lines.update()  # read shop_order, shop_line, update shop_line
    """)


def test_generic_relation():
    check("""
        def forget(product: Product):
            for note in product.notes.all():  # read people_note, django_content_type
                note.delete()  # delete people_note
    """)


def test_generic_foreign_key_is_what_code_stores_in_it_and_what_has_its_relation():
    check("""
        def note(line: Line):
            Note.objects.create(about=line)  # insert people_note, read django_content_type

        def forget(note: Note):
            # read shop_line, shop_product, django_content_type
            note.about.refresh_from_db()
    """)


def test_content_type_of_a_note():
    check("""
        def look(note: Note):
            note.content_type.model  # read django_content_type
            note.content_type_id, note.object_id
    """)


def test_to_self():
    check(
        """
        from stock.models import Shelf

        def forget(shelf: Shelf):
            shelf.parent.parent.refresh_from_db()  # read stock_shelf
            for each in shelf.children.all():  # read stock_shelf
                each.refresh_from_db()  # read stock_shelf
            shelf.near.add(shelf.parent)  # read stock_shelf_near, insert stock_shelf_near
            while shelf.parent:  # read stock_shelf
                shelf = shelf.parent
            shelf.refresh_from_db()  # read stock_shelf
    """,
        models="""
        from django.db import models

        class Shelf(models.Model):
            parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
            near = models.ManyToManyField("self")
    """,
    )


def test_by_text_and_lazily():
    check(
        """
        from stock.models import Parcel

        def forget(parcel: Parcel):
            parcel.wish.delete()  # read shop_wish, delete shop_wish, stock_parcel
            parcel.sender.badge.delete()  # read people_customer, people_badge, delete people_badge
            parcel.box.parcels.update()  # read stock_box, update stock_parcel
    """,
        models="""
        from django.conf import settings
        from django.db import models

        class Parcel(models.Model):
            wish = models.ForeignKey("shop.Wish", models.CASCADE)
            sender = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
            box = models.ForeignKey("Box", models.CASCADE, related_name="parcels")

        class Box(models.Model):
            pass
    """,
    )


def test_related_name_with_the_class():
    check(
        """
        from stock.models import Oak, Elm

        def forget(customer: Customer, oak: Oak):
            customer.oak_set_of.update()  # update stock_oak
            customer.stock_elms.first().owner.badge.delete()  # read stock_elm, people_badge, delete people_badge
    """,
        models="""
        from django.conf import settings
        from django.db import models

        class Tree(models.Model):
            owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="%(class)s_set_of")
            class Meta:
                abstract = True

        class Oak(Tree):
            pass

        class Elm(models.Model):
            owner = models.ForeignKey(
                settings.AUTH_USER_MODEL, models.CASCADE, related_name="%(app_label)s_%(class)ss"
            )
    """,
    )


def test_hidden_relation_has_no_way_back():
    check(
        """
        from stock.models import Box

        def look(customer: Customer):
            customer.box_set.filter(pk=1)  # blind
    """,
        models="""
        from django.conf import settings
        from django.db import models

        class Box(models.Model):
            owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    """,
    )


def test_inherited_relations():
    check("""
        def forget(rush: RushOrder, paid: PaidOrder):
            rush.lines.update()  # update shop_line
            rush.customer.badge.delete()  # read people_customer, people_badge, delete people_badge
            paid.lines.update()  # update shop_line
            paid.customer.refresh_from_db()  # read people_customer
    """)


def test_manager_as_a_value():
    check("""
        def forget(customer: Customer):
            wishes = customer.wishes
            wishes.update()  # update shop_wish
            for wish in wishes.all():  # read shop_wish
                wish.delete()  # delete shop_wish
            keep(customer.wishes)

        def keep(things):
            things.filter(text="").delete()  # delete shop_wish
            things.create(text="")  # insert shop_wish
    """)


def test_methods_of_the_default_manager():
    check("""
        def settle(customer: Customer):
            customer.orders.paid().count()  # read shop_order
            customer.orders.paid().update()  # update shop_order
            customer.wishes.open().count()  # read shop_wish, shop_product
    """)


def test_select_related_rows():
    check("""
        def show():
            for line in Line.objects.select_related("order__customer"):  # read shop_line, shop_order, people_customer
                line.order.customer.badge.delete()  # read people_badge, delete people_badge
    """)


def test_foreign_key_to_a_swapped_model():
    check("""
        def forget(order: Order):
            order.customer.addresses.update()  # read people_customer, update people_address
    """)


def test_relation_of_a_field_of_theirs():
    check("""
        def forget(customer: Customer):
            customer.groups.clear()  # delete people_customer_groups
            customer.groups.first().permissions.count()  # read people_customer_groups, auth_group, auth_group_permissions, auth_permission
    """)
