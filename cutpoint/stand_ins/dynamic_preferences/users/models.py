"""django-dynamic-preferences: preferences of users."""

from django.conf import settings
from django.db import models

from dynamic_preferences.models import PerInstancePreferenceModel


class UserPreferenceModel(PerInstancePreferenceModel):
    instance = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta(PerInstancePreferenceModel.Meta):
        app_label = "dynamic_preferences_users"
