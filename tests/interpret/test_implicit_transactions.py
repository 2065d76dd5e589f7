"""Transactions that Django opens by itself; the conformance cases hold each against the real one."""

import pytest

from tests.support.transactions import found_in, transactions_of


@pytest.mark.parametrize(
    "call",
    [
        "Order.objects.get_or_create(state='x')",
        "Order.objects.update_or_create(state='x')",
        "Order.objects.bulk_create([Order()])",
        "Order.objects.bulk_update([order], ['state'])",
    ],
)
def test_opened_by_django(call):
    assert transactions_of(
        f"""
        def pay(order: Order):
            {call}
        """,
        implicit=True,
    ) == ["3 pay implicit: orders_order"]


@pytest.mark.parametrize("call", ["order.delete()", "Order.objects.filter(state='x').delete()"])
def test_what_goes_with_a_delete_is_inside(call):
    assert transactions_of(
        f"""
        def pay(order: Order):
            {call}
        """,
        implicit=True,
    ) == ["3 pay implicit: billing_invoice orders_line orders_order"]


@pytest.mark.parametrize(
    "call",
    [
        "order.save()",
        "Order.objects.create()",
        "Order.objects.update(state='x')",
        "line.delete()",
        "order.lines.add(line)",
    ],
)
def test_one_statement_needs_none(call):
    assert not transactions_of(
        f"""
        def pay(order: Order, line: Line):
            {call}
        """,
        implicit=True,
    )


def test_many_to_many_and_several_tables():
    models = {
        "reports/models.py": """
            from django.db import models
            from orders.models import Customer, Order
            class Report(models.Model):
                orders = models.ManyToManyField(Order)
            class Yearly(Report):
                year = models.IntegerField()
        """
    }
    assert transactions_of(
        """
        from reports.models import Report, Yearly
        def pay(report: Report, order: Order):
            report.orders.add(order)
            report.orders.clear()
            Yearly.objects.create(year=1)
            report.save()
        """,
        models,
        implicit=True,
    ) == [
        "4 pay implicit: reports_report_orders",
        "5 pay implicit: reports_report_orders",
        "6 pay implicit: reports_report reports_yearly",
    ]


def test_inside_of_another_one():
    outer, inner = found_in("""
        def pay(order: Order):
            with transaction.atomic():
                order.delete()
    """)
    assert (outer.kind, outer.is_nested) == ("atomic", False)
    assert (inner.kind, inner.is_nested) == ("implicit", True)


def test_each_model_of_a_general_delete_is_a_transaction_of_its_own():
    models = {
        "reports/models.py": """
            from django.db import models
            class Report(models.Model):
                year = models.IntegerField()
            class Page(models.Model):
                report = models.ForeignKey(Report, models.CASCADE)
        """
    }
    (found,) = found_in(
        """
        from reports.models import Report
        def gone(thing):
            thing.delete()
        def both(order: Order, report: Report):
            gone(order)
            gone(report)
        """,
        models,
    )
    of_order, of_report = ("billing_invoice", "orders_line", "orders_order"), ("reports_page", "reports_report")
    assert tuple(touched.table for touched in found.written) == of_order + of_report
    assert [extent.writes for extent in found.extents] == [of_order, of_report]
