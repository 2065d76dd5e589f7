from django.db import models


class Second(models.Model):
    pass
