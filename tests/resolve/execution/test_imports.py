"""Imports bind what is known at once, and references for what is not needed yet."""

import pytest

from tests.support.executed import executed
from tests.support.monolith import write_files

PACKAGE = {"pkg/__init__.py": "", "pkg/sub/__init__.py": "", "pkg/a.py": "y = 1", "pkg/sub/b.py": "y = 2"}


@pytest.mark.parametrize(
    ("statement", "expression", "expected"),
    [
        ("import pkg.a", "pkg.a.y", "1"),
        ("import pkg.a as z", "z.y", "1"),
        ("from pkg import a", "a.y", "1"),
        ("from pkg.a import y", "y", "1"),
        ("from pkg.a import y as z", "z", "1"),
        ("from pkg.sub.b import *", "y", "2"),
        ("import pkg", "pkg.sub.b.y", "2"),
    ],
)
def test_absolute_imports(statement, expression, expected):
    assert executed({**PACKAGE, "main.py": f"{statement}\nx = {expression}"}).text("x") == expected


@pytest.mark.parametrize(
    ("path", "statement", "expected"),
    [
        ("pkg/c.py", "from .a import y", "1"),
        ("pkg/c.py", "from . import a\ny = a.y", "1"),
        ("pkg/c.py", "from .sub import b\ny = b.y", "2"),
        ("pkg/sub/c.py", "from ..a import y", "1"),
        ("pkg/sub/c.py", "from .. import a\ny = a.y", "1"),
        ("pkg/sub/c/__init__.py", "from ..b import y", "2"),
    ],
)
def test_relative_imports(path, statement, expected):
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    done = executed({**PACKAGE, path: statement, "main.py": f"import {name}"})
    assert done.text("y", name) == expected
    assert done.spots == []


def test_a_relative_import_that_climbs_too_high_is_a_blind_spot():
    done = executed({**PACKAGE, "pkg/c.py": "from ...x import y\nz = 1", "main.py": "import pkg.c"})
    assert done.spots == [("pkg/c.py", 1, "unresolved-import")]
    assert done.text("z", "pkg.c") == "1"


def test_packages_run_before_their_modules():
    done = executed({"main.py": "import pkg.a", "pkg/__init__.py": "y = 1", "pkg/a.py": "import pkg\nx = pkg.y"})
    assert done.text("x", "pkg.a") == "1"


def test_a_package_and_a_module_that_is_not_imported_does_not_run():
    done = executed({**PACKAGE, "main.py": "import pkg.a"})
    assert set(done.loaded) == {"main", "pkg", "pkg.a"}


def test_a_star_takes_what_all_says():
    files = {"main.py": "from a import *", "a.py": "__all__ = ['y', '_z']\ny = 1\n_z = 2\nw = 3"}
    done = executed(files)
    assert [done.has(name) for name in ("y", "_z", "w")] == [True, True, False]


def test_a_star_without_all_takes_what_has_no_underscore():
    done = executed({"main.py": "from a import *", "a.py": "y = 1\n_z = 2"})
    assert [done.has(name) for name in ("y", "_z")] == [True, False]


def test_an_all_that_is_put_together_counts():
    files = {
        "main.py": "from a import *",
        "a.py": "from b import *\nfrom b import __all__ as more\n__all__ = ['y'] + more\ny = 1",
        "b.py": "__all__ = ('z',)\nz = 2\nw = 3",
    }
    done = executed(files)
    assert [done.has(name) for name in ("y", "z", "w")] == [True, True, False]


def test_a_star_from_a_library_may_bind_any_name():
    done = executed("from lib import *\nx = anything\ny = len")
    assert done.text("x") == "<lib.anything>"
    assert done.text("y") == "<builtins.len>"


def test_a_star_without_source_comes_along_through_ours():
    done = executed({"main.py": "from a import *\nx = anything", "a.py": "from lib import *"})
    assert done.text("x") == "<lib.anything>"


def test_modules_that_import_each_other_see_what_is_there():
    files = {
        "main.py": "import a, b",
        "a.py": "y = 1\nfrom b import z\nw = z",
        "b.py": "from a import y\nz = y + 1",
    }
    done = executed(files)
    assert (done.text("w", "a"), done.text("z", "b")) == ("2", "2")
    assert done.spots == []


def test_a_name_that_a_half_run_module_gets_later_is_found_when_it_is_needed():
    files = {
        "main.py": "import a",
        "a.py": "import b\nclass Base: y = 1",
        "b.py": "from a import Base\nclass Child(Base): pass\ndef f(): return Child.y",
    }
    done = executed(files)
    assert done.text("Base", "b") == "class a.Base"
    assert done.spots == []


def test_packages_of_theirs_run_only_when_a_name_of_them_is_needed(tmp_path):
    write_files(tmp_path, {"lib/__init__.py": "from lib.a import y", "lib/a.py": "y = 1", "other.py": "z = 2"})
    done = executed("from lib import y\nimport other\nfrom other import z", packages=(str(tmp_path),))
    assert done.loaded == ["main"]
    assert done.text("y") == "1"
    assert done.loaded == ["main", "lib", "lib.a"]


def test_a_package_with_getattr_gives_what_it_gives():
    files = {
        "main.py": "from pkg import Thing\nx = Thing.y",
        "pkg/__init__.py": "def __getattr__(name):\n  from pkg import a\n  return getattr(a, name)",
        "pkg/a.py": "class Thing: y = 1",
    }
    done = executed(files)
    assert done.text("x") == "1"
    assert done.spots == []


def test_a_name_that_a_module_of_ours_does_not_have_is_a_blind_spot():
    done = executed({**PACKAGE, "main.py": "from pkg.a import nothing\nx = 1"})
    assert done.spots == [("main.py", 1, "unresolved-import")]
    assert done.text("x") == "1"


def test_modules_without_source_are_known_by_name():
    done = executed("import lib.sub as s\nfrom lib import y\nx = s.Thing")
    assert (done.text("x"), done.text("y")) == ("<lib.sub.Thing>", "<lib.y>")
    assert done.spots == []


def test_an_import_inside_a_function_waits_for_its_call():
    files = {"main.py": "def f():\n  import a\n", "a.py": ""}
    assert "a" not in executed(files).loaded
    assert "a" in executed({**files, "main.py": files["main.py"] + "f()"}).loaded


def test_a_module_of_ours_that_is_shadowed_by_nothing_of_djangos():
    done = executed("from django.db import models\nx = models.Model")
    assert done.text("x") == "<django.db.models.Model>"


def test_what_a_module_knows_of_itself():
    files = {"main.py": "import pkg.c", "pkg/__init__.py": "", "pkg/c.py": "x = (__name__, __package__, __file__)"}
    assert executed(files).text("x", "pkg.c") == "('pkg.c', 'pkg', '/pkg/c.py')"
