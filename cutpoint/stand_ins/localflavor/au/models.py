"""django-localflavor: what is written differently in Australia."""

from django.db import models


class AUStateField(models.CharField):
    pass


class AUPostCodeField(models.CharField):
    pass


class AUBusinessNumberField(models.CharField):
    pass


class AUCompanyNumberField(models.CharField):
    pass


class AUTaxFileNumberField(models.CharField):
    pass
