"""Names of revisions: what they lead to, and what is said of those that lead nowhere."""

import os
import shutil
import subprocess

import pytest

from cutpoint.domain.errors import UsageError
from cutpoint.unpack.revision import revision_of


def refused(root, ref: str = "HEAD") -> str:
    with pytest.raises(UsageError) as refusal:
        revision_of(str(root), ref)
    return str(refusal.value)


@pytest.fixture
def twice(repository):
    """A repository with two commits, a branch and a tag."""
    repository.first = repository.commit({"shop/models.py": "", "README": ""})
    repository.second = repository.commit({"shop/models.py": "x = 1\n"})
    repository.git("branch", "release/2024", repository.first)
    repository.git("tag", "-a", "-m", "one", "v1.0", repository.first)
    return repository


@pytest.mark.parametrize("ref", ["HEAD~1", "release/2024", "v1.0", "main^", "refs/tags/v1.0", "HEAD@{1}"])
def test_names_of_a_commit(twice, ref):
    revision = revision_of(str(twice.root), ref)
    assert (revision.name, revision.commit) == (ref, twice.first)
    assert revision.tree == twice.git("rev-parse", f"{twice.first}^{{tree}}")


def test_hashes_in_full_and_in_part(twice):
    assert {revision_of(str(twice.root), twice.first[:end]).commit for end in (10, 40)} == {twice.first}


def test_where_the_folder_lies(twice):
    assert revision_of(str(twice.root), "HEAD").prefix == ""
    revision = revision_of(str(twice.root / "shop"), "HEAD")
    assert (revision.top, revision.prefix) == (str(twice.root), "shop/")


def test_a_link_to_the_folder_is_the_folder(twice, tmp_path):
    (tmp_path / "link").symlink_to(twice.root / "shop")
    assert revision_of(str(tmp_path / "link"), "HEAD").prefix == "shop/"


@pytest.mark.parametrize(
    ("ref", "says"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("--output=x", "is an option"),
        ("-h", "is an option"),
        ("a..b", "is a range. Give its older end alone, such as a."),
        ("...b", "such as HEAD."),
        ("HEAD:x", "names a file, a folder or a message. Give the revision alone, such as HEAD."),
        (":/fix", "names a file, a folder or a message"),
        ("^main", "says which commits to leave out"),
        ("HEAD\nmain", r"'HEAD\\nmain' holds a control character".replace("\\\\", "\\")),
        ("HEAD\x1b[31m", "holds a control character"),
        ("a\0b", "holds a control character"),
        ("x" * 2000, "has 2,000 characters"),
        ("HEAD^{tree}", "is a tree and no commit"),
        ("HEAD^@", "there is no revision HEAD^@"),
        ("HEAD missing", "there is no revision HEAD missing"),
        ("\udcff", "there is no revision"),
    ],
)
def test_odd_names_are_refused(twice, ref, says):
    message = refused(twice.root, ref)
    assert says in message
    assert "Give" in message or "git" in message
    assert sorted(path.name for path in twice.root.iterdir()) == [".git", "README", "shop"]


def test_near_names_are_shown(twice):
    assert "Near it: release/2024." in refused(twice.root, "release/2023")
    twice.git("update-ref", "refs/remotes/origin/stable", twice.first)
    assert "Near it: origin/stable." in refused(twice.root, "stable")
    assert "git fetch brings" in refused(twice.root, "qqqqqqqq")


def test_a_branch_without_a_commit(repository):
    assert "has no commit yet" in refused(repository.root)


def test_a_shallow_clone_says_how_to_make_it_deeper(twice, tmp_path):
    twice.git("clone", "-q", "--depth=1", f"file://{twice.root}", str(tmp_path / "shallow"))
    for ref in ("HEAD~1", "v1.0", twice.first):
        message = refused(tmp_path / "shallow", ref)
        assert all(word in message for word in ("--unshallow", "--deepen", "fetch-depth: 0", "GIT_DEPTH: 0"))
    assert revision_of(str(tmp_path / "shallow"), "HEAD").commit == twice.second


def test_no_repository(tmp_path):
    assert "lies in no git repository" in refused(tmp_path)


def test_no_folder(tmp_path):
    assert "is no folder" in refused(tmp_path / "nothing")


def test_no_git(twice, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "git is not installed" in refused(twice.root)


def test_a_git_in_the_analyzed_folder_is_not_git(twice, monkeypatch):
    fake = twice.root / "git"
    fake.write_text(f"#!/bin/sh\ntouch {twice.root}/canary\n")
    fake.chmod(0o755)
    monkeypatch.chdir(twice.root)
    monkeypatch.setenv("PATH", f".::{os.path.dirname(shutil.which('git') or '')}")
    assert revision_of(".", "HEAD").commit == twice.second
    assert not (twice.root / "canary").exists()
    monkeypatch.setenv("PATH", ".:")
    assert "git is not installed" in refused(twice.root)


def test_a_bare_repository_has_nothing_to_compare_with(make, twice):
    twice.git("clone", "-q", "--bare", ".", "../bare.git")
    assert "bare repository" in refused(twice.root.parent / "bare.git")
    assert "in a .git folder" in refused(twice.root / ".git")


def test_a_work_tree_of_its_own_for_a_branch(twice, tmp_path):
    twice.git("worktree", "add", "-q", str(tmp_path / "second"), "release/2024")
    revision = revision_of(str(tmp_path / "second"), "main")
    assert (revision.commit, revision.top) == (twice.second, str(tmp_path / "second"))
    assert revision_of(str(tmp_path / "second"), "HEAD").commit == twice.first


def test_a_submodule_is_a_repository_of_its_own(twice, make):
    outer = make("outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(twice.root), "libs/inner")
    outer.commit()
    revision = revision_of(str(outer.root / "libs/inner/shop"), "HEAD")
    assert (revision.commit, revision.prefix) == (twice.second, "shop/")


def test_a_repository_of_somebody_else(twice, monkeypatch):
    monkeypatch.setattr("cutpoint.unpack.git._KEPT_STARTS", ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_", "GIT_TEST_"))
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    message = refused(twice.root)
    assert f"git config --global --add safe.directory {twice.root}" in message
    # What the user says of git itself counts.
    for name, value in (("COUNT", "1"), ("KEY_0", "safe.directory"), ("VALUE_0", str(twice.root))):
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    assert revision_of(str(twice.root), "HEAD").commit == twice.second


def test_a_work_tree_that_is_elsewhere(twice, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    twice.git("config", "core.worktree", str(tmp_path / "elsewhere"))
    assert "core.worktree" in refused(twice.root)


def test_a_broken_repository(twice):
    shutil.rmtree(twice.root / ".git/objects")
    (twice.root / ".git/objects").mkdir()
    assert "HEAD" in refused(twice.root)


def test_another_repository_that_the_environment_names_does_not_count(twice, make, monkeypatch):
    other = make("other")
    other.commit({"x.py": ""})
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    assert revision_of(str(twice.root), "HEAD").commit == twice.second


def test_objects_are_what_they_are_called(twice):
    subprocess.run(["git", "-C", twice.root, "replace", twice.second, twice.first], check=True)
    revision = revision_of(str(twice.root), "HEAD")
    assert revision.tree != revision_of(str(twice.root), "HEAD~1").tree
