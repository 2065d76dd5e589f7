"""The monolith as it was, told as if it had been analyzed in place."""

import os
import subprocess
from pathlib import Path

import msgspec
import pytest

from cutpoint.domain.errors import NotAMonolithError, UsageError
from cutpoint.domain.project import Options
from cutpoint.earlier_runs import at_root
from cutpoint.emit.json_report import json_report
from cutpoint.parse.cache import Cache
from cutpoint.pipeline import analyze
from cutpoint.revisions import analyze_revision
from cutpoint.unpack.revision import revision_of
from tests.support.monolith import MANAGE, write_files

MODELS = "from django.db import models\n"
FILES = {
    ".gitignore": "ignored/\n*.log\n",
    "manage.py": MANAGE,
    "pyproject.toml": "[project.entry-points.plugins]\nshop = 'shop.apps'\n[tool.pytest.ini_options]\npythonpath = 'extra'\n",
    "extra/data.txt": "",
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop", "billing", "lib"]\n',
    "shop/__init__.py": "",
    "shop/models.py": f"{MODELS}class Order(models.Model):\n  paid = models.BooleanField()\n",
    "shop/broken.py": "def f(:\n",
    "shop/ignored/x.py": f"{MODELS}class Ignored(models.Model): pass\n",
    "billing/__init__.py": "",
    "billing/models.py": f"{MODELS}from shop.models import Order\nclass Bill(models.Model):\n  order = models.ForeignKey(Order, models.CASCADE)\n",
    "billing/pay.py": "from shop.models import Order\ndef pay(pk):\n  Order.objects.filter(pk=pk).update(paid=True)\n",
    "billing/tests/test_pay.py": "",
    "billing/old.ini": "DJANGO_SETTINGS_MODULE=config.nothing\n",
}
SITE = {"lib/__init__.py": "", "lib/models.py": f"{MODELS}class Thing(models.Model): pass\n"}


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"]
    subprocess.run(["git", "-C", root, *identity, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    git(root, "add", "-A", "-f", ".")
    git(root, "commit", "-q", "--allow-empty", "-m", "more")


@pytest.fixture
def root(tmp_path, monkeypatch):
    """A repository with one commit, links and all, and a virtual environment beside the code."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = write_files(tmp_path / "project", FILES)
    (root / "shop/link.py").symlink_to("../billing/pay.py")
    (root / "shop/out.py").symlink_to("../../elsewhere.py")
    (root / "folder").symlink_to("billing")
    (tmp_path / "elsewhere.py").write_text("")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    write_files(root, {f".venv/lib/python3.12/site-packages/{path}": text for path, text in SITE.items()})
    write_files(root, {".venv/pyvenv.cfg": ""})
    return root


def options_of(root: Path, **more) -> Options:
    return Options(root=str(root), workers=1, **more)


def changed(root: Path) -> None:
    """Change the work tree in every way."""
    (root / "shop/models.py").write_text(MODELS)
    (root / "billing/models.py").unlink()
    (root / "billing/more.py").write_text("x = 1\n")
    (root / "pyproject.toml").write_text("")
    (root / ".gitignore").unlink()
    (root / "config/settings.py").write_text('INSTALLED_APPS = ["shop"]\n')


def analysis_of(root: Path, ref: str = "HEAD", **more):
    """(analysis, stages) of a revision."""
    stages = []
    options = options_of(root, **more)
    analysis = analyze_revision(options, revision_of(str(root), ref), lambda stage, _d, _t: stages.append(stage))
    return analysis, list(dict.fromkeys(stages))


@pytest.mark.parametrize("has_cache", [True, False])
def test_a_revision_is_told_as_if_it_lay_in_place(root, tmp_path, has_cache):
    more = {"cache_dir": str(tmp_path / "cache")} if has_cache else {}
    before = analyze(options_of(root))
    assert {"symlink-outside", "symlink-duplicate", "syntax-error"} <= {spot.kind for spot in before.blind_spots}
    assert "lib.Thing" in {model.label for model in before.catalog.models}
    changed(root)
    after, _ = analysis_of(root, **more)
    assert json_report(after) == json_report(before)
    assert after == before


def test_the_work_tree_stays_what_it_is(root):
    changed(root)
    before = {path: path.lstat().st_mtime_ns for path in root.rglob("*")}
    analysis_of(root)
    assert {path: path.lstat().st_mtime_ns for path in root.rglob("*")} == before


def test_nothing_is_left_behind_and_no_word_of_where_it_lay(root, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "tmp").mkdir()
    analysis, _ = analysis_of(root)
    assert b"/tmp/cutpoint-" not in msgspec.json.encode(analysis)
    assert not list((tmp_path / "tmp").iterdir())
    (root / "config/settings.py").unlink()
    commit(root)
    (root / "config/settings.py").write_text("")
    with pytest.raises(UsageError) as refusal:
        analysis_of(root, settings="config.settings")
    assert str(refusal.value).startswith(f"no module config.settings lies below {root} in HEAD")
    assert not list((tmp_path / "tmp").iterdir())


def test_a_revision_without_python_is_refused_by_its_name(root):
    git(root, "rm", "-r", "-q", "--cached", ".")
    git(root, "commit", "-q", "-m", "nothing")
    with pytest.raises(NotAMonolithError, match=r"project in HEAD: there is no Python file in it"):
        analysis_of(root)


def test_what_was_analyzed_in_place_is_not_analyzed_again(root, tmp_path):
    cache = {"cache_dir": str(tmp_path / "cache")}
    os.utime(root / ".venv/lib/python3.12/site-packages/lib", (1_600_000_000, 1_600_000_000))
    for path in (root / ".venv").rglob("*"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    (root / "shop/out.py").unlink()
    commit(root)
    before = analyze(options_of(root, **cache))
    changed(root)
    assert analysis_of(root, **cache) == (before, ["discover", "unpack"])
    assert analysis_of(root, **cache) == (before, ["discover"])


def test_another_state_of_the_packages_is_another_question(root, tmp_path):
    cache = {"cache_dir": str(tmp_path / "cache")}
    site = root / ".venv/lib/python3.12/site-packages"
    for _ in range(2):
        for path in (root / ".venv").rglob("*"):
            os.utime(path, (1_600_000_000, 1_600_000_000))
        analysis, _ = analysis_of(root, **cache)
    (site / "lib/models.py").write_text(f"{MODELS}class Other(models.Model): pass\n")
    after, stages = analysis_of(root, **cache)
    assert "read" in stages
    assert {model.label for model in after.catalog.models} ^ {model.label for model in analysis.catalog.models} == {
        "lib.Thing",
        "lib.Other",
    }


def test_unchanged_files_are_not_parsed_again(root, tmp_path, monkeypatch):
    cache = {"cache_dir": str(tmp_path / "cache")}
    analyze(options_of(root, **cache))
    (root / "shop/models.py").write_text(MODELS)
    commit(root)
    (root / "shop/models.py").write_text("x = 1\n")
    parsed: list[str] = []
    real = Cache.lookup_many

    def spied(self, files):
        hits, misses = real(self, files)
        parsed.extend(file.path for file in misses if file.ours)
        return hits, misses

    monkeypatch.setattr(Cache, "lookup_many", spied)
    analysis_of(root, **cache)
    assert parsed == ["shop/models.py"]


def test_a_folder_of_the_repository_with_options_inside_it(root):
    (root.parent / "outer").mkdir()
    inner = root.parent / "outer/inner"
    root.rename(inner)
    (inner / ".git").rename(inner.parent / ".git")
    (inner.parent / ".gitignore").write_text("billing/\n")
    commit(inner.parent)
    path = (str(inner / "extra"), "/nowhere")
    options = options_of(inner, django_root=str(inner), python_path=path, exclude=("folder",))
    before = analyze(options)
    assert not [module.path for module in before.catalog.modules if module.path.startswith("billing/")]
    (inner.parent / ".gitignore").unlink()
    changed(inner)
    assert analyze_revision(options, revision_of(str(inner), "HEAD")) == before


def test_what_is_installed_in_place_counts_as_installed(root):
    write_files(root, {"shop.egg-info/entry_points.txt": "[plugins]\nother = shop.models\n"})
    before = analyze(options_of(root))
    assert analysis_of(root)[0] == before


def test_submodules_that_are_not_there_are_counted(root):
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},libs/inner")
    git(root, "commit", "-q", "-m", "submodule")
    analysis, _ = analysis_of(root)
    assert ("libs/inner", "missing-submodule") in [(spot.path, spot.kind) for spot in analysis.blind_spots]
    assert ("libs/inner", "missing-submodule") in [(spot.path, spot.kind) for spot in analysis.unread]


def test_a_copy_of_the_repository_has_the_same_past(root):
    before, _ = analysis_of(root)
    root.rename(root.parent / "copy")
    moved = at_root(analysis_of(root.parent / "copy")[0], str(root))
    assert moved.accesses == before.accesses
    assert moved.catalog == before.catalog
