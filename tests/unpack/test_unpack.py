"""Files of a revision, written to an empty folder: what is there, what isn't, and what is said of it."""

import os
import shutil
from pathlib import Path

import pytest

from cutpoint.discover.interest import is_read
from cutpoint.domain.errors import UsageError
from cutpoint.unpack.revision import revision_of
from cutpoint.unpack.unpack import Unpacked, unpack


@pytest.fixture
def unpacked(tmp_path):
    """A function that unpacks a revision of a folder, everything in it."""

    def done(root, ref: str = "HEAD", is_wanted=lambda _path: True) -> Unpacked:
        folder = tmp_path / "unpacked"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return unpack(revision_of(str(root), ref), str(folder), is_wanted)

    return done


def files_in(unpacked: Unpacked) -> dict[str, bytes]:
    root = Path(unpacked.root)
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def spots_in(unpacked: Unpacked) -> list[tuple[str, str]]:
    return [(spot.path, spot.kind) for spot in unpacked.blind_spots]


def test_files_are_as_they_were(repository, unpacked):
    repository.commit({"a.py": "old\n", "deep/er/b.py": "b\r\n"})
    repository.commit({"a.py": "new\n", "c.py": ""})
    (repository.root / "a.py").write_text("newest\n")
    result = unpacked(repository.root, "HEAD~1")
    assert files_in(result) == {"a.py": b"old\n", "deep/er/b.py": b"b\r\n"}
    assert (result.blind_spots, result.is_lasting) == ((), True)


def test_neither_work_tree_nor_repository_is_touched(repository, unpacked):
    repository.commit({"a.py": "old\n"})
    (repository.root / "a.py").write_text("new\n")
    (repository.root / "b.py").write_text("")
    os.utime(repository.root / "a.py", (1_600_000_000, 1_600_000_000))

    def state():
        return {
            path: (path.lstat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
            for path in repository.root.rglob("*")
        }

    before = state()
    unpacked(repository.root)
    assert state() == before


def test_only_what_is_wanted_is_written_and_every_folder(repository, unpacked):
    repository.commit({"a.py": "", "data/big.csv": "", "src/x.js": ""})
    result = unpacked(repository.root, is_wanted=is_read)
    assert list(files_in(result)) == ["a.py"]
    assert sorted(os.listdir(result.root)) == [".git", "a.py", "data", "src"]


def test_a_folder_inside_the_repository_with_the_ignore_files_above(repository, unpacked):
    repository.commit({".gitignore": "one\n", "a/.gitignore": "two\n", "a/shop/x.py": "", "other/y.py": ""})
    result = unpacked(repository.root / "a/shop")
    assert list(files_in(result)) == ["x.py"]
    root = Path(result.root)
    assert [(folder / ".gitignore").read_text() for folder in (root.parent, root.parent.parent)] == ["two\n", "one\n"]


def test_a_folder_that_was_not_there_yet(repository, unpacked):
    repository.commit({"a.py": ""})
    repository.commit({"shop/x.py": ""})
    with pytest.raises(UsageError, match=r"there is no folder shop/ in HEAD~1"):
        unpacked(repository.root / "shop", "HEAD~1")


ODD_NAMES = [
    "new\nline.py",
    "quo\"te's.py",
    "tab\t.py",
    "back\\slash.py",
    "ünï.py",
    ":(top)x.py",
    "-x.py",
    "*.py",
    " .py",
]


def test_odd_names_are_names(repository, unpacked):
    repository.commit(dict.fromkeys([*ODD_NAMES, "a:b\n/x.py"], "x\n"))
    assert set(files_in(unpacked(repository.root))) == {*ODD_NAMES, "a:b\n/x.py"}
    assert list(files_in(unpacked(repository.root / "a:b\n"))) == ["x.py"]


def test_a_name_that_is_no_text_stays_what_it_is(repository, unpacked):
    commit = repository.tree_of(("100644", "\udcff.py", b"x"))
    repository.commit()
    assert list(files_in(unpacked(repository.root, commit))) == ["\udcff.py"]


@pytest.mark.parametrize("name", ["..", ".", "../x.py", "/etc/x.py", ".git", ".GIT", ".git .", "git~1", "a//x.py"])
def test_hostile_paths_are_not_written(repository, unpacked, tmp_path, name):
    repository.commit()
    commit = repository.tree_of(("100644", name, b"x"), ("100644", "ok.py", b"y"))
    before = set(tmp_path.rglob("*"))
    result = unpacked(repository.root, commit)
    assert files_in(result) == {"ok.py": b"y"}
    assert spots_in(result) == [(name, "hostile-path")]
    written = {path for path in set(tmp_path.rglob("*")) - before if tmp_path / "unpacked" not in path.parents}
    assert not {path for path in written if ".git" not in path.parts} - {tmp_path / "unpacked"}


def test_two_entries_of_one_name(repository, unpacked):
    repository.commit()
    result = unpacked(repository.root, repository.tree_of(("100644", "a.py", b"1"), ("100644", "a.py", b"2")))
    assert files_in(result) == {"a.py": b"1"}
    assert spots_in(result) == [("a.py", "unwritable-path")]


def test_nothing_is_written_through_a_link(repository, unpacked, tmp_path):
    (tmp_path / "victim").mkdir()
    repository.commit()
    link = ("120000", "a", os.fsencode(tmp_path / "victim"))
    commit = repository.tree_of(link, ("100644", "a/x.py", b"x"))
    unpacked(repository.root, commit)
    assert not list((tmp_path / "victim").iterdir())


def test_a_name_that_is_too_long(repository, unpacked):
    repository.commit()
    result = unpacked(repository.root, repository.tree_of(("100644", "x" * 300 + ".py", b"")))
    assert [kind for _, kind in spots_in(result)] == ["unwritable-path"]
    assert not result.is_lasting


def test_links_inside_stay_and_their_targets_come_along(repository, unpacked):
    repository.commit({"real.txt": "x = 1\n", "pkg/y.py": "", "other.txt": ""})
    (repository.root / "x.py").symlink_to("second")
    (repository.root / "second").symlink_to("real.txt")
    (repository.root / "pkg/up").symlink_to("../pkg")
    (repository.root / "full.py").symlink_to(repository.root / "real.txt")
    repository.commit()
    result = unpacked(repository.root, is_wanted=is_read)
    root = Path(result.root)
    assert (root / "x.py").read_text() == (root / "full.py").read_text() == "x = 1\n"
    assert os.path.realpath(root / "full.py") == os.path.realpath(root / "real.txt")
    assert os.readlink(root / "pkg/up") == "../pkg"
    assert set(files_in(result)) == {"pkg/y.py", "real.txt"}
    assert result.is_lasting


def test_links_that_lead_out_lead_to_nothing_of_worth(repository, unpacked, tmp_path):
    (tmp_path / "secret.py").write_text("secret")
    (repository.root / "out.py").symlink_to("../secret.py")
    (repository.root / "folder").symlink_to(tmp_path)
    (repository.root / "lost.py").symlink_to("/no/where.py")
    (repository.root / "loop.py").symlink_to("loop.py")
    repository.commit()
    result = unpacked(repository.root)
    root = Path(result.root)
    assert (root / "out.py").read_bytes() == b""
    assert sorted(os.listdir(root / "folder")) == ["file"]
    assert not (root / "lost.py").exists()
    assert os.readlink(root / "loop.py") == "loop.py"
    assert not result.is_lasting


@pytest.fixture
def outer(make):
    """A repository with another one in libs/inner."""
    inner = make("inner")
    inner.commit({"x.py": "x = 1\n"})
    outer = make("outer")
    outer.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "libs/inner")
    outer.commit({"a.py": ""})
    return outer


def test_submodules_are_read_where_they_are(outer, unpacked):
    (outer.root / "libs/inner/x.py").write_text("x = 2\n")
    result = unpacked(outer.root, is_wanted=is_read)
    assert files_in(result) == {"a.py": b"", "libs/inner/x.py": b"x = 1\n"}
    assert result.is_lasting


def test_a_submodule_that_is_not_there_is_counted(outer, unpacked, tmp_path):
    outer.git("clone", "-q", ".", str(tmp_path / "clone"))
    result = unpacked(tmp_path / "clone")
    assert spots_in(result) == [("libs/inner", "missing-submodule")]
    assert "git submodule update --init" in result.blind_spots[0].reason
    assert not result.is_lasting


def test_a_submodule_that_lacks_the_commit_is_counted(outer, unpacked):
    outer.git("update-index", "--cacheinfo", f"160000,{'1' * 40},libs/inner")
    outer.git("commit", "-q", "-m", "ahead")
    assert spots_in(unpacked(outer.root)) == [("libs/inner", "missing-submodule")]


def test_a_submodule_that_was_replaced_by_a_link_to_another_repository(outer, unpacked, make):
    other = make("other")
    other.commit({"secret.py": ""})
    shutil.rmtree(outer.root / "libs/inner")
    (outer.root / "libs/inner").symlink_to(other.root)
    assert spots_in(unpacked(outer.root)) == [("libs/inner", "missing-submodule")]


def test_what_a_partial_clone_lacks_is_counted_and_not_fetched(repository, unpacked, tmp_path):
    repository.commit({"a.py": "a", "b.py": "b", "deep/c.py": "c"})
    repository.commit({"a.py": "a2"})
    for name in ("allowFilter", "allowAnySHA1InWant"):
        repository.git("config", f"uploadpack.{name}", "true")
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--filter=blob:none", f"file://{repository.root}", str(clone))
    result = unpacked(clone, "HEAD~1")
    assert files_in(result) == {"b.py": b"b", "deep/c.py": b"c"}
    assert spots_in(result) == [("a.py", "missing-object")]
    assert not result.is_lasting


def test_a_clone_without_trees_is_refused(repository, unpacked, tmp_path):
    repository.commit({"a.py": "a"})
    repository.commit({"a.py": "a2"})
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("clone", "-q", "--filter=tree:0", f"file://{repository.root}", str(tmp_path / "clone"))
    with pytest.raises(UsageError, match="git fetch --refetch --no-filter"):
        unpacked(tmp_path / "clone", "HEAD~1")


def test_a_broken_object_costs_its_file(repository, unpacked):
    repository.commit({"a.py": "a", "b.py": "b", "c.py": "c"})
    blob = repository.git("rev-parse", "HEAD:b.py")
    file = repository.root / ".git/objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"garbage")
    result = unpacked(repository.root)
    assert files_in(result) == {"a.py": b"a", "c.py": b"c"}
    assert spots_in(result) == [("b.py", "missing-object")]


def test_hashes_of_the_other_kind(make, unpacked):
    repository = make("sha256", "--object-format=sha256")
    repository.commit({"a.py": "a"})
    assert files_in(unpacked(repository.root)) == {"a.py": b"a"}
