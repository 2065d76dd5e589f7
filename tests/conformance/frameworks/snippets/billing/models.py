"""Billing hangs on orders: an invoice and its payment, a multi-table child, a proxy, a document that forbids deletes."""

from django.db import models

from orders.models import Order


class Invoice(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    amount = models.IntegerField(default=0)


class Payment(models.Model):
    invoice = models.OneToOneField(Invoice, models.CASCADE)
    amount = models.IntegerField(default=0)


class RushOrder(Order):
    hours = models.IntegerField(default=24)


class OrderProxy(Order):
    class Meta:
        proxy = True


class Doc(models.Model):
    order = models.ForeignKey(Order, models.PROTECT)
    text = models.CharField(max_length=20, blank=True)
