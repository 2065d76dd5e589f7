"""The other half of circular_one."""

from django.db import models

import circular_one.models


class Two(models.Model):
    def ones(self):
        return circular_one.models.One.objects.all()
