import pytest

from cutpoint.resolve.entry_points import EntryPoints
from tests.support.monolith import write_files


def of(root, files, group="shop.plugins", packages=()):
    write_files(root, files)
    return EntryPoints(str(root), [str(root / folder) for folder in packages]).of(group)


def test_those_of_pyproject(tmp_path):
    text = """
        [project.entry-points."shop.plugins"]
        b = "plugins.b:App"
        a = "plugins.a"
        [project.entry-points.other]
        c = "plugins.c"
    """
    assert of(tmp_path, {"pyproject.toml": text}) == [("a", "plugins.a"), ("b", "plugins.b:App")]


def test_those_of_poetry(tmp_path):
    text = '[tool.poetry.plugins."shop.plugins"]\na = "plugins.a"\n'
    assert of(tmp_path, {"pyproject.toml": text}) == [("a", "plugins.a")]


def test_those_of_setup_cfg(tmp_path):
    text = "[options.entry_points]\nshop.plugins =\n    A = plugins.a:App\n    b = plugins.b\nother =\n    c = d\n"
    assert of(tmp_path, {"setup.cfg": text}) == [("A", "plugins.a:App"), ("b", "plugins.b")]


def test_those_of_installed_packages_and_of_development_installs(tmp_path):
    files = {
        "site/x-1.0.dist-info/entry_points.txt": "[shop.plugins]\na = plugins.a\n[other]\nc = d\n",
        "site/y.egg-info/entry_points.txt": "[shop.plugins]\nb = plugins.b\n",
        "z.egg-info/entry_points.txt": "[shop.plugins]\nc = plugins.c\n",
        "site/notes/entry_points.txt": "[shop.plugins]\nd = plugins.d\n",
    }
    assert of(tmp_path, files, packages=["site"]) == [("a", "plugins.a"), ("b", "plugins.b"), ("c", "plugins.c")]


def test_one_that_is_declared_and_installed_counts_once(tmp_path):
    files = {
        "pyproject.toml": '[project.entry-points."shop.plugins"]\na = "plugins.a"\n',
        "x.egg-info/entry_points.txt": "[shop.plugins]\na = plugins.a\n",
    }
    assert of(tmp_path, files) == [("a", "plugins.a")]


def test_files_that_are_broken_say_nothing(tmp_path):
    files = {
        "pyproject.toml": "[project\nentry-points = 1",
        "setup.cfg": "no section\n",
        "x.egg-info/entry_points.txt": "[shop.plugins\na\n",
    }
    assert of(tmp_path, files) == []
    assert of(tmp_path, {"pyproject.toml": "project = 1\ntool = 2\n"}) == []
    assert of(tmp_path, {"pyproject.toml": "[project.entry-points]\n'shop.plugins' = 1\n"}) == []
    (tmp_path / "pyproject.toml").unlink()
    (tmp_path / "pyproject.toml").mkdir()
    assert of(tmp_path, {}) == []


@pytest.mark.parametrize("value", ["9" * 5_000, "[" * 5_000 + "]" * 5_000])
def test_values_that_no_parser_takes_say_nothing(tmp_path, value):
    assert of(tmp_path, {"pyproject.toml": f"a = {value}\n"}) == []


def test_a_name_without_a_value_before_an_indented_line_says_nothing(tmp_path):
    assert of(tmp_path, {"setup.cfg": "[options.entry_points]\nshop.plugins\n  a = b\n"}) == []


def test_bytes_that_are_no_text_are_no_trouble(tmp_path):
    (tmp_path / "setup.cfg").write_bytes(b"\xff\xfe[options.entry_points]\n")
    (tmp_path / "pyproject.toml").write_bytes(b"\x00\xff")
    assert of(tmp_path, {}) == []


def test_another_group_is_empty(tmp_path):
    text = '[project.entry-points."shop.plugins"]\na = "plugins.a"\n'
    assert of(tmp_path, {"pyproject.toml": text}, "shop") == []
