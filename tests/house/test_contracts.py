"""The rules of the house, on the house."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import cutpoint

HOUSE = Path(cutpoint.__file__).parent
MODULES = sorted(path for path in HOUSE.rglob("*.py") if "stand_ins" not in path.parts)
# Past 300 lines a file says here why it is not two.
LONG_FOR_A_REASON: dict[str, str] = {}

named = pytest.mark.parametrize("path", MODULES, ids=[str(path.relative_to(HOUSE)) for path in MODULES])


def test_imports_keep_the_contracts():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))",
        ],
        cwd=HOUSE.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@named
def test_a_module_says_what_it_is(path):
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring, (
        "the first line of a module says what goes in and what comes out, or the construct with an example"
    )


@named
def test_a_file_is_one_to_read_in_one_go(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= 300 or str(path.relative_to(HOUSE)) in LONG_FOR_A_REASON


@named
def test_a_function_is_one_to_read_in_one_go(path):
    long = [
        f"{node.name} has {size} lines"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (size := (node.body[-1].end_lineno or 0) - node.body[0].lineno + 1) > 50
    ]
    assert not long


def test_public_names_are_exactly_these():
    assert cutpoint.__all__ == ["Analysis", "__version__", "analyze"]
    assert all(hasattr(cutpoint, name) for name in cutpoint.__all__)


def test_no_other_name_is_made_up():
    with pytest.raises(AttributeError, match="nothing"):
        cutpoint.nothing  # noqa: B018 - asking for it is the test


def test_the_checkout_holds_no_path_of_this_machine():
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(listing, cwd=HOUSE.parent, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("only a git checkout knows which files are its own")
    here = os.fsencode(HOUSE.parent) + b"/"
    files = [HOUSE.parent / name for name in listed.stdout.split("\0") if name]
    assert not [file for file in files if file.is_file() and here in file.read_bytes()]
