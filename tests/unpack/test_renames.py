"""Files that were renamed between a revision and the work tree."""

import os

import pytest

from cutpoint.unpack import renames
from cutpoint.unpack.renames import renamed_files
from cutpoint.unpack.revision import revision_of


def body(name: str, lines: int = 20) -> str:
    return "".join(f"{name}_{number} = {number}\n" for number in range(lines))


def pairs_of(repository, folder: str = ".") -> list[tuple[str, str]]:
    root = repository.root / folder
    paths = [str(path.relative_to(root)) for path in root.rglob("*.py")]
    return list(renamed_files(revision_of(str(root), "HEAD"), str(root), paths))


@pytest.fixture
def shop(repository):
    repository.commit({"shop/a.py": body("a"), "shop/b.py": body("b"), "shop/__init__.py": "", "README": body("a")})
    return repository


def test_nothing_was_renamed(shop):
    assert pairs_of(shop) == []


@pytest.mark.parametrize("how", ["untracked", "staged", "committed"])
def test_a_file_that_is_the_same_elsewhere(shop, how):
    before = shop.git("rev-parse", "HEAD")
    (shop.root / "new").mkdir()
    (shop.root / "shop/a.py").rename(shop.root / "new/c.py")
    if how != "untracked":
        shop.git("add", "-A")
    if how == "committed":
        shop.commit()
    paths = ["new/c.py", "shop/b.py"]
    assert renamed_files(revision_of(str(shop.root), before), str(shop.root), paths) == (("shop/a.py", "new/c.py"),)


def test_neither_index_nor_objects_are_touched(shop):
    (shop.root / "shop/a.py").rename(shop.root / "shop/c.py")
    before = {path: path.lstat().st_mtime_ns for path in shop.root.rglob("*")}
    assert pairs_of(shop) == [("shop/a.py", "shop/c.py")]
    assert {path: path.lstat().st_mtime_ns for path in shop.root.rglob("*")} == before


@pytest.mark.parametrize(("kept", "is_renamed"), [(19, True), (11, True), (9, False), (0, False)])
def test_half_of_the_bytes_decide(shop, kept, is_renamed):
    (shop.root / "shop/a.py").unlink()
    (shop.root / "shop/c.py").write_text(body("a", kept) + body("x", 20 - kept))
    assert pairs_of(shop) == ([("shop/a.py", "shop/c.py")] if is_renamed else [])


def test_a_file_that_grew_to_more_than_twice_its_size(shop):
    (shop.root / "shop/a.py").unlink()
    (shop.root / "shop/c.py").write_text(body("a") + body("x", 30))
    assert pairs_of(shop) == []


def test_a_file_that_is_still_there_was_copied_and_not_renamed(shop):
    (shop.root / "shop/c.py").write_text(body("a"))
    assert pairs_of(shop) == []


def test_each_file_is_paired_once_and_with_the_most_alike(shop):
    for name in ("a", "b"):
        (shop.root / f"shop/{name}.py").unlink()
    (shop.root / "shop/c.py").write_text(body("a", 15))
    (shop.root / "shop/d.py").write_text(body("a", 18))
    (shop.root / "shop/e.py").write_text(body("b", 19) + body("a", 2))
    assert pairs_of(shop) == [("shop/a.py", "shop/d.py"), ("shop/b.py", "shop/e.py")]


def test_of_files_with_one_content_those_with_one_name_belong_together(repository):
    repository.commit({"one/x.py": body("a"), "two/y.py": body("a"), "three/__init__.py": ""})
    (repository.root / "one").rename(repository.root / "later")
    (repository.root / "two").rename(repository.root / "earlier")
    (repository.root / "three").rename(repository.root / "empty")
    assert pairs_of(repository) == [("one/x.py", "later/x.py"), ("two/y.py", "earlier/y.py")]


def test_other_line_ends_are_no_other_lines(shop):
    (shop.root / "shop/a.py").unlink()
    (shop.root / "shop/c.py").write_bytes(body("a").replace("\n", "\r\n").encode())
    assert pairs_of(shop) == [("shop/a.py", "shop/c.py")]


def test_lines_that_all_files_have_pair_none(repository, monkeypatch):
    monkeypatch.setattr(renames, "_MOST_HOLDERS", 3)
    repository.commit({f"old/{number}.py": body("same") + f"own = {number}\n" for number in range(5)})
    (repository.root / "old").rename(repository.root / "new")
    for file in (repository.root / "new").iterdir():
        file.write_text(file.read_text() + "more = 1\n")
    # What is rare in them still tells which is which.
    assert pairs_of(repository) == [(f"old/{number}.py", f"new/{number}.py") for number in range(5)]


def test_paths_are_those_of_the_analyzed_folder(shop):
    (shop.root / "shop/a.py").rename(shop.root / "shop/c.py")
    (shop.root / "shop/b.py").rename(shop.root / "b.py")
    assert pairs_of(shop, "shop") == [("a.py", "c.py")]


def test_odd_names_and_files_that_vanish(repository):
    repository.commit({"new\nline.py": body("a")})
    (repository.root / "new\nline.py").rename(repository.root / "ünï ☃.py")
    revision = revision_of(str(repository.root), "HEAD")
    paths = ["ünï ☃.py", "gone.py", "folder"]
    os.mkdir(repository.root / "folder")
    assert renamed_files(revision, str(repository.root), paths) == (("new\nline.py", "ünï ☃.py"),)


def test_hashes_of_the_other_kind(make):
    repository = make("sha256", "--object-format=sha256")
    repository.commit({"a.py": "x\n"})
    (repository.root / "a.py").rename(repository.root / "b.py")
    assert pairs_of(repository) == [("a.py", "b.py")]
