"""django-localflavor: what is written differently in the United States."""

from django.db import models


class USStateField(models.CharField):
    pass


class USPostalCodeField(models.CharField):
    pass


class USZipCodeField(models.CharField):
    pass


class USSocialSecurityNumberField(models.CharField):
    pass
