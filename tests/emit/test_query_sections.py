"""What there is to say about queries."""

import msgspec

from cutpoint.domain.access import QueryResolution, Reason
from cutpoint.domain.coverage import Coverage, CoverageCause
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.emit.blind_spot_section import blind_spots
from cutpoint.emit.page import Page
from cutpoint.emit.query_sections import coverage_block, found_queries, query_blind_spots, who_writes_what
from cutpoint.emit.terminal_page import plain_page
from tests.support.bookshop import a_bookshop
from tests.support.builders import a_catalog, a_model, an_access, an_analysis, an_app


def said(section, analysis, **options):
    return " ".join(plain_page(Page(tuple(section(analysis, **options))), width=200).split())


def test_nothing_is_said_when_nobody_has_looked():
    assert [*found_queries(an_analysis()), *who_writes_what(an_analysis()), *query_blind_spots(an_analysis())] == []


def test_the_overview_counts():
    assert said(found_queries, a_bookshop()) == (
        "12 accesses to tables, 9 writes among them; 2 shared tables. "
        "Only possible, and counted nowhere else: 1 access."
    )


def test_the_coverage_is_told_with_the_three_causes_that_cost_most():
    causes = [
        CoverageCause(kind, share, (Evidence("shop/x.py", 3),), "--packages")
        for kind, share in (("query-library", 0.06), ("possible", 0.02), ("query-exec", 0.01), ("query-value", 0.01))
    ]
    analysis = msgspec.structs.replace(a_bookshop(), coverage=Coverage(0.9, 1.0, tuple(causes)))
    told = said(coverage_block, analysis)
    assert told.startswith("An estimated 90% of the writes by statements of this code are told here; most of the rest")
    assert "query-library 6.0%, first at shop/x.py:3; --packages would show it" in told
    assert "query-exec" in told and "query-value" not in told


def test_a_rate_of_nothing_is_not_told():
    assert said(found_queries, an_analysis(accesses=[an_access("read shop_order")])) == (
        "1 access to tables, 0 writes among them; 0 shared tables."
    )


def test_who_writes_most_of_what_is_others_comes_first():
    text = said(who_writes_what, a_bookshop())
    assert "billing 1 2 orders 2 code outside of apps 0 2 orders 1, unmanaged tables 1 orders 2 1 billing 1" in text


def test_a_place_counts_once_for_each_owner():
    catalog = a_catalog(apps=[an_app("shop")], models=[a_model("a.A"), a_model("a.B"), a_model("b.C")])
    accesses = [an_access(f"update {table}") for table in ("a_a", "a_b", "b_c")]
    text = said(who_writes_what, an_analysis(catalog, accesses=accesses))
    assert "shop 0 2 a 1, b 1" in text


def test_no_writes_are_said_in_words():
    assert "No write was seen." in said(who_writes_what, an_analysis(accesses=[an_access("read shop_order")]))


def test_many_apps_and_many_owners_are_shown_only_when_asked_for():
    labels = [f"a{index:02}" for index in range(20)]
    catalog = a_catalog(models=[a_model(f"{label}.M") for label in labels])
    accesses = [an_access(f"update {owner}_m", f"{app}/x.py:1") for app in labels for owner in labels]
    analysis = an_analysis(catalog, accesses=accesses)
    short, long = said(who_writes_what, analysis), said(who_writes_what, analysis, verbose=True)
    assert "and 13 more" in short and "and 8 more apps; -v shows all." in short
    assert "more" not in long


def test_blind_spots_of_queries_by_reason_with_their_places():
    spots = [BlindSpot("x.py", line, "unknown-receiver", "thing") for line in (1, 2, 3)]
    resolution = QueryResolution(10, 6, (Reason("unknown-receiver", 3), Reason("too-wide", 1)))
    analysis = an_analysis(blind_spots=spots, query_resolution=resolution)
    text = said(query_blind_spots, analysis)
    assert "Blind spots of queries (4) unknown-receiver 3 x.py:1 thing x.py:2 thing and 1 more place" in text
    assert "too-wide 1 Of 10 places that look like queries, 60.0% were understood" in text
    assert "x.py:3" in said(query_blind_spots, analysis, verbose=True)


def test_they_are_not_told_again_among_the_others():
    assert "unknown-receiver" not in said(blind_spots, a_bookshop())
    assert "Blind spots (3)" in said(blind_spots, a_bookshop())


def test_queries_without_blind_spots():
    analysis = an_analysis(query_resolution=QueryResolution(5, 5, ()))
    assert said(query_blind_spots, analysis) == (
        "Blind spots of queries (0) None: of 5 places that look like queries, 100.0% were understood."
    )
