"""db_column, also of foreign keys and keys."""

from django.db import models


class Node(models.Model):
    number = models.BigAutoField(primary_key=True, db_column="nr")
    up = models.ForeignKey("self", models.CASCADE, db_column="parent", null=True)
    twin = models.OneToOneField("self", models.CASCADE, null=True, related_name="twin_of")
    label = models.CharField(max_length=5, db_column="LABEL", null=True)
    some_id = models.IntegerField()
