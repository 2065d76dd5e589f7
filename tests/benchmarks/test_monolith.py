"""The made-up monolith is the same for the same seed, parses, has the size that was asked for, and is understood."""

import ast
import sys
from pathlib import Path

import pytest

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def write_monolith(monkeypatch):
    # Scripts lie beside each other, and import each other so.
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield __import__("monolith").write_monolith
    for name in ("monolith", "monolith_files", "monolith_texts", "monolith_faces"):
        sys.modules.pop(name, None)


def texts_of(folder):
    return {str(path.relative_to(folder)): path.read_text() for path in folder.rglob("*.py")}


def test_the_seed_decides_every_byte(write_monolith, tmp_path):
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_monolith(tmp_path / name, 200, 10_000, 2, seed)
    one, again, other = (texts_of(tmp_path / name) for name in ("one", "again", "other"))
    assert one == again
    assert one != other


def test_it_has_the_size_and_is_understood(write_monolith, tmp_path):
    assert write_monolith(tmp_path, 300, 15_000, 3, 1)[0] == 300
    texts = texts_of(tmp_path)
    assert len(texts) == 300
    assert 13_000 < sum(text.count("\n") for text in texts.values()) < 18_000
    for text in texts.values():
        ast.parse(text)
    found = analyze(Options(root=str(tmp_path)))
    assert found.is_complete
    assert found.query_resolution.rate > 0.9
    assert {access.action.value for access in found.accesses} == {"read", "insert", "update", "delete"}
    assert {model.app for model in found.catalog.models} >= {"billing", "orders", "catalog"}
