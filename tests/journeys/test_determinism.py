"""Same input, same bytes: whatever the hash seed, the number of workers, the place of the call, the state of the cache."""

import shutil
from pathlib import Path

import pytest

from tests.support.commands import start

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"
# Two workers are only started where there are a few hundred kilobytes to read.
MODULES, FUNCTIONS = 60, 300


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """The bookshop with a wing of generated modules."""
    root = tmp_path_factory.mktemp("large") / "bookshop"
    shutil.copytree(BOOKSHOP, root, ignore=shutil.ignore_patterns("expected", "__pycache__"))
    for number in range(MODULES):
        imports = f"from catalog.generated.part_{(number * 7 + 1) % MODULES} import function_0 as other\n"
        functions = "".join(f"\ndef function_{n}(value):\n    return value + {n}\n" for n in range(FUNCTIONS))
        file = root / "catalog" / "generated" / f"part_{number}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(imports + functions)
    (root / "catalog" / "generated" / "__init__.py").touch()
    return root


@pytest.fixture(scope="module")
def report(shop):
    done = start("analyze", shop, "--format", "json", "--no-cache", "--workers", "1", PYTHONHASHSEED="0")
    assert done.code == 0, done.err
    assert done.out.startswith("{")
    return done.out


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
