"""The archive: every way in which a foreign key decides what becomes of its rows when what it points at is deleted."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


def nobody():
    return None


def let_go(collector, field, sub_objs, using):
    collector.add_field_update(field, None, sub_objs)


class Room(models.Model):
    """A circle of two."""

    inside = models.ForeignKey("Building", models.CASCADE, null=True, related_name="rooms")


class Building(models.Model):
    entrance = models.ForeignKey(Room, models.CASCADE, null=True, related_name="+")


class Reader(models.Model):
    name = models.CharField(max_length=20)


class Folder(models.Model):
    name = models.CharField(max_length=20)
    around = models.ForeignKey("self", models.CASCADE, null=True, related_name="inner")


class Remark(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()


class Answer(models.Model):
    remark = models.ForeignKey(Remark, models.CASCADE)


class Paper(models.Model):
    folder = models.ForeignKey(Folder, models.CASCADE, related_name="papers")
    readers = models.ManyToManyField(Reader, related_name="papers")
    remarks = GenericRelation("Remark")


class Draft(Paper):
    """A multi-table child: it goes with the paper, and the paper with it."""

    version = models.IntegerField(default=1)


class CopiedPaper(Paper):
    class Meta:
        proxy = True


class Page(models.Model):
    """Nothing points at it: deleted unseen."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="pages")


class Lending(models.Model):
    """Where a reader's papers go."""

    reader = models.ForeignKey(Reader, models.SET_NULL, null=True, related_name="lendings")
    room = models.ForeignKey(Room, models.SET_DEFAULT, null=True, default=None, related_name="lendings")
    building = models.ForeignKey(Building, models.SET(nobody), null=True, related_name="lendings")


class Lock(models.Model):
    name = models.CharField(max_length=20)


class Door(models.Model):
    lock = models.ForeignKey(Lock, models.PROTECT)


class Safe(models.Model):
    lock = models.ForeignKey(Lock, models.RESTRICT)


class Key(models.Model):
    lock = models.ForeignKey(Lock, models.CASCADE, related_name="keys")


class Shelfmark(models.Model):
    text = models.CharField(max_length=20)


class Trace(models.Model):
    shelfmark = models.ForeignKey(Shelfmark, models.DO_NOTHING, db_constraint=False)


class Label(models.Model):
    """The project decides itself."""

    shelfmark = models.ForeignKey(Shelfmark, let_go, null=True)


class Tape(models.Model):
    """Only the database and traces point at it."""

    text = models.CharField(max_length=20)


class TapeTrace(models.Model):
    tape = models.ForeignKey(Tape, models.DO_NOTHING, db_constraint=False)


class Siren(models.Model):
    """Receivers hear of it."""

    name = models.CharField(max_length=20)
    readers = models.ManyToManyField(Reader, related_name="sirens")


class LoudSiren(Siren):
    class Meta:
        proxy = True


class BigSiren(Siren):
    size = models.IntegerField(default=1)


class Bell(models.Model):
    """Nothing points at it, but somebody hears when it goes."""

    siren = models.ForeignKey(Siren, models.CASCADE, related_name="bells")


class Alarm(models.Model):
    """What receivers write."""

    text = models.CharField(max_length=20)


class Calm(models.Model):
    """What receivers of receivers write."""

    text = models.CharField(max_length=20)
