"""django-parler: the way to the model that is translated; a `TranslatedField` is no field."""

from django.db import models


class TranslatedField:
    pass


class TranslationsForeignKey(models.ForeignKey):
    pass
