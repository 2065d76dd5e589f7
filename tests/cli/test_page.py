"""`--format html` of `analyze` and `graph`: what is refused, and that it is the page that was asked for."""

import json
import re
import subprocess
from pathlib import Path

import pytest

import cutpoint
from cutpoint.cli.page import checked_template
from cutpoint.domain.errors import UsageError
from tests.support.commands import run

BOOKSHOP = Path(cutpoint.__file__).parents[1] / "fixtures/bookshop"


def data_of(file):
    (data,) = re.findall(r'id="data">(.*?)</script>', file.read_text("utf-8"), re.DOTALL)
    return json.loads(data)


def test_the_same_bytes_twice(capfd, tmp_path):
    for name in ("one.html", "two.html"):
        assert run(capfd, "analyze", BOOKSHOP, "--format", "html", "--output", tmp_path / name).code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_source_is_in_it_unless_it_is_to_be_left_out(capfd, tmp_path):
    source = "@transaction.atomic"
    run(capfd, "analyze", BOOKSHOP, "--format", "html", "-o", tmp_path / "with.html")
    run(capfd, "analyze", BOOKSHOP, "--format", "html", "-o", tmp_path / "without.html", "--no-source")
    assert source in data_of(tmp_path / "with.html")["strings"]
    assert source not in data_of(tmp_path / "without.html")["strings"]
    assert not data_of(tmp_path / "without.html")["excerpts"]


def test_a_page_needs_a_file(capfd):
    done = run(capfd, "analyze", BOOKSHOP, "--format", "html")
    assert done.code == 2
    assert "--output report.html" in done.err
    assert run(capfd, "analyze", BOOKSHOP, "--format", "html", "-o", "-", "-q").out.startswith("<!doctype html>")


@pytest.mark.parametrize("option", [["--no-source"], ["--since", "HEAD"], ["--link-template", "https://a/{path}"]])
def test_options_of_the_page_go_with_no_other_format(capfd, option):
    done = run(capfd, "analyze", BOOKSHOP, *option)
    assert done.code == 2
    assert "go with --format html" in done.err


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert('{path}')",
        "JavaScript:{path}",
        "data:text/html,{path}",
        "{path}",
        "https://git.example/x",
        "vscode://{path} x",
        "",
    ],
)
def test_a_template_that_leads_nowhere_or_could_run_is_refused(link):
    with pytest.raises(UsageError, match="--link-template"):
        checked_template(link)


def test_a_template_of_an_editor_or_a_forge_is_taken():
    for link in ("vscode://file/{root}/{path}:{line}", "https://git.example/shop/blob/main/{path}#L{line}"):
        assert checked_template(link) == link


def test_a_graph_opens_the_page_where_it_was_asked_for(capfd, tmp_path):
    file = tmp_path / "graph.html"
    asked = (
        "--of",
        "models",
        "--level",
        "model",
        "--only",
        "fk",
        "--focus",
        "orders.Order",
        "--between",
        "billing.Invoice",
        "customers.User",
    )
    assert run(capfd, "graph", BOOKSHOP, "--format", "html", "-o", file, *asked).code == 0
    start = data_of(file)["start"]
    assert (start["of"], start["kinds"], start["inside"]) == ("models", "fk", "model")
    assert start["sel"] == "node\tmodel:orders.Order"
    assert (start["from"], start["to"]) == ("model:billing.Invoice", "model:customers.User")
    assert "app:orders" in start["open"].split("\n")
    assert run(capfd, "graph", BOOKSHOP, "--format", "html", "-o", file, "--focus", "biling").code == 2
    assert run(capfd, "graph", BOOKSHOP, "--format", "html", "-o", file, "--of", "cut", "--cut", "billing").code == 0
    data = data_of(file)
    assert data["start"] == {"view": "cuts", "cut": data["cuts"]["points"][0]["id"]}
    assert data["strings"][data["cuts"]["points"][0]["name"]] == "billing"


def test_since_a_revision(capfd, tmp_path):
    shop = tmp_path / "shop"
    (shop / "goods").mkdir(parents=True)
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
        "settings.py": 'INSTALLED_APPS = ["goods", "orders"]\n',
        "goods/__init__.py": "",
        "goods/models.py": "from django.db import models\n\nclass Good(models.Model):\n    pass\n",
        "orders/__init__.py": "",
        "orders/models.py": "",
    }
    (shop / "orders").mkdir()
    for name, text in files.items():
        (shop / name).write_text(text, "utf-8")

    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words], cwd=shop, check=True, capture_output=True
        )

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    (shop / "orders/views.py").write_text(
        "from goods.models import Good\n\ndef sell():\n    Good.objects.create()\n", "utf-8"
    )
    file = tmp_path / "page.html"
    assert run(capfd, "analyze", shop, "--format", "html", "-o", file, "--since", "HEAD").code == 0
    data = data_of(file)
    strings = data["strings"]
    lines = [
        (of, kind, strings[source], strings[target], then, now)
        for of, kind, source, target, then, now in data["compare"]["lines"]
    ]
    assert ("queries", "write", "orders", "goods", 0, 1) in lines
    assert run(capfd, "analyze", shop, "--format", "html", "-o", file, "--since", "nowhere").code == 2
