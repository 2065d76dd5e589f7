"""django-parler: translated columns lie in a model of their own; `TranslatedFields` comes with a construct."""

from django.db import models
from parler.fields import TranslatedField, TranslationsForeignKey
from parler.managers import TranslatableManager


class TranslatedFieldsModelBase(models.base.ModelBase):
    pass


class TranslatedFieldsModelMixin:
    pass


class TranslatedFieldsModel(TranslatedFieldsModelMixin, models.Model):
    language_code = models.CharField()

    class Meta:
        abstract = True


class TranslatedFields:
    pass


class TranslatableModelMixin:
    pass


class TranslatableModel(TranslatableModelMixin, models.Model):
    objects = TranslatableManager()

    class Meta:
        abstract = True
