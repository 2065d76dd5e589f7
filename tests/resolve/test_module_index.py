from pathlib import Path

import pytest

from cutpoint.domain.source import Role, SourceFile
from cutpoint.resolve.module_index import WINS, ModuleIndex
from tests.support.monolith import write_files


def index_of(*paths: str, python_path=(".",), packages=(), stand_ins=None, minor=()) -> ModuleIndex:
    files = [SourceFile(path, f"/nowhere/{path}", 0, 0, Role.CODE) for path in paths]
    return ModuleIndex(files, python_path, packages, stand_ins, minor)


def test_files_are_named_by_their_place_on_the_python_path():
    index = index_of("shop/__init__.py", "shop/models.py", "manage.py")
    assert index.names == {"shop/__init__.py": "shop", "shop/models.py": "shop.models", "manage.py": "manage"}


@pytest.mark.parametrize(
    ("name", "path", "is_package"),
    [("shop", "shop/__init__.py", True), ("shop.models", "shop/models.py", False), ("space.inner", "space/inner.py", False)],
)  # fmt: skip
def test_a_module_is_found_by_its_name(name, path, is_package):
    found = index_of("shop/__init__.py", "shop/models.py", "space/inner.py").find(name)
    assert found is not None and found.file is not None
    assert (found.name, found.file.path, found.is_package, found.ours) == (name, path, is_package, True)


def test_a_folder_without_init_is_a_namespace_package():
    found = index_of("space/inner.py").find("space")
    assert found is not None
    assert (found.file, found.is_package, found.ours) == (None, True, True)


@pytest.mark.parametrize("name", ["nothing", "shop.nothing", "hop", "shop.models.Order", ""])
def test_what_is_not_there_is_not_found(name):
    index = index_of("shop/__init__.py", "shop/models.py")
    assert index.find(name) is None
    assert not index.is_ours(name)


def test_the_deepest_entry_of_the_python_path_names_a_file_and_the_others_give_second_names():
    index = index_of("apps/__init__.py", "apps/shop/__init__.py", "apps/shop/models.py", python_path=(".", "apps"))
    assert index.names["apps/shop/models.py"] == "shop.models"
    second = index.find("apps.shop.models")
    assert second is not None and second.name == "shop.models"


def test_a_minor_entry_only_gives_second_names():
    paths = ("apps/__init__.py", "apps/shop/__init__.py")
    index = index_of(*paths, python_path=(".", "apps"), minor={"apps"})
    assert index.names["apps/shop/__init__.py"] == "apps.shop"
    second = index.find("shop")
    assert second is not None and second.name == "apps.shop"


def test_a_folder_on_the_path_names_what_lies_in_it():
    index = index_of("apps/shop/__init__.py", python_path=(".", "apps"))
    assert index.names["apps/shop/__init__.py"] == "shop"


def test_a_package_wins_over_a_module_of_its_name_and_the_earlier_entry_over_the_later():
    package = index_of("shop.py", "shop/__init__.py").find("shop")
    assert package is not None and package.file is not None and package.file.path == "shop/__init__.py"
    for python_path in (("a", "b"), ("b", "a")):
        found = index_of("a/shop.py", "b/shop.py", python_path=python_path).find("shop")
        assert found is not None and found.file is not None
        assert found.file.path == f"{python_path[0]}/shop.py"


def test_the_init_of_the_root_has_no_name():
    assert index_of("__init__.py").names == {}


def test_packages_are_searched_after_ours_in_their_order(tmp_path):
    one, two, stand_ins = (str(tmp_path / name) for name in ("one", "two", "stand_ins"))
    write_files(Path(one), {"a.py": "", "shop.py": "", "space/x.py": ""})
    write_files(Path(two), {"a.py": "", "b/__init__.py": "", "b/c.py": ""})
    write_files(Path(stand_ins), {"a.py": "", "d.py": ""})
    index = index_of("shop/__init__.py", packages=(one, two), stand_ins=stand_ins)
    where = {name: index.find(name) for name in ("shop", "a", "b", "b.c", "d", "space", "space.x", "nothing", "shop.a")}
    assert {
        name: found and (found.file and found.file.location.removeprefix(f"{tmp_path}/"), found.ours, found.stand_in)
        for name, found in where.items()
    } == {
        "shop": ("/nowhere/shop/__init__.py", True, False),
        "a": ("one/a.py", False, False),
        "b": ("two/b/__init__.py", False, False),
        "b.c": ("two/b/c.py", False, False),
        "d": ("stand_ins/d.py", False, True),
        "space": (None, False, False),
        "space.x": ("one/space/x.py", False, False),
        "nothing": None,
        "shop.a": None,
    }


def test_a_stand_in_that_wins_comes_before_code_of_theirs_and_not_of_ours(tmp_path):
    theirs, stand_ins = str(tmp_path / "theirs"), str(tmp_path / "stand_ins")
    write_files(Path(theirs), {"a/__init__.py": "", "a/b.py": "", "a/c.py": ""})
    write_files(Path(stand_ins), {f"{name}/{WINS}": "" for name in ("a", "shop")})
    write_files(Path(stand_ins), {"a/__init__.py": "", "a/b.py": "", "shop/more.py": ""})
    index = index_of("shop/__init__.py", packages=(theirs,), stand_ins=stand_ins)
    found = {name: index.find(name) for name in ("a", "a.b", "a.c", "shop", "shop.more")}
    assert {name: each and each.stand_in for name, each in found.items()} == {
        "a": False,
        "a.b": True,
        "a.c": False,
        "shop": False,
        "shop.more": None,
    }


def test_a_stand_in_is_found_beside_code_of_theirs_and_under_another_name(tmp_path):
    theirs, stand_ins = str(tmp_path / "theirs"), str(tmp_path / "stand_ins")
    write_files(Path(theirs), {"a/__init__.py": "", "b/__init__.py": ""})
    write_files(Path(stand_ins), {"a/__init__.py": "", "c.py": "", "shop.py": ""})
    index = index_of("shop/__init__.py", packages=(theirs,), stand_ins=stand_ins)
    beside = index.stand_in_beside("a")
    assert beside is not None
    assert (beside.name, beside.is_package, beside.ours, beside.stand_in) == ("a (stand-in)", True, False, True)
    assert beside.file is not None
    assert beside.file.location == f"{stand_ins}/a/__init__.py"
    assert [index.stand_in_beside(name) for name in ("b", "c", "shop", "nothing")] == [None, None, None, None]


def test_what_was_looked_at_outside_is_consulted(tmp_path):
    write_files(tmp_path, {"a.py": "", "b/__init__.py": ""})
    index = index_of("shop.py", packages=(str(tmp_path),))
    assert index.consulted() == []
    index.find("shop")
    assert index.consulted() == []
    index.find("a")
    index.find("missing")
    assert index.consulted() == [str(tmp_path), str(tmp_path / "a.py")]


def test_children_of_a_package_are_those_right_inside():
    index = index_of("a/__init__.py", "a/b.py", "a/c/__init__.py", "a/c/d.py", "ab.py")
    assert index.children("a") == [("b", False), ("c", True)]
    assert index.children_of_folder("a") == [("b", False), ("c", True)]
    assert index.children_of_folder("a/c") == [("d", False)]
    assert index.children_of_folder(".") == [("a", True), ("ab", False)]
    assert index.children_of_folder("nothing") == []


@pytest.mark.parametrize(
    ("beside", "sample"),
    [
        ("conf/local_example.py", "conf.local_example"),
        ("conf/local.example.py", "conf.local.example"),
        ("conf/local_sample.py", "conf.local_sample"),
        ("conf/local/dist.py", "conf.local.dist"),
        ("conf/localexample.py", None),
        ("conf/example_local.py", None),
        ("other/local_example.py", None),
    ],
)
def test_a_sample_lies_beside_what_is_missing(beside, sample):
    assert index_of("conf/__init__.py", beside).sample_of("conf.local") == sample


def test_what_tests_run_with_is_the_better_sample():
    index = index_of("conf/local_example.py", "conf/local_testing.py")
    assert index.sample_of("conf.local") == "conf.local_testing"
    assert index_of("local_example.py").sample_of("local") == "local_example"


@pytest.mark.parametrize("name", ["a\0b", "a.\0", "\ud800.b", "x" * 5_000])
def test_a_name_that_no_file_can_have_is_not_found(name):
    assert index_of("a/__init__.py").find(name) is None


@pytest.mark.parametrize("beside", ["conf/local.example.py", "conf/local.v2.dist.py"])
def test_a_dot_in_the_name_of_a_file_makes_no_package(beside):
    index = index_of("conf/__init__.py", beside)
    assert index.find("conf.local") is None
    assert index.find("conf") is not None
