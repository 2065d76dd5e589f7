"""django-phonenumber-field: telephone numbers."""

from django.db import models


class PhoneNumberField(models.CharField):
    pass
