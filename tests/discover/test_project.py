import os

import pytest

from cutpoint.domain.errors import NotAMonolithError, UsageError
from tests.discover.tree import MANAGE, discovered, empty, folder_of_nobody, paths_of, without_privileges, write


def test_discovers_a_project(tmp_path):
    write(
        tmp_path, {"manage.py": MANAGE, "shop/models.py": "", "shop/tests.py": "", ".env": "DJANGO_SETTINGS_MODULE=a\n"}
    )
    project = discovered(tmp_path)
    assert project.root == str(tmp_path)
    assert [(file.path, file.role.value) for file in project.files] == [
        ("manage.py", "code"),
        ("shop/models.py", "code"),
        ("shop/tests.py", "test"),
    ]
    assert (project.django_roots, project.settings_hints) == ((".",), (("a", ".env", 1),))
    assert (project.packages, project.source_folders, project.blind_spots) == ((), (), ())


def test_the_same_tree_gives_the_same_project(tmp_path):
    empty(tmp_path, *(f"{letter}/{name}.py" for letter in "zyxabc" for name in "qwerty"))
    assert discovered(tmp_path) == discovered(tmp_path / "a" / "..")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone", "there is no such folder. Give the folder"),
        ("a.py", "this is a file. Give the folder that holds it: "),
        ("pipe", "this is not a folder"),
        ("dangling", "this is not a folder"),
    ],
)
def test_refuses_a_root_that_is_no_folder(tmp_path, name, message):
    empty(tmp_path, "a.py")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(UsageError, match=message):
        discovered(tmp_path / name)


def test_refuses_a_root_without_permission():
    with folder_of_nobody() as folder:
        root = empty(folder / "root", "a.py")
        root.chmod(0)
        with without_privileges(), pytest.raises(UsageError, match=r"cannot be listed \(Permission denied\)"):
            discovered(root)


def test_refuses_a_root_that_cannot_be_written_down(tmp_path):
    root = tmp_path / os.fsdecode(b"\xff")
    root.mkdir()
    with pytest.raises(UsageError, match="not valid UTF-8"):
        discovered(root)


def test_refuses_a_root_without_python(tmp_path):
    empty(tmp_path, "readme.md")
    with pytest.raises(NotAMonolithError, match="there is no Python file in it"):
        discovered(tmp_path)


def test_says_when_everything_is_excluded(tmp_path):
    empty(tmp_path, "a.py")
    with pytest.raises(NotAMonolithError, match="every Python file in it is excluded"):
        discovered(tmp_path, exclude=("*.py",))


def test_refuses_patterns_that_are_none(tmp_path):
    empty(tmp_path, "a.py")
    with pytest.raises(UsageError, match="exclude pattern"):
        discovered(tmp_path, exclude=("!",))
    with pytest.raises(UsageError, match="test pattern"):
        discovered(tmp_path, test_patterns=("[z-a]",))


def test_test_patterns_decide_about_roles(tmp_path):
    empty(tmp_path, "qa/a.py", "b.py")
    project = discovered(tmp_path, test_patterns=("qa/",))
    assert [file.role.value for file in project.files] == ["code", "test"]
    assert paths_of(project) == ["b.py", "qa/a.py"]
