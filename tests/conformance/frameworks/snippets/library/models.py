"""Models by the words of known libraries: tags, translations, soft deletes, versions and audit logs."""

import reversion
from auditlog.registry import auditlog
from django.db import models
from parler.models import TranslatableModel, TranslatedFields
from safedelete.config import SOFT_DELETE, SOFT_DELETE_CASCADE
from safedelete.models import SafeDeleteModel
from taggit.managers import TaggableManager


class Book(models.Model):
    title = models.CharField(max_length=20)
    tags = TaggableManager(blank=True)


class Dish(TranslatableModel):
    price = models.IntegerField(default=0)
    translations = TranslatedFields(name=models.CharField(max_length=20))


class Folder(SafeDeleteModel):
    _safedelete_policy = SOFT_DELETE_CASCADE

    name = models.CharField(max_length=20)


class File(SafeDeleteModel):
    _safedelete_policy = SOFT_DELETE

    folder = models.ForeignKey(Folder, models.CASCADE)
    name = models.CharField(max_length=20)


class Watched(models.Model):
    name = models.CharField(max_length=20)


auditlog.register(Watched)


@reversion.register()
class Versioned(models.Model):
    name = models.CharField(max_length=20)
