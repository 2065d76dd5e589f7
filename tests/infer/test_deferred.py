"""Rows that lack columns, by the names that they are bound to."""

from tests.support.query_snippets import check


def test_a_queryset_that_was_made_elsewhere():
    check("""
        def listed():
            return Order.objects.only("paid")  # read shop_order

        def show():
            for order in listed():  # read shop_order
                order.paid, order.pk
                order.total  # read shop_order inferred via instance
    """)


def test_a_manager_that_leaves_a_column_out():
    check(
        """
        from stock.models import Crate

        def show():
            for crate in Crate.slim.all():  # read stock_crate
                crate.name
                crate.content  # read stock_crate
            for crate in Crate.objects.all():  # read stock_crate
                crate.content
    """,
        models="""
        from django.db import models

        class SlimManager(models.Manager):
            def get_queryset(self):
                return super().get_queryset().defer("content")  # read stock_crate

        class Crate(models.Model):
            name = models.CharField(max_length=9)
            content = models.TextField()
            objects = models.Manager()
            slim = SlimManager()
    """,
    )


def test_bound_anew():
    check("""
        def show(other: Order):
            order = Order.objects.only("paid").first()  # read shop_order
            order = other
            order.total
    """)


def test_names_that_only_run_time_knows():
    check("""
        def show(names):
            for order in Order.objects.only(*names):  # read shop_order
                order.total
            for order in Order.objects.defer(*names):  # read shop_order
                order.total
    """)


def test_one_of_two_querysets():
    check("""
        def show(flag):
            orders = Order.objects.only("paid") if flag else Order.objects.all()  # read shop_order
            for order in orders:  # read shop_order
                order.total
    """)


def test_gives_up_on_rows_that_are_handed_on():
    check("""
        def total_of(order):
            return order.total

        def show():
            for order in Order.objects.only("paid"):  # read shop_order
                total_of(order)
    """)
