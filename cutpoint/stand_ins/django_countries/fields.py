"""django-countries: a column for one country, or for several."""

from django.db import models


class CountryField(models.CharField):
    pass
