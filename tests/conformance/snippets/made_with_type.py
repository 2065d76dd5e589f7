"""Models made by calling type(), and by calling the metaclass."""

from django.db import models
from django.db.models.base import ModelBase

Plain = type("Plain", (models.Model,), {"name": models.CharField(max_length=5), "__module__": __name__})

Other = ModelBase(
    "Other",
    (models.Model,),
    dict(__module__=__name__, plain=models.ForeignKey(Plain, models.CASCADE), Meta=type("Meta", (), {"db_table": "others"})),
)


class Base(models.Model):
    size = models.IntegerField()

    class Meta:
        abstract = True


for name, extra in [("Small", {}), ("Big", {"color": models.TextField()})]:
    globals()[name] = type(name, (Base,), {"__module__": __name__, **extra})
