"""Decorators that add fields, that register, and that hand another class back."""

from django.db import models
from django.utils.functional import cached_property

registry = []


def with_flag(name, default=False):
    def decorate(model):
        model.add_to_class(name, models.BooleanField(default=default))
        return model

    return decorate


class register:
    def __init__(self, *names):
        self.names = names

    def __call__(self, model):
        for name in self.names:
            models.TextField(null=True).contribute_to_class(model, name)
        registry.append(model)
        return model


def child_of(model):
    class Child(model):
        years = models.IntegerField()

        class Meta:
            app_label = "decorators"

    return Child


@with_flag("active", default=True)
@register("left", "right")
class Door(models.Model):
    @cached_property
    def width(self):
        return 1


@child_of
class Parent(models.Model):
    pass


class Uses(models.Model):
    door = models.ForeignKey(registry[0], models.CASCADE)
    parent = models.ForeignKey(Parent, models.CASCADE)
