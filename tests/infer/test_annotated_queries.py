"""Querysets and managers that annotations speak of, and what callers hand over for them."""

from tests.support.query_snippets import check

_SHARED = """
    from django.db import models

    class PartQuerySet(models.QuerySet):
        def named(self, name):
            return self.filter(name=name)  # read stock_part, stock_spare

    class Part(models.Model):
        name = models.CharField(max_length=20)
        objects = PartQuerySet.as_manager()

    class Spare(models.Model):
        name = models.CharField(max_length=20)
        objects = PartQuerySet.as_manager()
"""


def test_class_of_a_queryset_or_manager_of_one_model():
    check("""
        from shop.managers import ArchiveManager, OrderManager, WishQuerySet

        def forget(wishes: WishQuerySet, orders: OrderManager, old: "ArchiveManager"):
            wishes.open().count()  # read shop_wish inferred, shop_product
            orders.update(paid=True)  # update shop_order proved
            orders.paid().count()  # read shop_order
            old.oldest()  # silent: its own body reads
    """)


def test_class_that_models_share_leaves_it_to_the_callers():
    check(
        """
        from stock.models import Part, PartQuerySet

        def size(parts: PartQuerySet):
            return parts.count()  # read stock_part

        def sizes():
            return size(Part.objects.named("a"))
        """,
        models=_SHARED,
    )


def test_class_that_models_share_tells_nothing_by_itself():
    check(
        """
        from stock.models import PartQuerySet

        def size(parts: PartQuerySet):
            return parts.count()
        """,
        models=_SHARED,
    )


def test_what_callers_join_is_told():
    check("""
        def size(orders: QuerySet[Order] | None = None):
            if orders is None:
                orders = Order.objects.all()  # read shop_order
            return orders.count()  # read shop_order proved, people_customer

        def all_sizes():
            return size() + size(Order.objects.filter(customer__phone="1"))  # read shop_order, people_customer
    """)


def test_rows_through_a_relation_come_through_it():
    check("""
        def texts(tags: QuerySet[Tag]):
            return [tag.label for tag in tags]  # read shop_tag, shop_order_tags

        def of(order: Order):
            return texts(order.tags.all())  # read shop_tag, shop_order_tags
    """)


def test_caller_that_contradicts_is_not_believed():
    check("""
        def size(orders: QuerySet[Order]):
            return orders.count()  # read shop_order proved

        def sizes():
            return size(Wish.objects.filter(product__name="a"))  # read shop_wish, shop_product
    """)
