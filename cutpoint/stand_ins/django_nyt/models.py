"""django-nyt: notifications and who asked for them."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models


class NotificationType(models.Model):
    key = models.CharField(primary_key=True)
    label = models.CharField(null=True)
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.SET_NULL)

    class Meta:
        db_table = "nyt_notificationtype"


class Settings(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="nyt_settings")
    interval = models.SmallIntegerField()
    is_default = models.BooleanField()
    created = models.DateTimeField()
    modified = models.DateTimeField()

    class Meta:
        db_table = "nyt_settings"


class Subscription(models.Model):
    settings = models.ForeignKey(Settings, on_delete=models.CASCADE)
    notification_type = models.ForeignKey(NotificationType, on_delete=models.CASCADE)
    object_id = models.CharField(null=True)
    send_emails = models.BooleanField()
    latest = models.ForeignKey("Notification", null=True, related_name="latest_for", on_delete=models.CASCADE)
    created = models.DateTimeField()
    modified = models.DateTimeField()
    last_sent = models.DateTimeField(null=True)

    class Meta:
        db_table = "nyt_subscription"


class Notification(models.Model):
    subscription = models.ForeignKey(Subscription, null=True, on_delete=models.SET_NULL)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="nyt_notifications"
    )
    message = models.TextField()
    url = models.CharField(null=True)
    is_viewed = models.BooleanField()
    is_emailed = models.BooleanField()
    created = models.DateTimeField()
    modified = models.DateTimeField()
    occurrences = models.PositiveIntegerField()

    class Meta:
        db_table = "nyt_notification"
