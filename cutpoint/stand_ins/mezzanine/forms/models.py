"""mezzanine: forms, and what was entered."""

from django.db import models

from mezzanine.core.fields import RichTextField
from mezzanine.core.models import Orderable, RichText
from mezzanine.pages.models import Page


class Form(Page, RichText):
    button_text = models.CharField(max_length=50)
    response = RichTextField()
    send_email = models.BooleanField(default=True)
    email_from = models.EmailField()
    email_copies = models.CharField(max_length=200)
    email_subject = models.CharField(max_length=200)
    email_message = models.TextField()


class AbstractBaseField(Orderable):
    label = models.TextField()
    field_type = models.IntegerField()
    required = models.BooleanField(default=True)
    visible = models.BooleanField(default=True)
    choices = models.CharField(max_length=1000)
    default = models.CharField(max_length=2000)
    placeholder_text = models.CharField(max_length=100)
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
    value = models.CharField(max_length=2000, null=True)
