"""Transactions for people: what each writes across, the way there, and what may be outdated."""

from cutpoint.emit.page import Page
from cutpoint.emit.terminal_page import plain_page
from cutpoint.emit.transaction_section import transactions
from tests.support.builders import an_analysis
from tests.support.transactions import analyzed


def said(analysis, *, verbose=False):
    return plain_page(Page(tuple(transactions(analysis, verbose=verbose))), width=200)


def test_nothing_is_said_when_there_are_none():
    assert not said(an_analysis()).strip()


def test_none_that_writes_across_is_said_in_words():
    text = said(
        analyzed("""
        def pay(order: Order):
            with transaction.atomic():
                order.save()
        """)
    )
    assert "None: no transaction was seen to write tables of more than one app." in text
    assert "Of 1 transaction, 1 stay within one app, and 0 read tables of other apps before they write." in text


def test_tables_ways_and_anomalies():
    text = said(
        analyzed("""
        def store(order):
            order.save()
        def pay(invoice: Invoice):
            with transaction.atomic():
                order = Order.objects.get()
                invoice.save()
                store(order)
        """)
    )
    assert text.splitlines()[:8] == [
        "Transactions that write across (1)",
        "  billing/pay.py:5 billing.pay.pay, opened by a block: billing, orders",
        "      billing: billing_invoice",
        "      orders: orders_order",
        "      writes billing_invoice by billing/pay.py:7 in billing.pay.pay",
        "      writes orders_order by billing/pay.py:8 in billing.pay.pay → billing/pay.py:3 in billing.pay.store",
        "      reads orders_order (billing/pay.py:6) before it writes billing_invoice: after a cut the read may be outdated by then (read-modify-write)",
        "",
    ]


def test_many_are_cut_short():
    blocks = "".join(
        f"""
        def pay{number}(order: Order, invoice: Invoice):
            with transaction.atomic():
                order.save(), invoice.save()
        """
        for number in range(10)
    )
    assert "and 2 more transactions; -v shows all." in said(analyzed(blocks))
    assert "more transaction" not in said(analyzed(blocks), verbose=True)
