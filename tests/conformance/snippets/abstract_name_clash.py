"""Two abstract bases with a field of one name: the first in the order of bases wins."""

from django.db import models


class WithCode(models.Model):
    code = models.CharField(max_length=5)

    class Meta:
        abstract = True


class WithNumber(models.Model):
    code = models.IntegerField(null=True)
    number = models.IntegerField()

    class Meta:
        abstract = True


class CodeFirst(WithCode, WithNumber):
    pass


class NumberFirst(WithNumber, WithCode):
    pass
