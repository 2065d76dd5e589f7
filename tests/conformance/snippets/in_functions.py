"""A function that declares a model makes it only when it is called."""

from django.db import models


def declared():
    class Called(models.Model):
        name = models.CharField(max_length=5)

        class Meta:
            app_label = "in_functions"

    return Called


def never():
    class NotCalled(models.Model):
        pass

    return NotCalled


Called = declared()


class Holder:
    class Inner(models.Model):
        size = models.IntegerField()

    def method(self):
        class NotMade(models.Model):
            pass
