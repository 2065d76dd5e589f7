"""An answer is read back whole when nothing that it depends on has changed."""

import os
import shutil
import time
from pathlib import Path

import msgspec
import pytest

from cutpoint import earlier_runs
from cutpoint.discover.project import discover
from cutpoint.domain.project import Hint, HintKind, Options
from cutpoint.earlier_runs import (
    at_root,
    key_by_times,
    key_of_content,
    recall_quickly,
    remember,
    remember_times,
    tool_stamp,
)
from cutpoint.parse.cache import Cache
from cutpoint.pipeline import analyze
from tests.support.bookshop import a_bookshop
from tests.support.monolith import MANAGE, write_files

LONG_AGO = 1_600_000_000
FILES = {
    "tree/manage.py": MANAGE,
    "tree/config/__init__.py": "",
    "tree/config/settings.py": 'INSTALLED_APPS = ["shop", "lib"]\n',
    "tree/config/other.py": 'INSTALLED_APPS = ["shop"]\n',
    "tree/shop/__init__.py": "",
    "tree/shop/models.py": "from django.db import models\n",
    "site/lib/__init__.py": "",
    "site/lib/models.py": "from django.db import models\nclass Thing(models.Model): pass\n",
}


def age(*paths: Path, by: int = 0) -> None:
    for path in paths:
        os.utime(path, (LONG_AGO + by, LONG_AGO + by))


@pytest.fixture
def root(tmp_path):
    write_files(tmp_path, FILES)
    age(*tmp_path.rglob("*"))
    return tmp_path


def options_of(root: Path, **more) -> Options:
    return Options(root=str(root / "tree"), packages=(str(root / "site"),), **more)


def kept(root: Path, outside=(), **more) -> tuple[Options, str]:
    """Keep the bookshop's answer for the tree below *root*."""
    options = options_of(root, **more)
    project = discover(options)
    quick = key_by_times(options, project)
    with Cache(root / "cache", "1") as cache:
        key = key_of_content(options, project, cache.digests_of(project.files))
        remember(cache, key, a_bookshop(), [str(root / path) for path in outside])
        remember_times(cache, quick, project, key)
    return options, quick


def known(root: Path, options: Options, stamp: str = "1"):
    """What is read back for the tree as it is now."""
    with Cache(root / "cache", stamp) as cache:
        known = recall_quickly(cache, key_by_times(options, discover(options)), str(root / "tree"))
    return known and at_root(known, a_bookshop().reading.root)


OUTSIDE = ("site", "site/lib", "site/lib/models.py", "site/newer.py")


def test_an_answer_is_read_back_whole(root):
    options, _ = kept(root, OUTSIDE)
    assert known(root, options) == a_bookshop()


def test_a_file_that_was_touched_makes_it_another_question(root):
    options, _ = kept(root)
    age(root / "tree/shop/models.py", by=1)
    assert known(root, options) is None


def test_so_does_a_file_that_came_went_or_was_renamed(root):
    options, _ = kept(root)
    file = root / "tree/shop/more.py"
    file.write_text("")
    age(file)
    assert known(root, options) is None
    file.unlink()
    assert known(root, options) == a_bookshop()
    (root / "tree/config/other.py").rename(root / "tree/config/another.py")
    assert known(root, options) is None


def test_a_package_file_that_changed_makes_the_answer_old(root):
    options, _ = kept(root, OUTSIDE)
    (root / "site/lib/models.py").write_text("x = 1\n")
    age(root / "site/lib/models.py")
    assert known(root, options) is None


@pytest.mark.parametrize("path", ["site/lib/models.py", "site/lib"])
def test_one_that_was_only_touched_does_not(root, path):
    options, _ = kept(root, OUTSIDE)
    age(root / path, by=1)
    assert known(root, options) == a_bookshop()


def test_nor_do_packages_that_were_installed_anew(root):
    options, _ = kept(root, OUTSIDE)
    (root / "site").rename(root / "old")
    shutil.copytree(root / "old", root / "site", copy_function=shutil.copyfile)
    (root / "site/lib/__pycache__").mkdir()
    assert known(root, options) == a_bookshop()
    (root / "site/lib/models").mkdir()
    assert known(root, options) is None


def test_a_new_file_in_a_folder_that_was_listed_makes_the_answer_old(root):
    options, _ = kept(root, OUTSIDE)
    (root / "site/newer.py").write_text("")
    assert known(root, options) is None


def test_a_file_that_was_looked_for_in_vain_makes_it_old_when_it_comes(root):
    options, _ = kept(root, ("site/newer.py",))
    (root / "site/newer.py").write_text("")
    assert known(root, options) is None


def test_what_packaging_files_declare_is_part_of_the_question_and_the_rest_of_them_is_not(root):
    options, _ = kept(root)
    (root / "tree/pyproject.toml").write_text("[project]\nname = 'shop'\n")
    assert known(root, options) == a_bookshop()
    (root / "tree/pyproject.toml").write_text("[project.entry-points.plugins]\nshop = 'shop'\n")
    assert known(root, options) is None


def test_where_it_lies_is_no_part_of_it(root):
    options = msgspec.structs.replace(options_of(root), cache_dir=str(root / "cache"), workers=1)
    first = analyze(options)
    (root / "tree").rename(root / "elsewhere")
    stages = []
    second = analyze(
        msgspec.structs.replace(options, root=str(root / "elsewhere")),
        lambda stage, _done, _total: stages.append(stage),
    )
    assert stages == ["discover"]
    assert second == at_root(first, str(root / "elsewhere"))


def test_what_was_not_looked_at_outside_does_not_count(root):
    options, _ = kept(root, ("site/lib",))
    (root / "site/newer.py").write_text("")
    assert known(root, options) == a_bookshop()


@pytest.mark.parametrize(
    "other",
    [{"settings": "config.other"}, {"exclude": ("x",)}, {"test_patterns": ("x",)}, {"python_path": ("/x",)}, {"django_root": "/x"}, {"include_tests": True}, {"include_migrations": True}, {"hints": (Hint(HintKind.READS, "a.b", table="t"),)}],
)  # fmt: skip
def test_other_options_are_another_question(root, other):
    options, _ = kept(root)
    assert known(root, msgspec.structs.replace(options, **other)) is None


@pytest.mark.parametrize("other", [{"workers": 7}, {"cache_dir": "/elsewhere"}])
def test_how_it_runs_is_no_part_of_the_question(root, other):
    options, key = kept(root)
    assert key_by_times(msgspec.structs.replace(options, **other), discover(options)) == key
    assert known(root, msgspec.structs.replace(options, **other)) == a_bookshop()


def test_another_tool_knows_nothing(root):
    options, _ = kept(root)
    assert known(root, options, stamp="2") is None


@pytest.mark.parametrize("path", ["tree/shop/models.py", "tree/manage.py"])
def test_no_time_is_remembered_of_files_that_changed_this_very_moment(root, path):
    os.utime(root / path)
    options, _ = kept(root)
    assert known(root, options) is None


def test_nor_of_files_outside_that_did(root):
    os.utime(root / "site/lib/models.py")
    options, _ = kept(root, OUTSIDE)
    assert known(root, options) is None


def test_nor_of_files_from_the_future(root):
    later = time.time() + 3_600
    os.utime(root / "tree/manage.py", (later, later))
    options, _ = kept(root)
    assert known(root, options) is None


def test_an_answer_that_cannot_be_read_is_none(root):
    options, key = kept(root)
    with Cache(root / "cache", "1") as cache:
        kept_under = cache.get(key)
        assert kept_under is not None
        for name in (kept_under.decode(), key):
            cache.put(name, b"garbage\xff")
            assert recall_quickly(cache, key, "") is None
    assert known(root, options) is None


def test_the_stamp_of_the_tool_is_the_state_of_its_own_files(tmp_path, monkeypatch):
    write_files(tmp_path, {"cutpoint/earlier_runs.py": "", "cutpoint/deep/x.py": "x = 1\n", "cutpoint/notes.txt": ""})
    monkeypatch.setattr(earlier_runs, "__file__", str(tmp_path / "cutpoint/earlier_runs.py"))
    first = tool_stamp()
    assert tool_stamp() == first
    (tmp_path / "cutpoint/notes.txt").write_text("more")
    assert tool_stamp() == first
    age(tmp_path / "cutpoint/deep/x.py")
    assert tool_stamp() == first
    (tmp_path / "cutpoint/deep/x.py").write_text("x = 2\n")
    second = tool_stamp()
    (tmp_path / "cutpoint/deep").rename(tmp_path / "cutpoint/deeper")
    third = tool_stamp()
    (tmp_path / "cutpoint/deeper/y.py").write_text("")
    assert len({first, second, third, tool_stamp()}) == 4


# Through the pipeline


def run(root: Path, **more):
    """(labels of models, whether files were read) of a run with a cache."""
    stages = []
    options = options_of(root, cache_dir=str(root / "cache"), workers=1, **more)
    analysis = analyze(options, lambda stage, _done, _total: stages.append(stage))
    return [model.label for model in analysis.catalog.models], "read" in stages


def test_a_second_run_reads_nothing(root):
    assert run(root) == (["lib.Thing"], True)
    assert run(root) == (["lib.Thing"], False)
    assert run(root, settings="config.other") == ([], True)
    assert run(root) == (["lib.Thing"], False)


def test_a_change_in_a_package_is_seen_by_the_next_run(root):
    run(root)
    with open(root / "site/lib/models.py", "a") as file:
        file.write("class More(models.Model): pass\n")
    age(root / "site/lib/models.py")
    assert run(root) == (["lib.More", "lib.Thing"], True)


def test_a_package_that_comes_is_seen_by_the_next_run(root):
    (root / "site/lib").rename(root / "site/gone")
    age(root / "site")
    assert run(root) == ([], True)
    (root / "site/gone").rename(root / "site/lib")
    assert run(root) == (["lib.Thing"], True)


def test_a_change_in_the_tree_is_seen_by_the_next_run(root):
    run(root)
    with open(root / "tree/shop/models.py", "a") as file:
        file.write("class Order(models.Model): pass\n")
    assert run(root) == (["lib.Thing", "shop.Order"], True)
    # Its time of change says nothing yet, but its content does.
    assert run(root) == (["lib.Thing", "shop.Order"], False)


def test_a_change_that_is_taken_back_asks_an_old_question(root):
    run(root)
    file = root / "tree/shop/models.py"
    text = file.read_text()
    file.write_text("")
    assert run(root) == (["lib.Thing"], True)
    file.write_text(text)
    assert run(root) == (["lib.Thing"], False)
    file.rename(root / "tree/shop/other.py")
    assert run(root) == (["lib.Thing"], True)


def test_a_change_of_a_template_is_seen_by_the_next_run(root):
    template = root / "tree/shop/templates/page.html"
    assert run(root)[1]
    template.parent.mkdir()
    template.write_text("{{ thing.name }}")
    assert [run(root)[1], run(root)[1]] == [True, False]
    template.write_text("{{ thing.other }}")
    assert [run(root)[1], run(root)[1]] == [True, False]


def test_a_run_that_is_refused_is_refused_again(root):
    from cutpoint.domain.errors import UsageError

    for _ in range(2):
        with pytest.raises(UsageError):
            run(root, settings="nothing")
