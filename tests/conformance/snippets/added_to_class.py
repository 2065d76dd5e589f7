"""Fields that are added after the class statement."""

from django.db import models

from plain_fields.models import Book


class Shop(models.Model):
    pass


Shop.add_to_class("name", models.CharField(max_length=5))
models.ForeignKey(Book, models.CASCADE, null=True).contribute_to_class(Shop, "book")


def register(model, name="registered"):
    model.add_to_class(name, models.BooleanField(default=False))
    return model


@register
class Decorated(models.Model):
    pass


register(Shop, "open")


class Notes(models.Model):
    pass


Notes.plain = models.TextField()
setattr(Notes, "plainer", models.TextField())
