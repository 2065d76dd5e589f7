"""The monolith around every query snippet: people, shop and billing with each kind of relation, and an empty desk.

people.Customer <- shop.Order -> shop.Tag (m2m)         people.Badge -1:1-> people.Customer
shop.Order <- shop.Line -> shop.Product <-> shop.Tag    people.Address -> people.Customer
shop.Order <- billing.Invoice <-1:1- billing.Payment    people.Note -> anything; shop.Product.notes
shop.Order <= billing.RushOrder (a table of its own)    shop.PaidOrder, shop.Bargain (proxies)
"""

FILES = {
    "manage.py": """
        import os
        from django.core.management import execute_from_command_line
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        execute_from_command_line([])
    """,
    "config/__init__.py": "",
    "config/settings.py": """
        INSTALLED_APPS = [
            "django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock"
        ]
        AUTH_USER_MODEL = "people.Customer"
    """,
    "people/__init__.py": "",
    "people/models.py": """
        from django.contrib.auth.models import AbstractUser
        from django.contrib.contenttypes.fields import GenericForeignKey
        from django.contrib.contenttypes.models import ContentType
        from django.db import models

        class Customer(AbstractUser):
            phone = models.CharField(max_length=20)

        class Address(models.Model):
            customer = models.ForeignKey(Customer, models.CASCADE, related_name="addresses")
            city = models.CharField(max_length=50)

        class Badge(models.Model):
            customer = models.OneToOneField(Customer, models.CASCADE, related_name="badge")
            color = models.CharField(max_length=10)

        class Note(models.Model):
            content_type = models.ForeignKey(ContentType, models.CASCADE)
            object_id = models.PositiveIntegerField()
            about = GenericForeignKey()
            text = models.TextField()
    """,
    "shop/__init__.py": "",
    "shop/managers.py": """
        from django.db import models

        class OrderQuerySet(models.QuerySet):
            def paid(self):
                return self.filter(paid=True)

            def of(self, customer):
                return self.filter(customer=customer)

            def settle(self):
                return self.update(paid=True)

            def newest(self):
                return self.order_by("-placed").first()

        class OrderManager(models.Manager.from_queryset(OrderQuerySet)):
            def place(self, customer):
                return self.create(customer=customer)

        class ArchiveManager(models.Manager):
            def get_queryset(self):
                return super().get_queryset().filter(paid=True)

            def oldest(self):
                return self.order_by("placed").first()

        class WishQuerySet(models.QuerySet):
            def open(self):
                return self.filter(product__price__gt=0)

            def forget(self):
                self.delete()
    """,
    "shop/models.py": """
        from django.conf import settings
        from django.contrib.contenttypes.fields import GenericRelation
        from django.db import models
        from people.models import Note
        from shop.managers import ArchiveManager, OrderManager, WishQuerySet

        class Tag(models.Model):
            label = models.CharField(max_length=50, unique=True)

        class Product(models.Model):
            name = models.CharField(max_length=50)
            price = models.DecimalField(max_digits=8, decimal_places=2)
            tags = models.ManyToManyField(Tag, related_name="products")
            notes = GenericRelation(Note, related_query_name="product")

        class Bargain(Product):
            class Meta:
                proxy = True

            def cheaper(self):
                self.price -= 1
                self.save(update_fields=["price"])

        class Order(models.Model):
            customer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="orders")
            products = models.ManyToManyField(Product, through="Line", related_name="orders")
            tags = models.ManyToManyField(Tag, related_name="orders")
            paid = models.BooleanField(default=False)
            total = models.DecimalField(max_digits=8, decimal_places=2)
            placed = models.DateField()

            objects = OrderManager()
            archive = ArchiveManager()

            def settle(self):
                self.paid = True
                self.save(update_fields=["paid"])

            @property
            def buyer(self):
                return self.customer

            @classmethod
            def unpaid(cls):
                return cls.objects.filter(paid=False)

        class PaidOrder(Order):
            class Meta:
                proxy = True

        class Line(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
            product = models.ForeignKey(Product, models.PROTECT)
            amount = models.IntegerField(default=1)

        class Wish(models.Model):
            customer = models.ForeignKey(
                settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="wishes"
            )
            product = models.ForeignKey(Product, models.SET_NULL, null=True, blank=True, related_name="wishes")
            text = models.TextField()

            objects = WishQuerySet.as_manager()
    """,
    "billing/__init__.py": "",
    "billing/models.py": """
        from django.db import models
        from shop.models import Order

        class Invoice(models.Model):
            order = models.ForeignKey(Order, models.CASCADE, related_name="invoices")
            number = models.CharField(max_length=20)
            file = models.FileField(upload_to="invoices")

        class Payment(models.Model):
            invoice = models.OneToOneField(Invoice, models.CASCADE, related_name="payment")
            amount = models.DecimalField(max_digits=8, decimal_places=2)

        class RushOrder(Order):
            fee = models.DecimalField(max_digits=8, decimal_places=2)
    """,
    "desk/__init__.py": "",
    "stock/__init__.py": "",
    "stock/models.py": "",
}

PRELUDE = """
    import contextlib, copy, dataclasses, enum, functools, itertools, operator, typing
    from abc import ABC, abstractmethod
    from collections import defaultdict, namedtuple
    from dataclasses import dataclass, field
    from functools import cached_property, lru_cache, partial, wraps
    from typing import Annotated, Any, Callable, Generic, Iterable, Iterator, NamedTuple, Optional, Protocol, TypedDict
    from typing import TypeVar, Union, cast
    from django.apps import apps
    from django.contrib.auth import get_user_model
    from django.core.cache import cache
    from django.db import connection, models, transaction
    from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Sum
    from django.shortcuts import get_list_or_404, get_object_or_404
    from people.models import Address, Badge, Customer, Note
    from shop.models import Bargain, Line, Order, PaidOrder, Product, Tag, Wish
    from billing.models import Invoice, Payment, RushOrder
"""
"""What a snippet has at hand without importing it."""
