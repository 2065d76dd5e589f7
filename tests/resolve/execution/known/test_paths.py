import pytest

from tests.support.executed import executed


def run_in_folder(code: str):
    files = {"main.py": "import site_.settings.base", "site_/__init__.py": "", "site_/settings/__init__.py": ""}
    return executed({**files, "site_/settings/base.py": f"import os, sys, site\nfrom pathlib import Path\n{code}"})


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("os.path.dirname(os.path.dirname(os.path.abspath(__file__)))", "'/site_'"),
        ("os.path.join(os.path.dirname(__file__), '..', 'apps')", "'/site_/apps'"),
        ("os.path.realpath(os.path.join(os.path.dirname(__file__), os.pardir))", "'/site_'"),
        ("os.path.normpath(os.path.join(os.path.dirname(__file__), '../..'))", "'/'"),
        ("os.path.basename(__file__)", "'base.py'"),
        ("Path(__file__).parent.parent", "'/site_'"),
        ("str(Path(__file__).resolve().parents[2] / 'apps')", "'/apps'"),
        ("os.path.join(unknown, 'a')", "?"),
        ("Path('/etc')", "'/etc'"),
    ],
)
def test_paths_are_told_below_the_root(expression, expected):
    assert run_in_folder(f"x = {expression}").text("x", "site_.settings.base") == expected


@pytest.mark.parametrize(
    "statement",
    [
        "sys.path.insert(0, os.path.join(BASE, 'apps'))",
        "sys.path.append(os.path.join(BASE, 'apps'))",
        "sys.path.append(str(Path(BASE) / 'apps'))",
        "site.addsitedir(os.path.join(BASE, 'apps'))",
        "sys.path += [os.path.join(BASE, 'apps')]",
        "sys.path.extend([os.path.join(BASE, 'apps')])",
        "sys.path[:0] = [os.path.join(BASE, 'apps')]",
        "sys.path = [os.path.join(BASE, 'apps')] + sys.path",
        "for name in ('apps',): sys.path.insert(0, os.path.join(BASE, name))",
        "if unknown: sys.path.insert(0, os.path.join(BASE, 'apps'))",
    ],
)
def test_folders_put_on_the_python_path_are_noted(statement):
    done = run_in_folder(f"BASE = os.path.dirname(os.path.dirname(__file__))\n{statement}")
    assert done.run.path_inserts == ["site_/apps"]


@pytest.mark.parametrize(
    "statement", ["sys.path.insert(0, unknown)", "sys.path.insert(0, 'apps')", "sys.path.remove('/a')"]
)
def test_folders_that_are_not_known_are_not(statement):
    assert run_in_folder(statement).run.path_inserts == []


def test_the_root_itself_is_a_dot():
    assert run_in_folder("sys.path.insert(0, str(Path(__file__).parents[2]))").run.path_inserts == ["."]


@pytest.mark.parametrize("name", ["dirname", "abspath", "realpath", "normpath", "basename"])
def test_a_call_that_would_fail_is_unknown(name):
    done = run_in_folder(f"x = os.path.{name}('a', 'b')\ny = 1")
    assert (done.text("x", "site_.settings.base"), done.text("y", "site_.settings.base")) == ("?", "1")
