from django.db import models


class Third(models.Model):
    pass
