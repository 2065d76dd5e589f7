"""Abstract classes on abstract classes; abstractness itself is not handed down."""

from django.db import models


class First(models.Model):
    a = models.IntegerField()

    class Meta:
        abstract = True


class Second(First):
    b = models.IntegerField()

    class Meta(First.Meta):
        abstract = True
        managed = False


class Third(Second):
    c = models.IntegerField()


class Fourth(Second):
    d = models.IntegerField()

    class Meta:
        pass


class Fifth(First):
    class Meta(First.Meta):
        pass
