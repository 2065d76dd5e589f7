"""The shop: orders with an explicit many-to-many, baskets with an automatic one, a child of another app's model."""

import uuid

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from catalog.models import Note, Product
from shop.managers import BasketQuerySet, OpenManager, OrderManager, ShelfManager, WishManager


class Coupon(models.Model):
    code = models.CharField(max_length=20, primary_key=True)
    percent = models.IntegerField(default=10)


class Order(models.Model):
    customer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="orders")
    coupon = models.ForeignKey(Coupon, models.SET_NULL, null=True, blank=True)
    products = models.ManyToManyField(Product, through="shop.Line", related_name="orders")
    status = models.CharField(max_length=20, default="new")
    total = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    placed = models.DateTimeField(default=timezone.now)
    notes = GenericRelation(Note, related_query_name="order")

    objects = OrderManager()
    open = OpenManager()

    class Meta:
        get_latest_by = "placed"

    def lines_total(self):
        return sum(line.quantity * line.product.price for line in self.lines.all())

    @property
    def customer_name(self):
        return self.customer.username

    @cached_property
    def first_product(self):
        return self.products.first()

    def twin(self):
        return type(self).objects.filter(total=self.total).exclude(pk=self.pk).first()

    def close(self):
        self.status = "closed"
        self.save(update_fields=["status"])

    @classmethod
    def place_for(cls, customer):
        order = cls(customer=customer)
        order.save()
        return order

    @staticmethod
    def count_all():
        return Order.objects.count()


class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, models.PROTECT)
    quantity = models.IntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["order", "product"], name="one_line_per_product")]


class Basket(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="baskets")
    products = models.ManyToManyField(Product, db_table="shop_in_basket", related_name="+")

    objects = BasketQuerySet.as_manager()


class Wish(models.Model):
    """Two nullable foreign keys and nothing that points at it: made for `remove`, `clear` and `delete`."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="wishes")
    product = models.ForeignKey(Product, models.SET_NULL, null=True, blank=True, related_name="wishes")
    text = models.TextField(blank=True)
    due = models.DateField(null=True, blank=True)

    objects = models.Manager()
    plain = WishManager()


class Shelf(models.Model):
    """Its default manager joins, the manager of its relations doesn't."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="shelves")
    place = models.CharField(max_length=20)

    objects = ShelfManager()
    every = models.Manager()

    class Meta:
        base_manager_name = "every"


class Spot(models.Model):
    shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="spots")


class Seat(models.Model):
    """A key of two columns."""

    pk = models.CompositePrimaryKey("hall", "number")
    hall = models.IntegerField()
    number = models.IntegerField()
    holder = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="seats")


class Bundle(Product):
    """A multi-table child of another app's model."""

    saving = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    parts = models.ManyToManyField(Product, related_name="bundles")
