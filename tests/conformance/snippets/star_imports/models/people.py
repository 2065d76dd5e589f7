from django.db import models

from star_imports import bases


class Person(bases.Named):
    private = models.IntegerField()
