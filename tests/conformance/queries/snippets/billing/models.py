"""Billing: a one-to-one as primary key, a foreign key to a unique column, an ordering across tables, default relation names."""

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Sum

from shop.models import Order


class InvoiceQuerySet(models.QuerySet):
    def unpaid(self):
        return self.filter(payment=None)

    def owed(self):
        return self.unpaid().aggregate(owed=Sum("amount"))["owed"]


class Invoice(models.Model):
    number = models.CharField(max_length=20, unique=True)
    order = models.ForeignKey(Order, models.CASCADE, related_query_name="bill")
    approved_by = models.ForeignKey(get_user_model(), models.SET_NULL, null=True, blank=True, related_name="+")
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    issued = models.DateField(null=True)

    objects = InvoiceQuerySet.as_manager()


class Payment(models.Model):
    invoice = models.OneToOneField(Invoice, models.CASCADE, primary_key=True)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)


class Receipt(models.Model):
    """Points at a unique column that isn't the primary key; its table has another name."""

    invoice = models.ForeignKey(Invoice, models.CASCADE, to_field="number", related_name="receipts")
    text = models.TextField(blank=True)

    class Meta:
        db_table = "old_receipts"
        default_related_name = "papers"


class Refund(models.Model):
    """Sorted by what lies two tables away."""

    payment = models.ForeignKey(Payment, models.CASCADE)
    reason = models.TextField(blank=True)

    class Meta:
        ordering = ["payment__invoice__number"]
        default_related_name = "refunds"


class Claim(models.Model):
    """Sorted as what it points at is."""

    refund = models.ForeignKey(Refund, models.DO_NOTHING, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["refund", "note"]


class Entry(models.Model):
    """A line of the ledger: nothing points at it, and it points at nothing."""

    account = models.CharField(max_length=20)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    booked = models.DateTimeField(null=True)


class AuditedEntry(Entry):
    """A proxy whose `save` does more."""

    class Meta:
        proxy = True

    def save(self, *args, **kwargs):
        self.account = self.account.upper()
        super().save(*args, **kwargs)
