import pytest

from tests.discover.tree import discovered, empty, spots_of, write


@pytest.mark.parametrize(
    ("name", "text", "folders"),
    [
        ("pyproject.toml", '[tool.setuptools.package-dir]\n"" = "code"\n', ("code",)),
        ("pyproject.toml", '[tool.setuptools.package-dir]\n"shop" = "code/shop"\n', ("code",)),
        ("pyproject.toml", '[tool.setuptools.packages.find]\nwhere = ["code", "more"]\n', ("code", "more")),
        (
            "pyproject.toml",
            '[tool.poetry]\npackages = [{include = "shop", from = "code"}, {include = "x"}]\n',
            ("code",),
        ),
        ("pyproject.toml", '[tool.hatch.build.targets.wheel]\npackages = ["code/shop"]\n', ("code",)),
        ("pyproject.toml", '[tool.pytest.ini_options]\npythonpath = [".", "code", "code/"]\n', ("code",)),
        ("pyproject.toml", '[tool.pytest.ini_options]\npythonpath = "code more"\n', ("code", "more")),
        ("setup.cfg", "[options]\npackage_dir =\n    = code\n", ("code",)),
        ("setup.cfg", "[options.packages.find]\nwhere = code\n", ("code",)),
        ("setup.cfg", "[tool:pytest]\npythonpath = . code\n", ("code",)),
        ("pytest.ini", "[pytest]\npythonpath = code\n", ("code",)),
    ],
)
def test_folders_that_packaging_puts_on_the_path(tmp_path, name, text, folders):
    empty(tmp_path, "code/shop/a.py", "more/b.py")
    write(tmp_path, {name: text})
    assert discovered(tmp_path).source_folders == folders


def test_an_existing_src_folder_counts_unless_it_is_a_package(tmp_path):
    empty(tmp_path, "src/shop/__init__.py")
    assert discovered(tmp_path).source_folders == ("src",)
    empty(tmp_path, "src/__init__.py")
    assert discovered(tmp_path).source_folders == ()


@pytest.mark.parametrize("folder", ["../outside", "/etc", "gone", "a.py", "code/../..", ""])
def test_folders_outside_or_gone_do_not_count(tmp_path, folder):
    empty(tmp_path, "a.py")
    write(tmp_path, {"pyproject.toml": f'[tool.pytest.ini_options]\npythonpath = ["{folder}"]\n'})
    assert discovered(tmp_path).source_folders == ()


@pytest.mark.parametrize(
    "text",
    [
        "[tool]\nsetuptools = 1\npytest = []\npoetry = {packages = 3}\nhatch = {build = {targets = 'x'}}\n",
        "[tool.setuptools.package-dir]\n'' = 1\n",
        "[tool.setuptools.packages]\nfind = {where = {a = 1}}\n",
    ],
)
def test_unexpected_shapes_are_passed_over(tmp_path, text):
    empty(tmp_path, "a.py")
    write(tmp_path, {"pyproject.toml": text})
    project = discovered(tmp_path)
    assert (project.source_folders, project.blind_spots) == ((), ())


def test_broken_configuration_is_a_blind_spot(tmp_path):
    empty(tmp_path, "a.py")
    write(tmp_path, {"pyproject.toml": "[tool\n", "setup.cfg": "no section\n", "tox.ini": "[pytest\n"})
    assert spots_of(discovered(tmp_path)) == [
        ("pyproject.toml", "unreadable-config"),
        ("setup.cfg", "unreadable-config"),
        ("tox.ini", "unreadable-config"),
    ]
