"""django-modelcluster: relations to what is edited together."""

from django.db import models


class ParentalKey(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("on_delete", models.CASCADE)
        super().__init__(*args, **kwargs)


class ParentalManyToManyField(models.ManyToManyField):
    pass
