"""sorl-thumbnail: what is known of thumbnails."""

from django.db import models


class KVStore(models.Model):
    key = models.CharField(primary_key=True, db_column="key")
    value = models.TextField()
