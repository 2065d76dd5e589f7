"""django-localflavor: numbers of bank accounts."""

from django.db import models


class IBANField(models.CharField):
    pass


class BICField(models.CharField):
    pass
