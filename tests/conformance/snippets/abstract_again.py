"""An abstract class below a real one: its children have the real one as multi-table parent."""

from django.db import models


class Product(models.Model):
    code = models.CharField(max_length=5)


class Dated(Product):
    when = models.DateField()

    class Meta:
        abstract = True


class Ticket(Dated):
    seat = models.CharField(max_length=5)
