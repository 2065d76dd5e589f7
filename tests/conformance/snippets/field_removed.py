"""None in a child takes a field of an abstract base away; so does any other value."""

from django.db import models


class Base(models.Model):
    name = models.CharField(max_length=5)
    note = models.TextField()
    other = models.ForeignKey("self", models.CASCADE, null=True)

    class Meta:
        abstract = True


class Short(Base):
    note = None
    other = None


class Property(Base):
    @property
    def note(self):
        return ""


class Shorter(Short, Base):
    pass
