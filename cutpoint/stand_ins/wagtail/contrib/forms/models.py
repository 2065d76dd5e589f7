"""wagtail: forms as pages, and what was entered."""

from django.db import models
from wagtail.models import Orderable, Page


class AbstractFormSubmission(models.Model):
    form_data = models.JSONField()
    page = models.ForeignKey(Page, on_delete=models.CASCADE)
    submit_time = models.DateTimeField()

    class Meta:
        abstract = True


class FormSubmission(AbstractFormSubmission):
    pass


class AbstractFormField(Orderable):
    clean_name = models.CharField()
    label = models.CharField()
    field_type = models.CharField()
    required = models.BooleanField()
    choices = models.TextField()
    default_value = models.TextField()
    help_text = models.CharField()

    class Meta:
        abstract = True


class FormMixin:
    pass


class AbstractForm(FormMixin, Page):
    class Meta:
        abstract = True


class EmailFormMixin(models.Model):
    to_address = models.CharField()
    from_address = models.EmailField()
    subject = models.CharField()

    class Meta:
        abstract = True


class AbstractEmailForm(EmailFormMixin, FormMixin, Page):
    class Meta:
        abstract = True
