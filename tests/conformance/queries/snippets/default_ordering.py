"""A model whose Meta.ordering lies two tables away: every list of it joins."""

from django.db.models import Count

from billing.models import Claim, Payment, Refund


def list_all():
    return list(Refund.objects.all())  # read billing_invoice, billing_payment, billing_refund


def filtered():
    return list(Refund.objects.filter(reason="broken"))  # read billing_invoice, billing_payment, billing_refund


def first():
    return Refund.objects.first()  # read billing_invoice, billing_payment, billing_refund


def last():
    return Refund.objects.last()  # read billing_invoice, billing_payment, billing_refund


def index():
    return Refund.objects.all()[0]  # read billing_invoice, billing_payment, billing_refund


def get():
    # One row needs no order.
    return Refund.objects.get(pk=1)  # read billing_refund


def count_and_exists():
    return Refund.objects.count(), Refund.objects.filter(reason="broken").exists()  # read billing_refund


def ordered_otherwise():
    return list(Refund.objects.order_by("reason"))  # read billing_refund


def ordered_by_nothing():
    return list(Refund.objects.order_by())  # read billing_refund


def values():
    return list(Refund.objects.values("reason"))  # read billing_invoice, billing_payment, billing_refund


def of_related(payment: Payment):
    return list(payment.refunds.all())  # read billing_invoice, billing_payment, billing_refund


def of_related_counted(payment: Payment):
    return payment.refunds.count()  # read billing_refund


def reversed_order():
    return list(Refund.objects.reverse())  # read billing_invoice, billing_payment, billing_refund


def updated():
    Refund.objects.update(reason="late")  # update billing_refund


def deleted():
    Refund.objects.filter(reason="broken").delete()  # delete billing_refund


def latest():
    return Refund.objects.latest("pk")  # read billing_refund


def in_bulk():
    return Refund.objects.in_bulk([1])  # read billing_invoice, billing_payment, billing_refund


def aggregated():
    return Refund.objects.aggregate(Count("reason"))  # read billing_refund


def grouped():
    # read billing_refund; open: read billing_invoice, billing_payment (joined though nothing is sorted)
    return list(Refund.objects.values("reason").annotate(Count("pk")))


def iterator():
    # read billing_invoice, billing_payment, billing_refund
    return [refund.reason for refund in Refund.objects.iterator()]


def in_subquery():
    return list(Payment.objects.filter(pk__in=Refund.objects.values("payment")))  # read billing_payment, billing_refund


def prefetched():
    return list(Payment.objects.prefetch_related("refunds"))  # read billing_invoice, billing_payment, billing_refund


def ordered_by_related_model():
    # Ordering by the relation orders by the ordering of its model.
    return list(Payment.objects.order_by("refunds"))  # read billing_invoice, billing_payment, billing_refund


def refreshed(refund: Refund):
    refund.refresh_from_db()  # read billing_refund


def contains(refund: Refund):
    return Refund.objects.contains(refund)  # read billing_refund


def sorted_as_the_related_model():
    return list(Claim.objects.filter(note="x"))  # read billing_claim, billing_invoice, billing_payment, billing_refund


def ordered_by_a_column_of_the_related_model():
    # The default ordering of refunds has no say in it.
    return list(Claim.objects.order_by("refund__reason"))  # read billing_claim, billing_refund


def ordered_by_the_column_of_a_foreign_key():
    return list(Claim.objects.order_by("-refund_id"))  # read billing_claim


def last_by_relation():
    return Claim.objects.order_by("note", "-refund").last()  # read billing_claim, billing_invoice, billing_payment, billing_refund
