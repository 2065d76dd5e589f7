"""pgvector: vectors."""

from django.db import models


class VectorField(models.Field):
    pass


class HalfVectorField(models.Field):
    pass


class SparseVectorField(models.Field):
    pass


class BitField(models.Field):
    pass
