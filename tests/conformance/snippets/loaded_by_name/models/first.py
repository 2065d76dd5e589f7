from django.db import models


class First(models.Model):
    pass
