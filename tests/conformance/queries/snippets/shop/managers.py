"""Managers and querysets of every make."""

from django.db import models


class OrderQuerySet(models.QuerySet):
    def paid(self):
        return self.filter(status="paid")

    def of_customer(self, customer):
        return self.filter(customer=customer)

    def of_customer_named(self, name):
        return self.filter(customer__username=name)

    def newest_first(self):
        return self.order_by("-placed")

    def newest(self):
        return self.newest_first().first()

    def close(self):
        return self.update(status="closed")

    def totals(self):
        return self.values_list("total", flat=True)


class OrderManager(models.Manager.from_queryset(OrderQuerySet)):
    def place(self, customer):
        return self.create(customer=customer, status="new")

    def with_invoices(self):
        return self.get_queryset().prefetch_related("invoice_set")


class OpenManager(models.Manager):
    """A manager that shows some rows only."""

    def get_queryset(self):
        return super().get_queryset().exclude(status="closed")

    def oldest(self):
        return self.order_by("placed").first()


class ShelfManager(models.Manager):
    """A default manager whose every query joins another table."""

    def get_queryset(self):
        return super().get_queryset().filter(product__category__name="Reading")


class BasketQuerySet(models.QuerySet):
    def abandoned(self):
        return self.filter(owner=None)

    def hand_over(self, user):
        for basket in self.abandoned():
            basket.owner = user
            basket.save()
        return self

    @classmethod
    def as_loud_manager(cls):
        return cls.as_manager()


class WishManager(models.Manager):
    """A manager with a queryset class of its own, handed out by hand."""

    def get_queryset(self):
        return BasketQuerySet(self.model, using=self._db)

    def of(self, user):
        return self.filter(user=user)
