"""Trees of three kinds: nested sets of django-mptt, paths and parents of django-treebeard."""

from django.db import models
from mptt.models import MPTTModel, TreeForeignKey
from treebeard.al_tree import AL_Node
from treebeard.mp_tree import MP_Node
from treebeard.ns_tree import NS_Node


class Genre(MPTTModel):
    name = models.CharField(max_length=20)
    parent = TreeForeignKey("self", models.CASCADE, null=True, blank=True, related_name="children")


class Film(models.Model):
    genre = models.ForeignKey(Genre, models.CASCADE, related_name="films")


class Page(MP_Node):
    title = models.CharField(max_length=20)


class Remark(models.Model):
    page = models.ForeignKey(Page, models.CASCADE)


class Part(NS_Node):
    title = models.CharField(max_length=20)


class Post(AL_Node):
    parent = models.ForeignKey("self", models.CASCADE, null=True, db_index=True, related_name="children_set")
    sib_order = models.PositiveIntegerField()
    title = models.CharField(max_length=20)
