"""edtf: dates of which only a part is known."""

from django.db import models


class EDTFField(models.CharField):
    pass
