"""A library that is given, given in another release, given in part or not given: no model of ours is lost by it."""

import pytest

from tests.support.monolith import labels, model, models_of, spots

OURS = """
from ledger.models import Account, Stamped
from ledger.fields import MoneyField
from ledger.managers import BookQuerySet
import ledger.tracks

class Heir(Stamped):
    title = models.CharField()
class GrandHeir(Heir):
    pass
class Bare(Stamped):
    pass
class Child(Account):
    more = models.IntegerField()
class Proxy(Account):
    class Meta:
        proxy = True
class Mixed(ledger.tracks.TrackMixin, models.Model):
    x = models.IntegerField()
class Priced(models.Model):
    price = MoneyField()
class Related(models.Model):
    account = models.ForeignKey(Account, models.CASCADE)
    by_name = models.ForeignKey("ledger.Account", models.CASCADE, related_name="+")
    heir = models.ForeignKey(Heir, models.CASCADE)
class Queried(models.Model):
    objects = BookQuerySet.as_manager()
"""
LABELS = [
    f"shop.{name}" for name in ("Bare", "Child", "GrandHeir", "Heir", "Mixed", "Priced", "Proxy", "Queried", "Related")
]
LIBRARY = {
    "site/ledger/__init__.py": "",
    "site/ledger/models.py": """
        from django.db import models
        class Stamped(models.Model):
            made = models.DateTimeField()
            class Meta:
                abstract = True
        class Account(models.Model):
            name = models.CharField()
        """,
    "site/ledger/fields.py": "from django.db import models\nclass MoneyField(models.DecimalField): pass\n",
    "site/ledger/managers.py": "from django.db import models\nclass BookQuerySet(models.QuerySet): pass\n",
    "site/ledger/tracks.py": "class TrackMixin: pass\n",
}
EMPTY = dict.fromkeys(LIBRARY, "")


def without(*names):
    return {path: text for path, text in LIBRARY.items() if not path.endswith(names)}


WAYS = {
    "given": LIBRARY,
    "another release": {**EMPTY, "site/ledger/models.py": "class Renamed: pass\n"},
    "models missing": without("/models.py"),
    "all but models missing": without("/fields.py", "/managers.py", "/tracks.py"),
    "the package only": {"site/ledger/__init__.py": ""},
    "no __init__": without("/__init__.py"),
    "damaged": {**LIBRARY, "site/ledger/models.py": "class (:\n"},
    "fails on import": {**LIBRARY, "site/ledger/models.py": "raise ImportError('no')\n"},
    "compiled": {**without("/models.py"), "site/ledger/models.cpython-38-x86_64-linux-gnu.so": ""},
    "metadata only": {"site/ledger-1.0.dist-info/METADATA": "Name: ledger\nVersion: 1.0\n"},
    "not given": {"site/other.py": ""},
}


@pytest.mark.parametrize("way", WAYS)
def test_every_model_of_ours_is_there(tmp_path, way):
    settings = 'INSTALLED_APPS = ["ledger", "shop", "ledger.apps.OddConfig"]\n'
    catalog = models_of(tmp_path, OURS, settings, files=WAYS[way], packages=["site"])
    assert labels(catalog) == LABELS
    related = {relation.name for relation in model(catalog, "shop.Related").relations}
    assert related == {"account", "by_name", "heir"}
    assert [field.name for field in model(catalog, "shop.Priced").fields if field.name != "id"] == ["price"]
    lost = "Stamped" not in WAYS[way].get("site/ledger/models.py", "")
    # What a base would have added is told, never dropped in silence.
    assert lost == any(kind == "unknown-base" for _, _, kind in spots(catalog) if way != "all but models missing")


def test_a_label_that_is_not_known_drops_nothing_that_can_be_read(tmp_path):
    files = {
        "ledger/__init__.py": "",
        "ledger/models.py": "from django.db import models\nclass Account(models.Model): pass\n",
    }
    settings = 'INSTALLED_APPS = ["vendor.shop", "shop", "vendor.ledger", "ledger"]\n'
    text = "class Order(models.Model):\n  account = models.ForeignKey('ledger.Account', models.CASCADE)\n"
    catalog = models_of(tmp_path, text, settings, files=files)
    assert labels(catalog) == ["ledger.Account", "shop.Order"]
    assert model(catalog, "shop.Order").relations[0].to == "ledger.Account"
