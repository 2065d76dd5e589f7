"""mezzanine: forms, and what was entered."""

from django.db import models
from mezzanine.core.fields import RichTextField
from mezzanine.core.models import Orderable, RichText
from mezzanine.pages.models import Page


class Form(Page, RichText):
    button_text = models.CharField()
    response = RichTextField()
    send_email = models.BooleanField()
    email_from = models.EmailField()
    email_copies = models.CharField()
    email_subject = models.CharField()
    email_message = models.TextField()


class AbstractBaseField(Orderable):
    label = models.TextField()
    field_type = models.IntegerField()
    required = models.BooleanField()
    visible = models.BooleanField()
    choices = models.CharField()
    default = models.CharField()
    placeholder_text = models.CharField()
    help_text = models.TextField()

    class Meta:
        abstract = True


class Field(AbstractBaseField):
    form = models.ForeignKey("Form", on_delete=models.CASCADE, related_name="fields")


class FormEntry(models.Model):
    form = models.ForeignKey("Form", on_delete=models.CASCADE, related_name="entries")
    entry_time = models.DateTimeField()


class FieldEntry(models.Model):
    entry = models.ForeignKey("FormEntry", on_delete=models.CASCADE, related_name="fields")
    field_id = models.IntegerField()
    value = models.CharField(null=True)
