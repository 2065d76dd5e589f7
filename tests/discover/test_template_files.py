"""Which files are templates."""

import pytest

from cutpoint.discover.project import discover
from cutpoint.discover.template_files import is_template
from cutpoint.domain.project import Options
from tests.support.monolith import MANAGE, write_files


@pytest.mark.parametrize(
    "path",
    ["shop/templates/shop/order.html", "theme/page.html", "mail/templates/hello.txt", "a/jinja2/b.xml", "x.jinja"],
)
def test_these_are(path):
    assert is_template(path)


@pytest.mark.parametrize(
    "path", ["docs/notes.txt", "templates/logo.png", "templates.txt", "a/templates/b.py", "data.json"]
)
def test_these_are_not(path):
    assert not is_template(path)


def test_they_are_listed_and_not_among_the_files(tmp_path):
    files = {
        "manage.py": MANAGE,
        "b/templates/x.html": "",
        "a.html": "",
        ".hidden/y.html": "",
        "node_modules/z.html": "",
    }
    project = discover(Options(root=str(write_files(tmp_path, files))))
    assert [file.path for file in project.templates] == ["a.html", "b/templates/x.html"]
    assert [file.path for file in project.files] == ["manage.py"]


def test_ignored_ones_are_left_out(tmp_path):
    files = {"manage.py": MANAGE, ".gitignore": "build/\nold.html", "build/x.html": "", "old.html": "", "new.html": ""}
    project = discover(Options(root=str(write_files(tmp_path, files))))
    assert [file.path for file in project.templates] == ["new.html"]
