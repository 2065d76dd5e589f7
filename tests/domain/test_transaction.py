"""Labels and anomalies: what a transaction means once each service has its own database."""

from cutpoint.domain.gate import Gate
from cutpoint.domain.service import Service
from cutpoint.emit.transaction_rows import transaction_rows
from cutpoint.relate.services import services_of
from tests.support.transactions import analyzed, labels_of


def test_local_reads_across_and_writes_across():
    assert labels_of("""
        def one(order: Order):
            with transaction.atomic():
                order.save()
                Line.objects.update(amount=1)
        def two(invoice: Invoice):
            with transaction.atomic():
                if Order.objects.exists():
                    invoice.save()
        def three(invoice: Invoice, order: Order):
            with transaction.atomic():
                invoice.save()
                order.save()
        def four():
            with transaction.atomic():
                Order.objects.first(), Invoice.objects.first()
    """) == ["3 local", "7 reads-across", "11 writes-across", "15 local"]


def test_general_code_is_judged_by_each_way_it_is_used():
    assert (
        labels_of("""
        def store(thing):
            with transaction.atomic():
                thing.save()
        def store_all(*things):
            with transaction.atomic():
                for thing in things:
                    thing.save()
        def uses(order: Order, invoice: Invoice):
            store(order)
            store(invoice)
    """)[0]
        == "3 local"
    )


def test_tables_of_frameworks_cross_nothing():
    assert labels_of("""
        from django.contrib.contenttypes.models import ContentType
        def one(order: Order):
            with transaction.atomic():
                order.save()
                ContentType.objects.create()
    """) == ["4 local"]


def anomalies_of(code):
    analysis = analyzed(code)
    owners = {table.name: table.owner for table in analysis.tables}
    return [
        (pair.read.table, pair.written, pair.is_written_too)
        for each in analysis.transactions
        if each.kind != "implicit"
        for pair in each.anomalies(owners.get)
    ]


def test_what_is_read_before_a_write_elsewhere_may_be_outdated():
    assert anomalies_of("""
        def one(invoice: Invoice):
            with transaction.atomic():
                if Order.objects.exists():
                    invoice.save()
    """) == [("orders_order", ("billing_invoice",), False)]


def test_read_modify_write():
    assert anomalies_of("""
        def one(invoice: Invoice):
            with transaction.atomic():
                order = Order.objects.get()
                order.save()
                invoice.save()
    """) == [("orders_order", ("billing_invoice",), True)]


def test_what_is_read_after_the_write_is_no_anomaly():
    assert not anomalies_of("""
        def one(invoice: Invoice):
            with transaction.atomic():
                invoice.save()
                Order.objects.first()
    """)


def test_configured_services_decide():
    analysis = analyzed("""
        def one(invoice: Invoice, order: Order):
            with transaction.atomic():
                invoice.save()
                order.save()
    """)
    together = services_of(analysis.catalog, Gate(services=(Service("money", ("billing", "orders")),)))
    assert [row.label for row in transaction_rows(analysis)] == ["writes-across"]
    assert [row.label for row in transaction_rows(analysis, together)] == ["local"]
