"""django-localflavor: what is written differently in India."""

from django.db import models


class INStateField(models.CharField):
    pass


class INPANCardNumberField(models.CharField):
    pass
