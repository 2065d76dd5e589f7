from . import bases
from .bases import *  # noqa: F403

__all__ = ["extra_field"]
__all__ += bases.__all__


def extra_field():
    from django.db import models

    return models.IntegerField(null=True)
