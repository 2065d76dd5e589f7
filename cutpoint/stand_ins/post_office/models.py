"""django-post-office: mail that waits to be sent."""

from django.db import models


class Email(models.Model):
    from_email = models.CharField()
    to = models.TextField()
    cc = models.TextField()
    bcc = models.TextField()
    subject = models.CharField()
    message = models.TextField()
    html_message = models.TextField()
    status = models.PositiveSmallIntegerField(null=True)
    recipient_delivery_status = models.PositiveSmallIntegerField(null=True)
    priority = models.PositiveSmallIntegerField(null=True)
    created = models.DateTimeField()
    last_updated = models.DateTimeField()
    scheduled_time = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    message_id = models.CharField(null=True)
    number_of_retries = models.PositiveIntegerField(null=True)
    headers = models.JSONField(null=True)
    template = models.ForeignKey("post_office.EmailTemplate", null=True, on_delete=models.CASCADE)
    backend_alias = models.CharField()

    class Meta:
        app_label = "post_office"


class Log(models.Model):
    email = models.ForeignKey(Email, related_name="logs", on_delete=models.CASCADE)
    date = models.DateTimeField()
    status = models.PositiveSmallIntegerField()
    exception_type = models.CharField()
    message = models.TextField()

    class Meta:
        app_label = "post_office"


class EmailTemplate(models.Model):
    name = models.CharField()
    description = models.TextField()
    created = models.DateTimeField()
    last_updated = models.DateTimeField()
    subject = models.CharField()
    content = models.TextField()
    html_content = models.TextField()
    language = models.CharField()
    default_template = models.ForeignKey(
        "self", related_name="translated_templates", null=True, on_delete=models.CASCADE
    )

    class Meta:
        app_label = "post_office"


class Attachment(models.Model):
    file = models.FileField()
    name = models.CharField()
    emails = models.ManyToManyField(Email, related_name="attachments")
    mimetype = models.CharField()
    headers = models.JSONField(null=True)

    class Meta:
        app_label = "post_office"
