"""Same input, same bytes: whatever the hash seed, the number of workers, the place of the call, the state of the cache."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import start

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"
# Two workers are only started where there are a few hundred kilobytes to read.
MODULES, FUNCTIONS = 60, 300
NAMES = {
    "billing": "CreditNote GiftCard Invoice Payment PaymentMethod",
    "catalog": "Author Authorship Book Category Product Publisher",
    "core": "AuditEntry",
    "customers": "Address Clerk Company Customer User",
    "orders": "Cart Order OrderLine",
    "reports": "DailySales PaidOrder SalesByBook",
    "reviews": "Answer Note Review",
    "shipping": "Carrier Parcel",
}
MODELS = [(app, name) for app, names in NAMES.items() for name in names.split()]
# Rows of all models go in circles through all modules, through one attribute, and through one function that gets more
# kinds of them than it has frames: whatever depends on which comes first would show.
SHELF = """
class Shelf:
    thing = None

def store(thing):
    Shelf.thing = thing
    thing.save()
"""
CIRCLE = """
from catalog.generated.part_{next} import carry as other
from core.shelf import Shelf, store
from {package}.models import {name} as Model

def carry(thing):
    other(thing).refresh_from_db()
    return thing

def begin():
    carry(Model.objects.first()).delete()
    store(Model())
    store(Model.objects.get(pk={number}))
    Shelf.thing.delete()
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """The bookshop with a wing of generated modules."""
    root = tmp_path_factory.mktemp("large") / "bookshop"
    shutil.copytree(BOOKSHOP, root, ignore=shutil.ignore_patterns("expected", "__pycache__"))
    wing = root / "catalog" / "generated"
    wing.mkdir()
    for number in range(MODULES):
        package, name = MODELS[number % len(MODELS)]
        circle = CIRCLE.format(next=(number * 7 + 1) % MODULES, package=package, name=name, number=number)
        functions = "".join(f"\ndef function_{n}(value):\n    return value + {n}\n" for n in range(FUNCTIONS))
        (wing / f"part_{number}.py").write_text(circle + functions)
    (root / "core" / "shelf.py").write_text(SHELF)
    (wing / "__init__.py").touch()
    return root


@pytest.fixture(scope="module")
def report(shop):
    done = start("analyze", shop, "--format", "json", "--no-cache", "--workers", "1", PYTHONHASHSEED="0")
    assert done.code == 0, done.err
    assert done.out.startswith("{")
    return done.out


def test_the_report_has_accesses_whose_order_could_matter(report):
    found = json.loads(report)
    accesses = [a for a in found["accesses"] if a["path"].startswith(("catalog/generated/", "core/shelf.py"))]
    assert len({access["table"] for access in accesses}) > 20
    assert {access["certainty"] for access in accesses} >= {"proved", "inferred"}
    # The attribute that all modules fill is past its bound.
    assert any(spot["kind"] == "query-too-wide" for spot in found["blind_spots"])
    assert any(access["chain"] for access in accesses)


def asked(shop, *options, cwd=None, **environment):
    done = start("analyze", shop, "--format", "json", *options, cwd=cwd, **environment)
    assert done.code == 0, done.err
    return done.out


@pytest.mark.parametrize("seed", ["1", "2", "31337"])
def test_hash_seeds_make_no_difference(shop, report, seed):
    assert asked(shop, "--no-cache", PYTHONHASHSEED=seed) == report


@pytest.mark.parametrize("workers", ["1", "2", "8"])
def test_the_number_of_workers_makes_no_difference(shop, report, workers):
    assert asked(shop, "--no-cache", "--workers", workers) == report


@pytest.mark.parametrize("place", ["beside", "inside", "below"])
def test_the_place_of_the_call_makes_no_difference(shop, report, place):
    path, cwd = {"beside": ("bookshop", shop.parent), "inside": (".", shop), "below": ("..", shop / "catalog")}[place]
    assert asked(path, "--no-cache", cwd=cwd) == report


def test_the_order_on_disk_makes_no_difference(shop, report, tmp_path):
    copy = tmp_path / "bookshop"
    for file in sorted(shop.rglob("*"), reverse=True):
        if file.is_file():
            target = copy / file.relative_to(shop)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    assert asked(copy, "--no-cache") == report


def test_the_cache_makes_no_difference(shop, report, tmp_path):
    cache = ("--cache-dir", tmp_path / "cache")
    assert asked(shop, *cache) == report
    assert any((tmp_path / "cache").iterdir())
    assert asked(shop, *cache) == report
    assert asked(shop, *cache, "--workers", "8", PYTHONHASHSEED="5") == report


def test_a_cache_notices_what_has_changed(shop, tmp_path):
    copy = tmp_path / "bookshop"
    shutil.copytree(shop, copy)
    cache = ("--cache-dir", tmp_path / "cache")
    asked(copy, *cache)
    models = copy / "catalog" / "models" / "people.py"
    models.write_text(models.read_text() + "\n\nclass Translator(models.Model):\n    pass\n")
    warm = asked(copy, *cache)
    assert '"catalog.Translator"' in warm
    assert warm == asked(copy, "--no-cache")
