"""How cutpoint grows with the receivers of a project: made-up projects of several sizes go in; figures come out.

    python benchmarks/receivers.py [--sizes 1250,2500,5000]

A fifth as many functions save a row. Kinds:

* *self*: one model; every receiver hears of it and saves the row again, so that all make all hear;
* *all*: fifty models and receivers for any sender, of which each reads one table;
* *each*: as many models as receivers, each with a receiver of its own that saves the row again;
* *others*: the same, but each reads the next model's table;
* *circle*: the same, but each makes a row of the next model, whose receiver goes on.
"""

import argparse
import datetime as dt
import json
from pathlib import Path

from measured import analyze, machine, temporary_folder

_SETTINGS = 'SECRET_KEY = "x"\nINSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "shop"]\n'
_MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n'
_IMPORTS = """from django.db.models.signals import post_save
from django.dispatch import receiver
from shop import models
"""
_AGAIN = 'instance.name = "x"\n    instance.save()'
_KINDS = {
    "self": ("sender=models.M0", _AGAIN),
    "all": ("", 'models.M{own}.objects.filter(name="x").count()'),
    "each": ("sender=models.M{own}", _AGAIN),
    "others": ("sender=models.M{own}", 'models.M{next}.objects.filter(name="x").count()'),
    "circle": ("sender=models.M{own}", 'models.M{next}.objects.create(name="x")'),
}
_MODELS = {"self": 1, "all": 50}


def main() -> None:
    """Measure every kind at every size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1250,2500,5000")
    parser.add_argument("--kinds", default=",".join(_KINDS))
    asked = parser.parse_args()
    print(f"{dt.date.today()}, {machine()}\n")
    print(f"{'kind':8} {'receivers':>9} {'CPU s':>7} {'peak MB':>8} {'accesses':>9} {'blind spots':>12}")
    for kind in asked.kinds.split(","):
        for size in map(int, asked.sizes.split(",")):
            with temporary_folder() as folder:
                write_project(folder / "tree", kind, size)
                run = analyze(folder / "tree", folder / "cache", [], folder / "report.json")
                report = json.loads((folder / "report.json").read_bytes())
            found, blind = len(report["accesses"]), len(report["blind_spots"])
            print(f"{kind:8} {size:9,} {run.cpu:7.1f} {run.peak:8.0f} {found:9,} {blind:12,}", flush=True)


def write_project(root: Path, kind: str, size: int) -> None:
    """A project with *size* receivers of *kind*, and a fifth as many functions that save."""
    app = root / "shop"
    app.mkdir(parents=True)
    models = _MODELS.get(kind, size)
    sender, body = _KINDS[kind]
    receivers = []
    for number in range(size):
        numbers = {"own": number % models, "next": (number + 1) % models}
        decorator = f"@receiver({', '.join(filter(None, ('post_save', sender)))})".format(**numbers)
        receivers.append(
            f"{decorator}\ndef on_save_{number}(sender, instance, **kwargs):\n    {body.format(**numbers)}\n"
        )
    fields = "    name = models.TextField()\n"
    declared = "".join(f"class M{number}(models.Model):\n{fields}" for number in range(models))
    saves = "".join(
        f"def save_{number}():\n    row = models.M{number % models}.objects.get()\n    row.save()\n"
        for number in range(0, size, 5)
    )
    (root / "manage.py").write_text(_MANAGE)
    (root / "settings.py").write_text(_SETTINGS)
    (app / "__init__.py").write_text("")
    (app / "models.py").write_text(f"from django.db import models\n{declared}")
    (app / "receivers.py").write_text(_IMPORTS + "".join(receivers))
    (app / "views.py").write_text(f"from shop import models\n{saves}")


if __name__ == "__main__":
    main()
