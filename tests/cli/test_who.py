"""`cutpoint who-writes` and `who-reads` on an analysis that is given: what NAME may be, and how it exits."""

import json

import pytest

from tests.support.bookshop import a_hostile_monolith
from tests.support.builders import a_catalog, a_model, an_access, an_analysis
from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("analyzed")


@pytest.mark.parametrize("name", ["orders_order", "orders.Order", "Order", "order", "ORDERS_ORDER", "orders.order"])
def test_a_table_a_label_or_a_bare_name(capfd, tmp_path, name):
    done = run(capfd, "who-writes", name, tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Who writes orders_order\n")


def test_who_reads(capfd, tmp_path):
    assert run(capfd, "who-reads", "User", tmp_path).out.startswith("Who reads auth_user\n")


def test_the_folder_is_here_unless_given(capfd, tmp_path, monkeypatch, analyzed):
    monkeypatch.chdir(tmp_path)
    assert run(capfd, "who-writes", "Order").code == 0
    assert analyzed.options.root == str(tmp_path)


def test_json(capfd, tmp_path):
    answer = json.loads(run(capfd, "who-writes", "Order", tmp_path, "--format", "json").out)
    assert (answer["question"], len(answer["accesses"])) == ("who-writes", 5)


def test_certainty_leaves_out_what_is_less_certain(capfd, tmp_path):
    done = run(capfd, "who-writes", "Order", tmp_path, "--certainty", "proved", "--format", "json")
    assert {row["certainty"] for row in json.loads(done.out)["accesses"]} == {"proved"}
    assert run(capfd, "who-writes", "Order", tmp_path, "--certainty", "sure").code == 2


def test_verbose_says_why(capfd, tmp_path):
    assert "is an instance of" not in run(capfd, "who-writes", "Order", tmp_path).out
    assert "is an instance of" in " ".join(run(capfd, "who-writes", "Order", tmp_path, "-v").out.split())


def test_writes_a_file(capfd, tmp_path):
    done = run(capfd, "who-reads", "Book", tmp_path, "-o", tmp_path / "readers.txt")
    assert (done.out, done.err.startswith("wrote ")) == ("", True)
    assert (tmp_path / "readers.txt").read_text().startswith("Who reads books_book\n")


def test_options_reach_the_pipeline(capfd, tmp_path, analyzed):
    run(capfd, "who-writes", "Order", tmp_path, "--settings", "a.b", "--include-tests", "--no-cache")
    options = analyzed.options
    assert (options.settings, options.include_tests, options.include_migrations) == ("a.b", True, False)
    assert options.cache_dir is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Ordre", "there is no table or model called Ordre; did you mean"),
        ("orders_oder", "did you mean orders_order"),
        ("orders.Ordr", "orders.Order"),
        ("zzz", "there is no table or model called zzz\n"),
        ("Timestamped", "books.Timestamped is abstract"),
        ("\x1b[31mred", "called \\x1b[31mred"),
    ],
)
def test_a_name_of_nothing(capfd, tmp_path, name, said):
    done = run(capfd, "who-writes", name, tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_a_name_of_several_models_lists_them(capfd, tmp_path, analyzed):
    models = [a_model(f"{app}.Entry") for app in ("wiki", "blog")]
    analyzed.result = an_analysis(a_catalog(models=models))
    done = run(capfd, "who-writes", "Entry", tmp_path)
    assert (done.code, done.err) == (
        2,
        "cutpoint: several models are called Entry: blog.Entry, wiki.Entry; say which\n",
    )
    assert run(capfd, "who-writes", "wiki.Entry", tmp_path).code == 0


def test_a_swapped_model_stands_in_nobody_s_way(capfd, tmp_path, analyzed):
    swapped = a_model("auth.User", swapped=True, ours=False)
    analyzed.result = an_analysis(a_catalog(models=[swapped, a_model("people.User")]))
    assert run(capfd, "who-writes", "User", tmp_path).out.startswith("Who writes people_user\n")
    assert "auth.User is swapped for another" in run(capfd, "who-writes", "auth.User", tmp_path).err


def test_a_proxy_s_table_is_that_of_the_concrete_model(capfd, tmp_path, analyzed):
    proxy = a_model("reports.Paid", proxy=True, table="orders_order")
    analyzed.result = an_analysis(a_catalog(models=[a_model("orders.Order"), proxy]))
    assert run(capfd, "who-writes", "Paid", tmp_path).out.startswith("Who writes orders_order\n")


def test_a_table_that_only_sql_names(capfd, tmp_path, analyzed):
    analyzed.result = an_analysis(accesses=[an_access("delete legacy")])
    assert "only SQL names this table" in run(capfd, "who-writes", "legacy", tmp_path).out


@pytest.mark.parametrize("report_format", ["text", "json"])
def test_hostile_names(capfd, tmp_path, analyzed, report_format):
    analyzed.result = a_hostile_monolith()
    (name, *_) = [table.name for table in analyzed.result.tables]
    done = run(capfd, "who-writes", name, tmp_path, "--format", report_format)
    assert done.code == 0
    assert "\x1b" not in done.out and "\u202e" not in done.out
