"""Classes in the place of others, by `__getattr__` of a metaclass and by `__new__`."""

from tests.support.query_snippets import check

REPLACEABLE = """
    from django.utils.module_loading import import_string

    REPLACEMENTS = {}

    def chosen(cls, default):
        path = REPLACEMENTS.get(cls.__name__)
        if path is not None:
            default = import_string(path)
        return default

    class ReplaceableType(type):
        def __getattr__(cls, name):
            return getattr(chosen(cls, cls.default), name)

    class Replaceable(metaclass=ReplaceableType):
        default = None

        def __new__(cls, *args, **kwargs):
            return chosen(cls, cls.default)(*args, **kwargs)
"""


def test_a_queryset_class_behind_another():
    check(
        """
        from stock.models import Box

        def drop(order: Order):
            Box.objects.full().delete()  # delete stock_box inferred
            order.boxes.all().delete()  # delete stock_box
        """,
        models="""
        from django.db import models
        from shop.models import Order
        from stock.replaceable import Replaceable

        class StoredBoxes(models.QuerySet):
            def full(self):
                return self.filter(full=True)  # read stock_box

        class BoxQuerySet(Replaceable):
            default = StoredBoxes

        class Box(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="boxes")
            full = models.BooleanField()
            objects = BoxQuerySet.as_manager()
        """,
        files={"stock/replaceable.py": REPLACEABLE},
    )


def test_methods_and_instances_of_the_class_behind():
    check(
        """
        from stock.replaceable import Replaceable

        class StoredBasket:
            def __init__(self, order):
                self.order = order

            @classmethod
            def orders(cls, user):
                return Order.objects.filter(customer=user)

            def empty(self):
                self.order.lines.all().delete()  # delete shop_line inferred

        class Basket(Replaceable):
            default = StoredBasket

        def forget(user, order: Order):
            Basket.orders(user).update(paid=True)  # update shop_order inferred
            Basket(order).empty()
        """,
        files={"stock/replaceable.py": REPLACEABLE},
    )


def test_a_class_that_makes_itself():
    check("""
        class Keeper:
            made = None

            def __new__(cls, order):
                if cls.made is None:
                    cls.made = super().__new__(cls)
                return cls.made

            def __init__(self, order):
                self.order = order

            def keep(self):
                self.order.refresh_from_db()  # read shop_order inferred

        def keep(order: Order):
            Keeper(order).keep()
    """)
