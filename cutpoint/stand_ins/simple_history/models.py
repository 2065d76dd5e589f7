"""django-simple-history: relations that look into the past; `HistoricalRecords` comes with a construct."""

from django.db import models


class HistoricalChanges:
    pass


class HistoricForeignKey(models.ForeignKey):
    pass


class HistoricOneToOneField(models.OneToOneField):
    pass


class HistoricalRecords:
    pass
