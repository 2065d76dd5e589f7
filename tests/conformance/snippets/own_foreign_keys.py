"""Subclasses and makers of relation fields."""

from functools import partial

from django.conf import settings
from django.db import models


class UserKey(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("to", settings.AUTH_USER_MODEL)
        kwargs.setdefault("on_delete", models.PROTECT)
        kwargs["related_name"] = "+"
        super().__init__(**kwargs)


class OptionalKey(models.ForeignKey):
    def __init__(self, to, on_delete=models.SET_NULL, **kwargs):
        kwargs["null"] = True
        kwargs.update(blank=True)
        super().__init__(to, on_delete, **kwargs)


class TightKey(OptionalKey):
    pass


class Link(models.OneToOneField):
    def __init__(self, to, on_delete=models.CASCADE, related_name="link_of", **kwargs):
        super().__init__(to, on_delete, related_name=related_name, **kwargs)


class Tags(models.ManyToManyField):
    def __init__(self, **kwargs):
        super().__init__(to="Tag", **{"blank": True, **kwargs})


CascadeKey = partial(models.ForeignKey, on_delete=models.CASCADE)


def key_to(target, **more):
    options = {"on_delete": models.RESTRICT, "related_name": "+"}
    options.update(more)
    return models.ForeignKey(target, **options)


class Tag(models.Model):
    pass


class Post(models.Model):
    author = UserKey()
    editor = UserKey(null=True)
    parent = OptionalKey("self")
    tight = TightKey("Tag", related_name="tight_posts")
    link = Link(Tag)
    tags = Tags(related_name="posts")
    cascade = CascadeKey("Tag", related_name="+")
    made = key_to(Tag, null=True)
