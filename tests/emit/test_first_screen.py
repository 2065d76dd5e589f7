"""The first screen: at most sixteen lines of 80 columns, what is doubtful first, and what to do next last."""

import msgspec
import pytest

from cutpoint.domain.coverage import CoverageCause
from cutpoint.domain.cut import Verdict
from cutpoint.domain.doubt import doubts_of
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.summary import (
    BestCut,
    FirstStep,
    SharedTableLine,
    SharedTables,
    Summary,
    WorkItem,
    is_for_tests,
)
from cutpoint.emit.first_screen import first_screen
from cutpoint.emit.kind_words import hidden_by
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.terminal_page import plain_page
from docs import words
from tests.support.builders import a_catalog, an_analysis, some_settings

PLACES = tuple(Evidence("accounts/signup.py", line) for line in (41, 57, 90))
WORK = (
    WorkItem(
        "relation", "turn 7 foreign keys to accounts.User into ids", 7, (Evidence("notifications/models.py", 19),)
    ),
    WorkItem("write", "route 4 writes of accounts through it", 4, PLACES),
    WorkItem("transaction", "split the transaction of checkout.pay", 1, (Evidence("checkout/pay.py", 88),)),
)
BEST = BestCut(
    "1f2e3d4c", "notifications", ("notifications",), 11, 72.4, Verdict.WORTH_IT, 0.94, ("accounts", "sso"), 1, WORK
)
TABLES = SharedTables(
    9,
    402,
    (
        SharedTableLine(
            "orders_order", ("orders", "billing", "returns"), False, 21, 8, Evidence("billing/tasks.py", 15)
        ),
        SharedTableLine("accounts_user", ("accounts", "sso", "imports"), False, 9, 30, Evidence("sso/views.py", 3)),
        SharedTableLine("stock_item", ("stock", "orders"), False, 4, 0, Evidence("orders/stock.py", 8)),
    ),
    2,
    1,
)
CAUSE = CoverageCause("query-no-caller", 0.0612, (Evidence("plugins/load.py", 14),), "an annotation with the model")
SUMMARY = Summary(
    project="acme",
    apps=42,
    test_apps=0,
    models=310,
    tables=402,
    django="4.2",
    settings="acme.settings.prod",
    writes_seen=0.9187,
    hidden=(CAUSE,),
    best_cut=BEST,
    no_cut="",
    first_step=None,
    separate=("logs", "flags", "geo", "banners"),
    shared_tables=TABLES,
)
NO_CUT = "No good cut: the best candidate gets 44 of 100, orders + billing."
ANALYSIS = an_analysis(a_catalog(missing_packages=[("celery", 3), ("pgbulk", 2)]))


def screen(*, analysis=ANALYSIS, width=80, verbose=False, **changes):
    summary = msgspec.structs.replace(SUMMARY, **changes)
    page = first_screen(analysis, summary, typed=".", width=width, verbose=verbose)
    return plain_page(page, width)


def filled(text):
    return [line for line in text.splitlines() if line.strip()]


def test_says_it_all_in_sixteen_lines():
    assert screen() == (
        "acme · 42 apps, 310 models, 402 tables · acme.settings.prod\n"
        "\n"
        "  Seen: about 91% of writes, 6.1% hidden by functions without a known caller; 2\n"
        "  packages not found: --packages VENV reads them\n"
        "\n"
        "Best cut: notifications (11 models) · 72 of 100, worth it\n"
        "  94% of its coupling is internal; 2 apps write into it directly, 1 transaction\n"
        "  1  turn 7 foreign keys to accounts.User into ids  notifications/models.py:19 …\n"
        "  2  route 4 writes of accounts through it  accounts/signup.py:41 …\n"
        "  3  split the transaction of checkout.pay  checkout/pay.py:88\n"
        "\n"
        "  Loosely coupled, easy to extract: logs, flags, geo and 1 other\n"
        "\n"
        "Shared tables: 9 of 402 have several writers (+2 histories, 1 in tests/seeds)\n"
        "  orders_order   21 direct, 8 implicit  orders, billing, returns\n"
        "  accounts_user  9 direct, 30 implicit  accounts, sso, imports\n"
        "  stock_item     4 direct  stock, orders\n"
        "\n"
        "  Next: cutpoint cuts show 1f2e3d4c\n"
        "      cutpoint who-writes orders_order\n"
        "      cutpoint analyze --full\n"
    )
    assert len(filled(screen())) == 16


@pytest.mark.parametrize("size", range(5))
def test_a_long_screen_gives_way_and_keeps_what_matters(size):
    reason = "a reason that takes more than one line of eighty columns to tell, and " * size
    spots = [BlindSpot("shop/urls.py", 3, "urls-at-run-time", reason)]
    text = screen(analysis=an_analysis(ANALYSIS.catalog, blind_spots=spots))
    assert len(filled(text)) <= 16
    for kept in (
        "Best cut: notifications",
        "  1  turn 7 foreign keys",
        "  orders_order",
        "cutpoint cuts show 1f2e3d4c",
    ):
        assert kept in text
    longest = screen(analysis=an_analysis(ANALYSIS.catalog, blind_spots=spots), verbose=True)
    assert "3  split the transaction" in longest
    assert "stock_item" in longest


@pytest.mark.parametrize("width", [60, 80, 200, 300])
def test_lines_fit(width):
    assert max(map(len, screen(width=width).splitlines())) <= width


def test_what_does_not_fit_is_told_with_verbose():
    deep = Evidence("a/very/deep/folder/of/a/very/large/project/with/long/names.py", 12)
    work = (msgspec.structs.replace(WORK[1], evidence=(deep,)),)
    best = msgspec.structs.replace(BEST, work=work)
    assert deep.path not in screen(best_cut=best)
    assert f"{deep.path}:12" in screen(best_cut=best, verbose=True)
    assert "first by another than its owner: billing/tasks.py:15" in screen(verbose=True)
    assert "plugins/load.py:14" in screen(verbose=True)


def test_many_writers_are_counted_where_they_don_t_fit():
    many = msgspec.structs.replace(TABLES.first[0], apps=tuple(f"application_{number}" for number in range(30)))
    text = screen(shared_tables=msgspec.structs.replace(TABLES, first=(many,)))
    assert "application_0, application_1 and 28 more" in text
    assert "application_29" in screen(shared_tables=msgspec.structs.replace(TABLES, first=(many,)), verbose=True)


def test_of_an_only_app_modules_are_told():
    assert "2 modules write into it directly" in screen(apps=1)
    assert "no other module writes into it directly" in screen(
        apps=1, best_cut=msgspec.structs.replace(BEST, writers=())
    )


def test_apps_for_tests_are_told():
    assert "acme · 42 apps (3 for tests), 310 models" in screen(test_apps=3)
    assert [is_for_tests(name) for name in ("wagtail.test.demo", "shop.tests", "latest.shop", "shop.testing")] == [
        True,
        True,
        False,
        False,
    ]


def test_code_outside_of_apps_is_a_writer_too():
    outside = msgspec.structs.replace(TABLES.first[2], apps=("stock",), outside=True)
    assert "stock, code outside of apps" in screen(shared_tables=msgspec.structs.replace(TABLES, first=(outside,)))


def test_no_good_cut_is_the_headline_and_says_where_to_begin():
    text = screen(best_cut=None, no_cut=NO_CUT, first_step=FirstStep("orders_order", 5))
    assert f"\n{NO_CUT}\n  Cheapest first step: give orders_order one writer (5 places)\n" in text
    assert "Best cut" not in text
    assert "Next: cutpoint cuts list\n" in text


def test_what_is_doubtful_comes_first():
    settings = some_settings(apps_from="folders")
    spots = [BlindSpot("shop/urls.py", 3, "urls-at-run-time", "a loop")]
    analysis = an_analysis(a_catalog(settings=settings), blind_spots=spots)
    assert len(doubts_of(settings, spots)) == 2
    text = screen(analysis=analysis)
    assert text.index("INSTALLED_APPS") < text.index("Seen:")
    assert "1 further doubt: cutpoint doctor ." in text
    assert "Loosely coupled" not in text
    assert "further doubt" not in screen(analysis=analysis, verbose=True)


def test_nothing_shared_no_app_no_query():
    none = SharedTables(0, 12, (), 0, 0)
    assert "Shared tables: none; each is written by one app" in screen(shared_tables=none)
    assert "No query was seen" in screen(writes_seen=None)
    text = screen(apps=0, models=0, best_cut=None, no_cut="", shared_tables=SharedTables(0, 0, (), 0, 0), separate=())
    assert "No first-party app was found" in text
    assert "Next: cutpoint doctor\n      cutpoint analyze --full" in text


def test_what_is_not_seen_is_never_rounded_away():
    assert "about 99% of writes" in screen(writes_seen=0.9999)
    assert "about 100% of writes" in screen(writes_seen=1.0)


def test_markdown_says_the_same():
    text = markdown_page(first_screen(ANALYSIS, SUMMARY, typed="."))
    for line in (
        "# `acme` · 42 apps",
        "## Best cut: `notifications` (11 models)",
        "`orders_order`",
        "`accounts/signup.py:41`",
    ):
        assert line in text


def test_every_kind_of_query_that_is_not_understood_has_words():
    for kind in words.QUERY_REASONS:
        assert hidden_by(f"query-{kind}") != kind.replace("-", " ")
