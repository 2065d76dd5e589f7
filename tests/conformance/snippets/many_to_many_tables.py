"""The table between: its default name, db_table, without constraint, of a model with its own db_table."""

from django.db import models


class Tag(models.Model):
    pass


class Post(models.Model):
    tags = models.ManyToManyField(Tag)
    old_tags = models.ManyToManyField("Tag", db_table="post_tags_old", related_name="old_posts")
    loose = models.ManyToManyField(to=Tag, db_constraint=False, related_name="+")


class Page(models.Model):
    tags = models.ManyToManyField(Tag)

    class Meta:
        db_table = "cms_pages"
        managed = False


class Labeled(models.Model):
    labels = models.ManyToManyField(Tag, related_name="%(class)s_labels")

    class Meta:
        abstract = True


class Box(Labeled):
    pass


class Bag(Labeled):
    pass
