"""django-i18nfield: texts in several languages in one column."""

from django.db import models


class I18nFieldMixin:
    pass


class I18nCharField(I18nFieldMixin, models.TextField):
    pass


class I18nTextField(I18nFieldMixin, models.TextField):
    pass
