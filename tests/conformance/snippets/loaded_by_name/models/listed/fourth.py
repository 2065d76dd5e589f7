from django.db import models


class Fourth(models.Model):
    pass
