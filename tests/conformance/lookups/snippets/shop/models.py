"""Every kind of relation, so that lookups can go along each."""

# ruff: noqa: DJ008, RUF012 - nobody prints these models, and their names say what they are

from django.contrib.auth.models import User
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Tag(models.Model):
    name = models.CharField(max_length=9)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveIntegerField()
    content_object = GenericForeignKey()


class Category(models.Model):
    name = models.CharField(max_length=9)
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="children")
    similar = models.ManyToManyField("self")


class Product(models.Model):
    name = models.CharField(max_length=9)
    category = models.ForeignKey(Category, models.CASCADE)
    maker = models.ForeignKey(User, models.CASCADE, related_name="+")
    details = models.JSONField(default=dict)
    tags = GenericRelation(Tag, related_query_name="product")


class Courier(models.Model):
    name = models.CharField(max_length=9)
    boss = models.OneToOneField("self", models.SET_NULL, null=True, related_name="right_hand")


class Order(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="orders")
    total = models.IntegerField(default=0)
    created = models.DateTimeField(auto_now_add=True)
    products = models.ManyToManyField(Product)
    tags = GenericRelation(Tag)


class RushOrder(Order):
    courier = models.ForeignKey(Courier, models.CASCADE)
    speed = models.IntegerField(default=0)


class UrgentOrder(RushOrder):
    reason = models.CharField(max_length=9)


class OrderProxy(Order):
    class Meta:
        proxy = True


class Invoice(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    reviewed = models.ForeignKey(OrderProxy, models.SET_NULL, null=True, related_name="reviews", db_column="look")
    total = models.IntegerField(default=0)


class Payment(models.Model):
    invoice = models.OneToOneField(Invoice, models.CASCADE, primary_key=True)
    amount = models.IntegerField(default=0)


class Receipt(models.Model):
    payment = models.ForeignKey(Payment, models.CASCADE)


class Refund(models.Model):
    rush = models.ForeignKey(RushOrder, models.CASCADE)
    cause = models.CharField(max_length=9)


class Basket(models.Model):
    owner = models.ForeignKey(User, models.CASCADE, null=True)
    products = models.ManyToManyField(Product, through="Line", related_name="baskets")
    helpers = models.ManyToManyField(User, related_name="helps+")


class Line(models.Model):
    basket = models.ForeignKey(Basket, models.CASCADE)
    product = models.ForeignKey(Product, models.CASCADE)
    amount = models.IntegerField(default=0)


class Stop(models.Model):
    order = models.OneToOneField(Order, models.CASCADE)
    note = models.OneToOneField(Tag, models.CASCADE, null=True)


class Detour(Stop):
    miles = models.IntegerField(default=0)
    visitors = models.ManyToManyField(User, related_name="detours", db_table="seen_by")


class Coupon(models.Model):
    code = models.CharField(max_length=9, unique=True)
    product = models.ForeignKey(Product, models.CASCADE)

    class Meta:
        ordering = ["product__name"]


class Discount(models.Model):
    coupon = models.ForeignKey(Coupon, models.CASCADE, to_field="code", related_query_name="off")


class Step(models.Model):
    """Non-null all the way: what `select_related()` follows."""

    one = models.ForeignKey(Receipt, models.CASCADE)
    other = models.ForeignKey(Refund, models.CASCADE)
    none = models.ForeignKey(Courier, models.CASCADE, null=True)
