"""Rows with states: django-model-utils, django-fsm and django-lifecycle."""

from django.db import models
from django_fsm import FSMField, transition
from django_lifecycle import AFTER_CREATE, AFTER_UPDATE, BEFORE_DELETE, BEFORE_SAVE, LifecycleModel, hook
from model_utils import Choices, FieldTracker
from model_utils.models import SoftDeletableModel, StatusModel, TimeStampedModel


class Log(models.Model):
    text = models.CharField(max_length=20)


class Ticket(TimeStampedModel, StatusModel):
    STATUS = Choices("open", "closed")

    title = models.CharField(max_length=20)
    tracker = FieldTracker()


class Draft(SoftDeletableModel):
    title = models.CharField(max_length=20)


class Claim(models.Model):
    state = FSMField(default="new")

    @transition(field=state, source="new", target="paid")
    def pay(self):
        Log.objects.create(text="paid")

    @transition(field=state, source="*", target="void")
    def cancel(self):
        self.reason = "void"


class Parcel(LifecycleModel):
    title = models.CharField(max_length=20)
    count = models.IntegerField(default=0)

    @hook(AFTER_CREATE)
    def note_new(self):
        Log.objects.create(text="new")

    @hook(BEFORE_SAVE)
    def clean_title(self):
        self.title = self.title.strip()

    @hook(AFTER_UPDATE, when="title", has_changed=True)
    def note_change(self):
        Log.objects.filter(text="old").update(text="changed")

    @hook(BEFORE_DELETE)
    def forget(self):
        Log.objects.all().delete()
