"""The catalog: an abstract base, a multi-table parent and its child, a proxy, tags, suppliers, notes about anything."""

import uuid

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Named(models.Model):
    name = models.CharField(max_length=50)

    class Meta:
        abstract = True

    def rename(self, name):
        self.name = name
        self.save()

    @classmethod
    def named(cls, name):
        return cls.objects.get(name=name)


class Category(Named):
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children")


class Tag(models.Model):
    label = models.CharField(max_length=50, unique=True)


class Supplier(Named):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)


class Note(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    text = models.TextField()


class Product(Named):
    category = models.ForeignKey(Category, models.SET_NULL, null=True, blank=True, related_name="products")
    tags = models.ManyToManyField(Tag, related_name="products", related_query_name="product", blank=True)
    suppliers = models.ManyToManyField(Supplier, through="Supply", related_name="products")
    price = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    added = models.DateTimeField(auto_now_add=True)
    notes = GenericRelation(Note, related_query_name="product")


class Picture(models.Model):
    """A file that saves its row."""

    product = models.ForeignKey(Product, models.CASCADE, null=True, related_name="pictures")
    file = models.FileField(upload_to="pictures")


class Supply(models.Model):
    product = models.ForeignKey(Product, models.CASCADE)
    supplier = models.ForeignKey(Supplier, models.CASCADE)
    cost = models.DecimalField(max_digits=8, decimal_places=2, default=0)


class Book(Product):
    """A multi-table child in the parent's own app."""

    isbn = models.CharField(max_length=13)
    author = models.ForeignKey("people.Employee", models.SET_NULL, null=True, blank=True, related_name="books")


class BargainManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(price__lt=10)


class Bargain(Product):
    """A proxy: other methods, the same table."""

    objects = BargainManager()

    class Meta:
        proxy = True

    def raise_price(self):
        self.price += 1
        self.save(update_fields=["price"])


class Stock(models.Model):
    """A table that Django doesn't manage, under a name of its own."""

    product = models.ForeignKey(Product, models.DO_NOTHING, db_constraint=False, related_name="stock")
    amount = models.IntegerField(default=0)

    class Meta:
        managed = False
        db_table = "legacy_stock"
