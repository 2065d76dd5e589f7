"""django-better-admin-arrayfield: arrays."""

from django.contrib.postgres.fields import ArrayField as BaseArrayField


class ArrayField(BaseArrayField):
    pass
