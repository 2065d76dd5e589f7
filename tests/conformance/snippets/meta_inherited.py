"""Which Meta counts: one's own, the first abstract base's, a plain base's, and Metas that inherit."""

from django.db import models


class SharedMeta:
    managed = False
    app_label = "meta_inherited"


class A(models.Model):
    class Meta:
        abstract = True
        db_table = "from_a"


class B(models.Model):
    class Meta:
        abstract = True
        managed = False


class FirstCounts(A, B):
    pass


class SecondOnly(B):
    pass


class Own(B):
    class Meta:
        db_table = "own"


class Shared(models.Model):
    class Meta(SharedMeta):
        db_table = "shared"


class Both(B):
    class Meta(SharedMeta, B.Meta):
        pass


class RealParent(models.Model):
    class Meta:
        db_table = "real_parent"
        managed = False


class RealChild(RealParent):
    pass
