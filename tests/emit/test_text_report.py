"""The report that people read, in a terminal and as Markdown."""

import re

import pytest

from cutpoint.domain.source import BlindSpot
from cutpoint.emit.doctor_report import doctor_markdown, doctor_report
from cutpoint.emit.markdown_report import markdown_report
from cutpoint.emit.text_report import text_headline, text_report
from tests.support.bookshop import a_bookshop, a_hostile_monolith
from tests.support.builders import a_catalog, a_graph, a_reading, an_analysis, an_app, an_edge, some_settings

EMITTERS = [text_report, markdown_report, doctor_report, doctor_markdown]


def flat(text):
    return " ".join(text.split())


def test_says_what_was_found():
    text = flat(text_report(a_bookshop()))
    assert (
        "3 first-party apps and 1 third-party, 3 models (and 1 abstract) on 3 tables and 1 that only SQL names; "
        "1 third-party table." in text
    )
    assert "12 Python files (3 of tests), 1,234 lines." in text
    assert "Settings: shop.settings (manage.py:8 names it)" in text


def test_shows_each_relation_with_its_first_place():
    assert "billing → orders 1 fk billing/models.py:7" in flat(text_report(a_bookshop()))


def test_relations_to_theirs_are_summed_up():
    assert "To third-party apps: auth 1." in flat(text_report(a_bookshop()))


def test_shows_what_to_cut_in_a_circle():
    text = flat(text_report(a_bookshop()))
    assert "2 apps need each other: billing, orders Cheapest to cut: 1 import on 1 edge." in text
    assert "orders → billing, 1 import: orders/views.py:5" in text


def test_shows_blind_spots_by_kind():
    assert "dynamic-import 1 books/loading.py:8 the name of the module is computed" in flat(text_report(a_bookshop()))


def test_a_place_in_a_whole_file_has_no_line():
    assert "orders/views.py no known Python" in flat(text_report(a_bookshop()))


def test_verbose_shows_all_and_otherwise_only_the_first_few():
    edges = [an_edge(f"a{index:02} -> b", kind="fk") for index in range(30)]
    apps = [an_app(f"a{index:02}") for index in range(30)] + [an_app("b")]
    spots = [BlindSpot("x.py", line, "k", "r") for line in range(1, 31)]
    analysis = an_analysis(a_catalog(apps=apps), app_relations=a_graph(*edges), blind_spots=spots)
    short, long = text_report(analysis), text_report(analysis, verbose=True)
    assert "a29 → b" in long and "a29 → b" not in short
    assert "x.py:30" in long and "x.py:30" not in short
    assert "-v shows all" in short and "-v shows all" not in long


def test_the_next_steps_fill_in_what_is_known():
    catalog = a_catalog(settings=some_settings(None, candidates=("shop.local",)))
    text = flat(text_report(an_analysis(catalog), typed="'my shop'"))
    assert "cutpoint analyze 'my shop' --settings shop.local" in text


def test_the_table_with_most_to_move_is_the_one_to_ask_about():
    assert "cutpoint who-writes orders_order 'my shop'" in flat(text_report(a_bookshop(), typed="'my shop'"))


def test_nothing_is_said_about_queries_when_nobody_has_looked():
    text = text_report(an_analysis(a_catalog(apps=[an_app("shop")])))
    assert not {"accesses", "Shared", "queries", "who-writes"} & set(re.findall(r"[\w-]+", text))


def test_missing_packages_ask_for_a_folder_only_when_there_is_none():
    missing = a_catalog(missing_packages=[("celery", 2)])
    assert "--packages VENV" in text_report(an_analysis(missing))
    assert "--packages VENV" not in text_report(an_analysis(missing, reading=a_reading(packages=("/p",))))


@pytest.mark.parametrize("emit", EMITTERS)
def test_nothing_found_is_said_in_words(emit):
    text = emit(an_analysis(reading=a_reading(files=0, lines=0, test_files=0, django_roots=())))
    assert "No first-party app was found" in text


@pytest.mark.parametrize("emit", EMITTERS)
@pytest.mark.parametrize("verbose", [True, False])
def test_hostile_names_steer_nothing(emit, verbose):
    text = emit(a_hostile_monolith(), typed="\x1b]0;x\x07", verbose=verbose)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert "##[" not in text
    assert not any(line.strip().startswith("::") for line in text.splitlines())
    assert "[/x]" in text


@pytest.mark.parametrize("emit", [text_report, doctor_report])
def test_hostile_names_do_not_color_either(emit):
    plain = emit(a_hostile_monolith())
    assert re.sub(r"\x1b\[[0-9;]*m", "", emit(a_hostile_monolith(), color=True)) == plain


@pytest.mark.parametrize("emit", [text_report, doctor_report])
@pytest.mark.parametrize("verbose", [True, False])
def test_fits_in_eighty_columns(emit, verbose):
    assert max(map(len, emit(a_bookshop(), width=80, verbose=verbose).splitlines())) <= 80


def test_the_headline_is_one_line():
    assert text_headline(a_bookshop()) == (
        "bookshop: 3 first-party apps, 3 models, 3 tables, 12 files, 12 accesses, 2 shared tables, 1 import cycle, "
        "4 blind spots\n"
    )
    assert text_headline(a_hostile_monolith()).count("\n") == 1


def test_markdown_keeps_every_name_in_code():
    text = markdown_report(a_hostile_monolith())
    outside = re.sub(r"(`+).*?[^`]\1(?!`)", "", text)
    assert "<b>" not in outside
    assert "@team" not in outside
