from django.db import models


class Preview(models.Model):
    """The URLs load this module, and a Django that serves requests has loaded its URLs."""


def preview(request):
    from . import lost

    return lost
