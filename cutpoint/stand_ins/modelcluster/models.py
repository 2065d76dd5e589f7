"""django-modelcluster: models that are edited together with their children."""

from django.db import models


class ClusterableModel(models.Model):
    class Meta:
        abstract = True
