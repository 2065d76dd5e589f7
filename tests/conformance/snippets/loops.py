"""Loops over literals add fields and make models."""

from django.db import models

SIZES = ("small", "large")


class Box(models.Model):
    for size in SIZES:
        locals()[f"{size}_count"] = models.IntegerField(default=0)
    del size


class Base(models.Model):
    class Meta:
        abstract = True


for number in range(1, 3):
    Base.add_to_class(f"line_{number}", models.CharField(max_length=5))


class Address(Base):
    pass


KINDS = {"Red": "red_table", "Green": None}
made = {}
for kind, table in KINDS.items():
    meta = type("Meta", (object,), {"db_table": table} if table else {})
    made[kind] = type(kind, (Base,), {"Meta": meta, "__module__": __name__})

Listed = [
    type(f"Listed{letter}", (models.Model,), {"__module__": "loops.models", letter.lower(): models.IntegerField()})
    for letter in "AB"
]
