"""wagtail: forms as pages, and what was entered."""

from django.db import models

from wagtail.models import Orderable, Page


class AbstractFormSubmission(models.Model):
    form_data = models.JSONField()
    page = models.ForeignKey(Page, on_delete=models.CASCADE)
    submit_time = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class FormSubmission(AbstractFormSubmission):
    pass


class AbstractFormField(Orderable):
    clean_name = models.CharField(max_length=255)
    label = models.CharField(max_length=255)
    field_type = models.CharField(max_length=16)
    required = models.BooleanField(default=True)
    choices = models.TextField()
    default_value = models.TextField()
    help_text = models.CharField(max_length=255)

    class Meta:
        abstract = True


class FormMixin:
    pass


class AbstractForm(FormMixin, Page):
    class Meta:
        abstract = True


class EmailFormMixin(models.Model):
    to_address = models.CharField(max_length=255)
    from_address = models.EmailField()
    subject = models.CharField(max_length=255)

    class Meta:
        abstract = True


class AbstractEmailForm(EmailFormMixin, FormMixin, Page):
    class Meta:
        abstract = True
