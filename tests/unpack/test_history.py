"""What git remembers of single paths."""

import pytest

from cutpoint.unpack.history import Files, content_at, is_cut_off, last_commit_of
from cutpoint.unpack.revision import revision_of


def test_the_last_commit_that_touched_a_path(repository):
    first = repository.commit({"shop/baseline/a.json": "{}", "x.py": "", ":(top)x": ""})
    second = repository.commit({"x.py": "x = 1\n"})
    (repository.root / "shop/baseline/a.json").write_text("[]")
    root = str(repository.root)
    assert last_commit_of(root, "shop/baseline") == last_commit_of(root, ":(top)x") == first
    assert last_commit_of(str(repository.root / "shop"), "baseline/a.json") == first
    assert last_commit_of(root, "x.py") == second


def test_where_a_shallow_clone_ends(repository, tmp_path):
    commits = [repository.commit({"x.py": f"x = {n}\n"}) for n in range(3)]
    assert [is_cut_off(str(repository.root), commit) for commit in commits] == [False] * 3
    repository.git("clone", "-q", "--depth=2", f"file://{repository.root}", str(tmp_path / "shallow"))
    assert [is_cut_off(str(tmp_path / "shallow"), commit) for commit in commits[1:]] == [True, False]


@pytest.mark.parametrize("path", ["nothing", "--all", "../elsewhere", "a\0b", ""])
def test_paths_of_which_git_tells_nothing(repository, path):
    repository.commit({"x.py": ""})
    assert last_commit_of(str(repository.root), path) is None


def test_no_repository_and_no_commit(repository, tmp_path):
    assert last_commit_of(str(repository.root), "x.py") is None
    assert last_commit_of(str(tmp_path), "x.py") is None


def test_content_of_a_path_in_a_revision(repository):
    repository.commit({"shop/x.py": "old\n", "shop/deep/y.py": "y\n"})
    (repository.root / "shop/deep/link.py").symlink_to("../x.py")
    (repository.root / "shop/loop.py").symlink_to("loop.py")
    repository.commit()
    repository.commit({"shop/x.py": "new\n", "shop/z.py": ""})
    content_of = content_at(revision_of(str(repository.root / "shop"), "HEAD~1"))
    assert [content_of(path) for path in ("x.py", "deep/y.py", "deep/link.py")] == [b"old\n", b"y\n", b"old\n"]
    assert [content_of(path) for path in ("z.py", "loop.py", "deep", "../shop/x.py", "/x.py", "")] == [None] * 6


def test_content_of_several_paths(repository, make):
    repository.commit({"y.py": "y"})
    outer = make("outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(repository.root), "inner")
    outer.commit({"x.py": "x"})
    files = Files(revision_of(str(outer.root), "HEAD"))
    assert files.contents(["x.py", "inner/y.py", "nothing"]) == {"x.py": b"x", "inner/y.py": b"y"}
    assert set(files.hashes()) == {".gitmodules", "x.py", "inner/y.py"}
