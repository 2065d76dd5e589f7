"""django-axes: attempts to log in."""

from django.db import models


class AccessBase(models.Model):
    user_agent = models.CharField()
    ip_address = models.GenericIPAddressField(null=True)
    username = models.CharField(null=True)
    http_accept = models.CharField()
    path_info = models.CharField()
    attempt_time = models.DateTimeField()

    class Meta:
        app_label = "axes"
        abstract = True


class AccessFailureLog(AccessBase):
    locked_out = models.BooleanField(null=False)


class AccessAttempt(AccessBase):
    get_data = models.TextField()
    post_data = models.TextField()
    failures_since_start = models.PositiveIntegerField()


class AccessAttemptExpiration(models.Model):
    access_attempt = models.OneToOneField(
        AccessAttempt, primary_key=True, on_delete=models.CASCADE, related_name="expiration"
    )
    expires_at = models.DateTimeField()


class AccessLog(AccessBase):
    logout_time = models.DateTimeField(null=True)
    session_hash = models.CharField()
