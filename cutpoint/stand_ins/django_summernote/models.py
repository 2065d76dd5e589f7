"""django-summernote: files in rich text."""

from django.db import models


class AbstractAttachment(models.Model):
    name = models.CharField(null=True)
    file = models.FileField()
    uploaded = models.DateTimeField()

    class Meta:
        abstract = True


class Attachment(AbstractAttachment):
    pass
