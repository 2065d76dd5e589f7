"""Names of templates are found where Django's loaders find them."""

from tests.support.monolith import MANAGE, resolution_of

SETTINGS = """
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent.parent
INSTALLED_APPS = ["second", "first"]
TEMPLATES = [{"BACKEND": "x", "DIRS": [BASE_DIR / "theme"], "APP_DIRS": True}]
"""


def found(root, name, *paths):
    files = {"manage.py": MANAGE, "config/__init__.py": "", "config/settings.py": SETTINGS}
    files |= {f"{app}/__init__.py": "" for app in ("first", "second")}
    program = resolution_of(root, files | dict.fromkeys(paths, "")).program
    file = program.template(name)
    return file.path if file is not None else None


def test_folders_of_the_settings_come_first(tmp_path):
    assert found(tmp_path, "a.html", "theme/a.html", "first/templates/a.html") == "theme/a.html"


def test_apps_come_in_their_order(tmp_path):
    assert found(tmp_path, "a.html", "first/templates/a.html", "second/templates/a.html") == "second/templates/a.html"


def test_folders_that_nothing_tells_of_come_last(tmp_path):
    assert found(tmp_path, "a.html", "else/templates/a.html", "first/templates/a.html") == "first/templates/a.html"
    assert found(tmp_path, "b.html", "else/templates/b.html") == "else/templates/b.html"


def test_others_are_not_found(tmp_path):
    assert found(tmp_path, "a.html", "first/a.html", "first/templates/b/a.html") is None
    assert found(tmp_path, "../first/a.html", "first/a.html") is None
