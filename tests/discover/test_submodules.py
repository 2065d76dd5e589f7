from cutpoint.discover.submodules import absent_submodules

SAID = """
[submodule "one"]
    path = libs/one
    url = ../one.git
[submodule "two"]
    path = "libs/two"
[submodule "deep"]
\tpath=site/libs/deep/
[submodule "odd"]
    path = ../elsewhere
[submodule "root"]
    path = /etc/nothing
"""


def a_work_tree(folder):
    (folder / ".git").mkdir()
    (folder / ".gitmodules").write_text(SAID, "utf-8")
    (folder / "libs/two").mkdir(parents=True)
    return folder


def paths(root):
    spots = absent_submodules(str(root))
    assert all(spot.kind == "absent-submodule" for spot in spots)
    return [spot.path for spot in spots]


def test_folders_that_are_empty_or_not_there(tmp_path):
    assert paths(a_work_tree(tmp_path)) == ["libs/one", "libs/two", "site/libs/deep"]


def test_one_that_is_checked_out_is_none(tmp_path):
    (a_work_tree(tmp_path) / "libs/two/.git").write_text("gitdir: elsewhere", "utf-8")
    assert paths(tmp_path) == ["libs/one", "site/libs/deep"]


def test_below_the_root_only(tmp_path):
    (a_work_tree(tmp_path) / "site").mkdir()
    assert paths(tmp_path / "site") == ["libs/deep"]


def test_without_a_work_tree_or_submodules(tmp_path):
    (tmp_path / ".gitmodules").write_text(SAID, "utf-8")
    assert paths(tmp_path) == []
    (tmp_path / ".gitmodules").unlink()
    (tmp_path / ".git").mkdir()
    assert paths(tmp_path) == []


def test_a_file_in_its_place_is_not_empty(tmp_path):
    (a_work_tree(tmp_path) / "libs/one").write_text("", "utf-8")
    assert "libs/one" not in paths(tmp_path)


def test_a_path_that_no_folder_can_have_is_not_empty(tmp_path):
    (a_work_tree(tmp_path) / ".gitmodules").write_text('[submodule "a"]\n path = a\0b\n', "utf-8")
    assert paths(tmp_path) == []
