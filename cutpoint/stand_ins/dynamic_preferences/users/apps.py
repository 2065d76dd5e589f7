"""django-dynamic-preferences: the app with preferences of users, which has a label of its own."""

from django.apps import AppConfig


class UserPreferencesConfig(AppConfig):
    name = "dynamic_preferences.users"
    label = "dynamic_preferences_users"
    default_auto_field = "django.db.models.AutoField"
