from pathlib import Path

import pytest

from cutpoint.domain.errors import UsageError
from tests.discover.tree import MANAGE, discovered, empty, write


def virtualenv(folder: Path, *versions: str) -> list[str]:
    empty(folder, "pyvenv.cfg")
    found = [folder / "lib" / version / "site-packages" for version in versions]
    for packages in found:
        packages.mkdir(parents=True)
    return [str(packages) for packages in found]


def test_the_virtualenv_of_the_root(tmp_path):
    empty(tmp_path, "a.py")
    found = virtualenv(tmp_path / ".venv", "python3.12", "python3.9")
    (tmp_path / ".venv" / "lib64").symlink_to("lib")
    (tmp_path / "venv").mkdir()
    assert discovered(tmp_path).packages == tuple(found)


def test_the_virtualenv_of_a_django_root_comes_first_whatever_its_name(tmp_path):
    write(tmp_path, {"src/manage.py": MANAGE})
    outer = virtualenv(tmp_path / "env", "python3.11")
    inner = virtualenv(tmp_path / "src" / "py311", "python3.11")
    virtualenv(tmp_path / "docs" / "env", "python3.11")
    assert discovered(tmp_path).packages == (*inner, *outer)


def test_pypackages(tmp_path):
    empty(tmp_path, "a.py", "__pypackages__/3.12/lib/x.py")
    project = discovered(tmp_path)
    assert project.packages == (str(tmp_path / "__pypackages__" / "3.12" / "lib"),)


def test_what_is_asked_for_goes_before_what_is_found(tmp_path):
    root = empty(tmp_path / "root", "a.py")
    virtualenv(root / ".venv", "python3.11")
    asked = empty(tmp_path / "packages", "x.py")
    environment = virtualenv(tmp_path / "environment", "python3.12")
    packages = (str(asked), str(tmp_path / "environment"))
    assert discovered(root, packages=packages).packages == (str(asked), *environment)


def test_what_pip_has_installed_inside_the_tree_is_no_code_of_ours(tmp_path):
    root = empty(
        tmp_path / "root", "a.py", "shop/models.py", "shop/dist/lib/models.py", "shop/dist/lib-1.dist-info/RECORD"
    )
    asked = empty(tmp_path / "packages", "x.py")
    bundled = str(root / "shop" / "dist")
    project = discovered(root)
    assert [file.path for file in project.files] == ["a.py", "shop/models.py"]
    assert project.packages == (bundled,)
    assert discovered(root, packages=(str(asked),)).packages == (str(asked), bundled)


@pytest.mark.parametrize("folder", ["", "site/"])
def test_an_unpacked_wheel_and_a_project_beside_its_packages_are_ours(tmp_path, folder):
    empty(tmp_path, f"{folder}shop/models.py", f"{folder}shop-1.dist-info/RECORD", f"{folder}manage.py")
    assert f"{folder}shop/models.py" in [file.path for file in discovered(tmp_path).files]
    assert discovered(tmp_path).packages == ()


def test_what_is_left_of_an_installation_hides_nothing(tmp_path):
    empty(tmp_path, "a.py", "shop/models.py", "shop/lib-1.dist-info/METADATA")
    assert [file.path for file in discovered(tmp_path).files] == ["a.py", "shop/models.py"]


@pytest.mark.parametrize(("name", "what"), [("gone", "does not exist"), ("a.py", "is not a folder")])
def test_refuses_packages_that_are_no_folder(tmp_path, name, what):
    empty(tmp_path, "a.py")
    with pytest.raises(UsageError, match=rf"--packages .*{name}: it {what}\. Give a folder"):
        discovered(tmp_path, packages=(str(tmp_path / name),))
