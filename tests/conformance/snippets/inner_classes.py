"""Choices, managers and other inner classes are no fields; a Meta with names of its own."""

from django.db import models
from django.db.models import Q


class State(models.TextChoices):
    OPEN = "o", "Open"
    DONE = "d", "Done"


class Manager(models.Manager):
    pass


class Ticket(models.Model):
    class Priority(models.IntegerChoices):
        LOW = 1
        HIGH = 2

    state = models.CharField(choices=State.choices, default=State.OPEN, max_length=1)
    priority = models.IntegerField(choices=Priority.choices, default=Priority.LOW)

    objects = Manager()
    everything = models.Manager()

    class Meta:
        prefix = None
        del prefix
        db_table = "tickets" if State.OPEN == "o" else "other"
        constraints = [models.CheckConstraint(condition=Q(priority__gt=0), name="priority_is_positive")]
        indexes = [models.Index(fields=["state"], name="ticket_state")]
