"""Receivers, connected in every way."""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from django.dispatch import Signal, receiver

from archive.models import Alarm, Bell, Calm, Siren

ringing = Signal()


@receiver(post_save, sender=Siren)
def siren_saved(sender, instance, created, **kwargs):
    write_down(instance.name)


def write_down(text):
    Alarm.objects.create(text=text)


@receiver(post_save, sender=Alarm)
def alarm_saved(sender, **kwargs):
    Calm.objects.update(text="")


@receiver([pre_delete, post_delete], sender=Bell)
def bell_gone(sender, instance, **kwargs):
    Calm.objects.count()


def readers_changed(sender, action, **kwargs):
    Alarm.objects.exists()


m2m_changed.connect(readers_changed, sender=Siren.readers.through)


@receiver(ringing)
def heard(sender, text, **kwargs):
    write_down(text)
