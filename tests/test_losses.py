"""A file that was there to be read, and of which a run got no answer: it is told, and nothing of it is kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cutpoint.discover.project import discover
from cutpoint.domain.project import Options
from cutpoint.earlier_runs import tool_stamp
from cutpoint.parse.cache import Cache
from cutpoint.pipeline import analyze, analyze_project
from cutpoint.revisions import analyze_revision
from cutpoint.unpack.revision import revision_of
from tests.support.monolith import MANAGE, write_files

LONG_AGO = 1_600_000_000
FILES = {
    "tree/manage.py": MANAGE,
    "tree/config/__init__.py": "",
    "tree/config/settings.py": 'INSTALLED_APPS = ["shop", "lib"]\n',
    "tree/shop/__init__.py": "",
    "tree/shop/models.py": "from django.db import models\nclass Order(models.Model): pass\n",
    "tree/shop/tests.py": "from shop import models\n",
    "tree/shop/broken.py": "def f(:\n",
    "site/lib/__init__.py": "",
    "site/lib/models.py": "from django.db import models\nclass Thing(models.Model): pass\n",
    "site/lib/nobody_asks.py": "x = (\n",
}
# A regular file that everybody may open and nobody can read, not even root.
ILL = "/proc/self/mem"

needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a file that can't be read in /proc")


@pytest.fixture
def root(tmp_path):
    write_files(tmp_path, FILES)
    for path in tmp_path.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return tmp_path


def options_of(root: Path, **more) -> Options:
    return Options(root=str(root / "tree"), packages=(str(root / "site"),), workers=1, **more)


def quiet(_stage: str, _done: int, _total: int) -> None:
    """Nobody is told of progress."""


def without(root: Path, lost: str, options: Options):
    """The analysis of a tree from which *lost* went after it was listed, and the key under which it is kept."""
    project = discover(options)
    (root / lost).rename(root / "away")
    try:
        with Cache(root / "cache", tool_stamp()) as cache:
            return analyze_project(project, options, cache, quiet)
    finally:
        (root / "away").rename(root / lost)


@pytest.mark.parametrize("lost", ["shop/models.py", "shop/tests.py", "config/settings.py"])
def test_a_file_that_goes_before_it_is_read_is_lost_and_not_kept(root, lost):
    options = options_of(root, cache_dir=str(root / "cache"))
    analysis, key = without(root, f"tree/{lost}", options)
    assert not analysis.is_complete
    assert [(spot.path, spot.kind, spot.reason) for spot in analysis.lost] == [
        (lost, "unreadable", "No such file or directory")
    ]
    # That of test code counts, too: it may have been needed to understand the rest.
    assert set(analysis.lost) <= set(analysis.unread)
    assert key is None
    assert analyze(options) == analyze(options_of(root))
    assert analyze(options).is_complete


@needs_proc
def test_a_file_of_a_package_is_lost_like_one_of_the_project(root):
    options = options_of(root, cache_dir=str(root / "cache"))
    models = root / "site/lib/models.py"
    models.rename(root / "away")
    models.symlink_to(ILL)
    for _ in range(2):
        analysis = analyze(options)
        assert [(spot.path, spot.kind) for spot in analysis.lost] == [("lib/models.py", "unreadable")]
        assert analysis.lost[0] in analysis.unread
        assert "lib.Thing" not in {model.label for model in analysis.catalog.models}
    models.unlink()
    (root / "away").rename(models)
    whole = analyze(options)
    assert whole.is_complete
    assert whole == analyze(options_of(root))
    assert "lib.Thing" in {model.label for model in whole.catalog.models}


@needs_proc
def test_a_revision_of_which_something_was_lost_is_not_kept(root, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    tree = root / "tree"
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", "-C", tree, *words], check=True)
    revision = revision_of(str(tree), "HEAD")
    options = options_of(root, cache_dir=str(root / "cache"))
    models = root / "site/lib/models.py"
    models.rename(root / "away")
    models.symlink_to(ILL)
    assert [spot.path for spot in analyze_revision(options, revision).lost] == ["lib/models.py"]
    models.unlink()
    (root / "away").rename(models)
    whole = analyze_revision(options, revision)
    assert whole.is_complete
    assert whole == analyze_revision(options_of(root), revision)


def test_a_broken_file_of_a_package_is_a_blind_spot_and_no_loss(root):
    (root / "site/lib/models.py").write_text("class Thing(:\n")
    analysis = analyze(options_of(root))
    assert analysis.is_complete
    assert [(spot.path, spot.kind) for spot in analysis.blind_spots if spot.path.startswith("lib/")] == [
        ("lib/models.py", "syntax-error")
    ]
    assert not [spot for spot in analysis.unread if spot.path.startswith("lib/")]


def test_what_nobody_asks_for_is_not_told(root):
    analysis = analyze(options_of(root))
    assert analysis.is_complete
    assert [spot.path for spot in analysis.unread] == ["shop/broken.py"]
    assert "lib/nobody_asks.py" not in {spot.path for spot in analysis.blind_spots}
