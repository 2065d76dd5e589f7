"""django-summernote: files in rich text."""

from django.db import models


class AbstractAttachment(models.Model):
    name = models.CharField(max_length=255, null=True)
    file = models.FileField()
    uploaded = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Attachment(AbstractAttachment):
    pass
