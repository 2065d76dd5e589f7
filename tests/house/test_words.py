"""One word per thing: phrases of our own that people had to learn are gone from outputs, help, pages and docs."""

import ast
import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
OLD = (
    *("apps of ours", "app of ours", "apps of others", "tables of nobody", "tables of frameworks", "of frameworks."),
    *("import circle", "hears of it", "comes about here", "made to happen by", "opened by Django itself"),
    *("in their stead", "is one matter", "asks the other side, or a copy", "to be parted", "moves along"),
    *("the way across", "the way to the cut", "measures of the literature", "how alike it comes out"),
    *("what ties the smaller side stays inside", "is no split", "times alike", "of yours called so"),
    *("seen and not understood", "sends away", "on something that is not known", "writes into tables of others"),
    *("whole bill", "on the bill", "from the bill"),
)
_OLD = re.compile("|".join(map(re.escape, OLD)), re.IGNORECASE)
SOURCES = sorted(path for path in CHECKOUT.glob("cutpoint/**/*.py") if "stand_ins" not in path.parts)
SCRIPTS = sorted(CHECKOUT.glob("cutpoint/**/*.js"))
# What was said at the time stays as it was said.
PAGES = sorted(
    path
    for path in [*CHECKOUT.glob("*.md"), *CHECKOUT.glob("docs/**/*.md"), *CHECKOUT.glob("fixtures/*/expected/*")]
    if path.name != "CHANGELOG.md" and not {"changes", "decisions"} & set(path.parts) and path.suffix in {".md", ".txt"}
)


def literals(path):
    """(line, text) of every string of a module that isn't a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(body.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        for body in node.body
        if isinstance(body, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


def test_sentences_of_the_code():
    found = [
        f"{path.relative_to(CHECKOUT)}:{line} {text!r}"
        for path in SOURCES
        for line, text in literals(path)
        if _OLD.search(text)
    ]
    assert found == []


@pytest.mark.parametrize("paths", [SCRIPTS, PAGES], ids=["scripts", "pages"])
def test_sentences_of_the_page_and_of_docs(paths):
    assert paths
    found = [
        f"{path.relative_to(CHECKOUT)}:{number} {line.strip()}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if _OLD.search(line) and not line.lstrip().startswith("//")
    ]
    assert found == []
