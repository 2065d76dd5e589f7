"""Modules imported by name: importlib, pkgutil, import_string, include, autodiscover."""

import pytest

from tests.support.executed import executed

FILES = {
    "pkg/__init__.py": "",
    "pkg/a.py": "y = 1",
    "pkg/b.py": "y = 2",
    "pkg/inner/__init__.py": "y = 3",
    "pkg/inner/c.py": "y = 4",
}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from importlib import import_module\nx = import_module('pkg.a').y", "1"),
        ("import importlib\nx = importlib.import_module('pkg.' + 'b').y", "2"),
        ("import importlib\nx = importlib.import_module('.a', 'pkg').y", "1"),
        ("import importlib\nx = importlib.import_module('..a', package='pkg.inner').y", "1"),
        ("x = __import__('pkg.a', fromlist=['y']).y", "1"),
        ("from django.utils.module_loading import import_string\nx = import_string('pkg.a.y')", "1"),
        ("from django.utils.module_loading import import_string\nx = import_string('lib.Thing')", "<lib.Thing>"),
        ("import importlib\nx = importlib.import_module(unknown)", "?"),
        ("import importlib\nx = importlib.import_module('lib')", "<lib>"),
    ],
)
def test_a_module_that_is_named(code, expected):
    assert executed({**FILES, "main.py": f"import pkg.inner\n{code}"}).text("x") == expected


def test_a_missing_configuration_is_read_from_its_sample():
    files = {
        "main.py": "import importlib\nx = importlib.import_module('pkg.configuration').y",
        "pkg/configuration_example.py": "y = 5",
    }
    done = executed({**FILES, **files})
    assert done.text("x") == "5"
    assert done.spots == [("main.py", 2, "missing-module")]


def test_a_missing_module_without_a_sample_is_unknown():
    files = {"main.py": "import importlib\nx = importlib.import_module('pkg.configuration')\ny = 1"}
    done = executed({**FILES, **files})
    assert done.text("x") == "<pkg.configuration>"
    assert done.text("y") == "1"


def test_the_modules_of_a_package_that_a_loop_loads():
    loop = """
import pkgutil, importlib
x = []
for _, name, is_package in pkgutil.iter_modules(__path__):
  x.append((name, is_package, importlib.import_module(f'{__name__}.{name}').y))
"""
    done = executed({**FILES, "main.py": "import pkg", "pkg/__init__.py": loop})
    assert done.text("x", "pkg") == "[('a', False, 1), ('b', False, 2), ('inner', True, 3)]"


@pytest.mark.parametrize("item", ["module.name", "module[1]"])
def test_the_modules_of_a_package_have_names(item):
    loop = f"import pkgutil\nx = [{item} for module in pkgutil.iter_modules(__path__, prefix='p.')]"
    done = executed({**FILES, "main.py": "import pkg", "pkg/__init__.py": loop})
    assert done.text("x", "pkg") == "['p.a', 'p.b', 'p.inner']"


def test_walking_a_package_goes_into_the_packages_below():
    loop = "import pkgutil\nx = [name for _, name, _ in pkgutil.walk_packages(__path__, 'pkg.')]"
    done = executed({**FILES, "main.py": "import pkg", "pkg/__init__.py": loop})
    assert done.text("x", "pkg") == "['pkg.a', 'pkg.b', 'pkg.inner', 'pkg.inner.c']"


def test_included_urls_are_loaded():
    code = "from django.urls import include, path\nurlpatterns = [path('', include('pkg.a')), path('', include(('pkg.b', 'b')))]"
    done = executed({**FILES, "main.py": code})
    assert {"pkg.a", "pkg.b"} <= set(done.loaded)
    assert "pkg.inner" not in done.loaded


def test_autodiscover_loads_the_named_module_of_every_installed_app():
    code = "from django.utils.module_loading import autodiscover_modules\nautodiscover_modules('a', 'c')"
    done = executed({**FILES, "main.py": code}, constants={"cutpoint.installed_apps": ("pkg", "pkg.inner", "lib")})
    assert {"pkg.a", "pkg.inner.c"} <= set(done.loaded)
    assert "pkg.b" not in done.loaded


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from importlib.util import find_spec\nx = 1 if find_spec('pkg.a') else 2", "1"),
        ("from importlib.util import find_spec\nx = 1 if find_spec('debug_toolbar') else 2", "1 | 2"),
        ("import sys, pkg.a\nx = sys.modules['pkg.a'].y", "1"),
        ("import sys\nx = sys.modules[__name__].y\n", "7"),
    ],
)
def test_questions_about_modules(code, expected):
    assert executed({**FILES, "main.py": f"y = 7\n{code}"}).text("x") == expected
