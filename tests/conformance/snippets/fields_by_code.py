"""Fields by unpacking, by vars().update, by comprehension, by helper, with names that are computed."""

from django.db import models

LANGUAGES = [("de", "German"), ("fr", "French")]


def common(prefix=""):
    return {f"{prefix}created": models.DateTimeField(), f"{prefix}note": models.TextField(null=True)}


class Unpacked(models.Model):
    first, second = (models.IntegerField() for _ in range(2))
    (third, *_rest) = [models.TextField()]


class Updated(models.Model):
    vars().update(common("row_"))
    size = models.IntegerField()


class Translated(models.Model):
    for code, _name in LANGUAGES:
        vars()["title_%s" % code] = models.CharField(max_length=5)


Typed = type(
    "Typed",
    (models.Model,),
    {"__module__": __name__, **{f"part_{number}": models.IntegerField() for number in range(2)}, **common()},
)

for index, (code, name) in enumerate(sorted(LANGUAGES, key=lambda pair: pair[1])):
    Translated.add_to_class(f"{name.lower()[:3]}_{index:02}", models.IntegerField(db_column=f"{code.upper()}_COL"))

position = 0
while position < 2:
    Updated.add_to_class("extra{}".format(position), models.IntegerField())
    position += 1
