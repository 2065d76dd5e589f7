"""What every construct of the house has, so that the reference page and the tests can rely on it."""

import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import pytest

import cutpoint
from cutpoint.domain.types import Atom
from cutpoint.interpret import constructs

CHECKOUT = Path(__file__).parents[2]
TESTS = CHECKOUT / "tests/interpret/constructs"
NAMES = sorted(info.name for info in pkgutil.iter_modules(constructs.__path__))
INFERENCE = Path(cutpoint.__file__).parent / "infer"

each_construct = pytest.mark.parametrize("name", NAMES)


def construct(name):
    return importlib.import_module(f"{constructs.__name__}.{name}")


def kinds_of_use():
    """What inference notes: `frame.see("call", …)`."""
    texts = [path.read_text("utf-8") for path in sorted(INFERENCE.rglob("*.py"))]
    return {kind for text in texts for kind in re.findall(r"""\bsee\(\s*"(\w+)\"""", text)}


@each_construct
def test_has_a_test_that_hears_it_speak_and_keep_silent(name):
    test = TESTS / f"test_{name}.py"
    assert test.is_file(), f"write {test.relative_to(CHECKOUT)}: its speech, and what only looks like it"
    text = test.read_text("utf-8")
    assert "check(" in text
    # A snippet has at least one statement that is expected to do something, and one test is about none at all.
    assert re.search(r"# (read|insert|update|delete) \w+", text)
    assert len(re.findall(r"^def test_", text, re.MULTILINE)) > 1


def test_no_test_speaks_of_a_construct_that_is_gone():
    tested = {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")}
    assert tested <= set(NAMES)


@each_construct
def test_says_what_it_wants_to_be_asked(name):
    module = construct(name)
    assert module.RECEIVERS, "kinds of atoms"
    assert all(isinstance(kind, type) and issubclass(kind, Atom) for kind in module.RECEIVERS)
    assert module.KIND in kinds_of_use(), "inference sees no use of this kind"
    assert module.NAMES is None or (isinstance(module.NAMES, frozenset) and module.NAMES)


@each_construct
def test_touches_takes_a_use_and_the_models(name):
    touches = construct(name).touches
    assert [name.lstrip("_") for name in inspect.signature(touches).parameters] == ["use", "space"]
    assert inspect.isgeneratorfunction(touches)
    assert touches.__doc__


@each_construct
def test_first_line_of_the_docstring_has_an_example(name):
    first = (construct(name).__doc__ or "").splitlines()[0]
    assert re.search(r"`[^`]+`", first), "the line in the reference page shows the construct as code"
    assert first.endswith(".")


@each_construct
def test_is_known_by_no_other_construct(name):
    others = [other for other in NAMES if other != name]
    text = Path(construct(name).__file__).read_text("utf-8")
    assert not [other for other in others if f"constructs.{other}" in text]
