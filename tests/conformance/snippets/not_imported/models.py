"""Only modules that are imported while Django starts bring models along."""

from django.db import models


class Here(models.Model):
    def later(self):
        from . import lost

        return lost.Lost
