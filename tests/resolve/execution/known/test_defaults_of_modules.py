"""`getattr(module, name, default)` where the module lacks the name, or isn't in the tree."""

import pytest

from tests.support.executed import executed

GET = "import importlib\n{load}\nx = getattr(local, 'BASE', 'd')\ny = 'set' if x else 'not'\n"
LOADS = [
    "local = importlib.import_module('conf.local')",
    "import os\nlocal = importlib.import_module(os.environ.get('CONF', 'conf.local'))",
    "import conf.local as local",
    "from conf import local",
    "try:\n    local = importlib.import_module('conf.local')\nexcept ModuleNotFoundError as e:\n    raise ValueError() from e",
]


def of(load: str, files: dict[str, str]):
    return executed({"main.py": GET.format(load=load), "conf/__init__.py": "", **files})


@pytest.mark.parametrize("load", LOADS)
def test_a_module_that_is_there_has_what_it_says(load):
    there = of(load, {"conf/local.py": "BASE = 'b'"})
    assert (there.text("x"), there.text("y")) == ("'b'", "'set'")


@pytest.mark.parametrize("load", LOADS)
@pytest.mark.parametrize("text", ["", "OTHER = 1", "import os"])
def test_a_module_without_the_name_gives_the_default(load, text):
    assert of(load, {"conf/local.py": text}).text("x") == "'d'"


@pytest.mark.parametrize("load", LOADS)
def test_a_module_that_is_not_in_the_tree_gives_the_default_as_a_guess(load):
    absent = of(load, {})
    assert absent.text("x") == "~'d'"
    assert absent.text("y") == "'set' | 'not'"


@pytest.mark.parametrize("text", ["from library import *", "def __getattr__(name): return ask(name)"])
def test_a_name_that_may_come_from_elsewhere_is_not_missing(text):
    assert of(LOADS[0], {"conf/local.py": text}).text("x") != "'d'"


def test_a_module_below_is_no_missing_name():
    text = "import conf\nx = getattr(conf, 'local', None)\ny = hasattr(conf, 'local')\nz = hasattr(conf, 'nothing')"
    there = executed({"main.py": text, "conf/__init__.py": "", "conf/local.py": ""})
    assert there.text("x") != "None"
    assert (there.text("y"), there.text("z")) == ("True", "False")


def test_whether_a_library_has_the_name_is_not_known():
    assert executed("import library\nx = getattr(library, 'BASE', 'd')").text("x") != "'d'"
