"""The page of a verdict: what is new, what changed besides, the debt, what to do."""

import msgspec
import pytest

from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Against, Tally
from cutpoint.emit.page import Page, Paragraph
from cutpoint.emit.terminal_page import plain_page
from cutpoint.emit.verdicts.verdict_page import verdict_headline, verdict_page
from tests.support.odd_texts import harmless, odd_texts
from tests.support.verdicts import (
    a_big_verdict,
    a_finding,
    a_green_verdict,
    a_growth,
    a_hostile_verdict,
    a_key,
    a_red_verdict,
    a_verdict,
    an_empty_verdict,
)


def shown(verdict, **options):
    return plain_page(verdict_page(verdict, **options), width=110)


def section(text, title):
    """The lines of the section whose heading begins with *title*."""
    lines = text.splitlines()
    start = next(number for number, found in enumerate(lines) if found.startswith(title))
    return lines[start : lines.index("", start)]


def test_green_is_short_and_shows_the_debt():
    assert shown(a_green_verdict()) == (
        "cutpoint check: kept\n"
        "\n"
        "  0 new findings, 3 known, against the baseline cutpoint-baseline.\n"
        "\n"
        "Debt between services\n"
        "  from      into    failing rules  other rules\n"
        "  payments  orders              2            1\n"
        "\n"
        "  Unchanged, in all: cross-read 1, cross-write 2.\n"
        "\n"
        "  Exit code 0: kept: nothing new that fails the check.\n"
    )


def test_what_is_judged_as_a_note_fails_nothing_and_is_shown_so():
    session = a_key(target="sessions", subject="django_session")
    page = shown(a_verdict([a_finding(), a_finding(session, 52, severity=Severity.NOTE)]))
    assert section(page, "Debt between services")[2:4] == [
        "  payments  orders                1            0",
        "  payments  sessions              0            1",
    ]


def test_nothing_at_all():
    assert shown(an_empty_verdict()) == (
        "cutpoint check: kept\n"
        "\n"
        "  0 new findings, with no baseline to hold them against.\n"
        "\n"
        "  Exit code 0: kept: nothing new that fails the check.\n"
    )


def test_green_shows_what_changed():
    green = a_red_verdict(new=(), expired=(), unread=(), allow_stale=True)
    text = shown(green)
    assert text.startswith("cutpoint check: kept\n")
    assert section(text, "Moved") == [
        "Moved, not new (1)",
        "  payments.tasks.new_name updates orders_order [cross-write] payments → orders",
        "      was payments.tasks.old_name: 84% of the body is the same",
    ]
    assert section(text, "Stale")[1].endswith("[cross-write] payments → orders, 1 of 2")
    assert "  cutpoint baseline update .\n" in text


def test_a_new_finding_says_evidence_meaning_and_move():
    assert section(shown(a_red_verdict()), "New, and fails")[:6] == [
        "New, and fails the check (2)",
        "  payments/tasks.py:70 deletes orders_order [cross-write] payments → orders",
        "      orders owns orders_order: with a second writer neither can leave.",
        "      Call orders.api that does it.",
        "      orders/models.py:9 orders.Order declares orders_order",
        "      orders/sync.py:12 orders.sync.push updates orders_order",
    ]


def test_of_places_alike_it_is_said_that_one_is_new():
    assert "      of 2 that look the same, 1 is new: payments/tasks.py:41 · payments/tasks.py:52\n" in shown(
        a_red_verdict()
    )


def test_one_place_that_does_it_twice_is_no_list_of_places():
    twice = (a_finding(), a_finding())
    text = shown(a_verdict(twice, new=(a_growth(*twice, accepted=1),)))
    assert "of 2 that look the same, 1 is new: payments/tasks.py:41\n" in text
    assert text.splitlines()[2] == "  1 new finding, 1 known, against the baseline cutpoint-baseline."


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("New, a warning", "  payments/models.py:7 fks orders_order"),
        ("Expired", "  payments.tasks.late updates orders_order"),
        ("Not read", "  payments/broken.py: invalid syntax"),
        ("Gone", "  payments.tasks.shown reads orders_order"),
        ("Newly seen", "  payments/tasks.py:90 updates orders_order"),
        ("New blind spots", "  payments.legacy: query-unknown-model: the model is not known (2 times)"),
        ("Notes", "  cutpoint-baseline/cross-write.jsonl:4 doesn't end with a newline"),
    ],
)
def test_every_part_has_its_section(title, says):
    assert section(shown(a_red_verdict()), title)[1].startswith(says)


def test_notes_and_comments_are_shown_on_request():
    assert "  New, only noted: cross-read 1 (-v shows them).\n" in shown(a_red_verdict())
    verbose = shown(a_red_verdict(), verbose=True)
    assert section(verbose, "New, only noted (1)")[1].startswith("  payments/tasks.py:80 reads orders_order")
    assert "      because the owner asked for it" in section(verbose, "Ignored by comments")


def test_the_trend_of_each_pair():
    tallies = (Tally("billing", "shop", "cross-write", 9, 9), Tally("a", "b", "cross-write", 12, 10))
    text = shown(a_green_verdict(tallies=tallies))
    assert section(text, "Debt")[2:] == [
        "  a        b      12 → 10 (-2)            0",
        "  billing  shop              9            0",
    ]
    assert "  In all: cross-write 21 → 19 (-2).\n" in text


def test_a_pair_that_is_severe_by_configuration_counts_as_failing():
    key = a_key(rule="cross-read", action="read")
    text = shown(a_verdict([a_finding(key, severity=Severity.ERROR)]))
    assert section(text, "Debt")[2] == "  payments  orders              1            0"


def test_what_to_do_is_said_with_what_was_typed():
    text = shown(a_red_verdict(), typed="src --settings a.b")
    assert section(text, "Next")[1::2][:5] == [
        "  # cutpoint: ignore[cross-write] -- why",
        '  cutpoint baseline update src --settings a.b --accept-new --reason "…"',
        "  cutpoint baseline show src --settings a.b",
        "  cutpoint baseline update src --settings a.b",
        "  cutpoint check src --settings a.b --allow-incomplete",
    ]


def test_against_nothing_a_baseline_is_proposed():
    text = shown(a_verdict(new=(a_growth(a_finding()),), against=Against.NOTHING))
    assert "  cutpoint baseline create .\n" in text
    assert "--accept-new" not in text
    assert section(text, "Debt")[2].split() == ["payments", "orders", "1", "0"]


def test_against_a_revision_nothing_is_stale():
    text = shown(a_red_verdict(against=Against.REVISION, name="a b", expired=()))
    assert "Stale" not in text
    assert "Gone (2)" in text
    assert "cutpoint check --since 'a b' . -v" in text


@pytest.mark.parametrize(
    ("parts", "ending"),
    [
        ({}, "Exit code 1: broken: 2 new findings of rules that fail the check."),
        ({"new": ()}, "Exit code 3: incomplete: 1 file or folder could not be read."),
        ({"new": (), "unread": ()}, "Exit code 4: 1 entry expired and 1 entry stale in the baseline."),
        ({"new": (), "unread": (), "expired": ()}, "Exit code 4: 1 entry stale in the baseline."),
        ({"new": (), "unread": (), "allow_stale": True}, "Exit code 4: 1 entry expired in the baseline."),
        (
            {"new": (), "unread": (), "expired": (), "allow_stale": True},
            "Exit code 0: kept: nothing new that fails the check.",
        ),
    ],
)
def test_the_last_line_says_why_it_ends_so(parts, ending):
    assert shown(a_red_verdict(**parts)).splitlines()[-1] == f"  {ending}"


@pytest.mark.parametrize(
    ("severities", "says"),
    [
        ([Severity.ERROR], "1 new finding,"),
        ([Severity.ERROR, Severity.NOTE], "2 new findings (1 of them fails),"),
        ([Severity.ERROR, Severity.ERROR, Severity.NOTE], "3 new findings (2 of them fail),"),
        ([Severity.NOTE], "1 new finding (none of them fails),"),
    ],
)
def test_the_summary_says_how_many_fail(severities, says):
    found = [a_finding(a_key(f"f{n}"), severity=severity) for n, severity in enumerate(severities)]
    assert says in shown(a_verdict(new=tuple(map(a_growth, found)))).splitlines()[2]


def test_long_lists_are_cut_and_counted():
    text = shown(a_big_verdict(130))
    assert "  … and 50 more: -v shows all\n" in text
    assert "  … and 90 pairs of services more: -v shows all\n" in text
    assert "… and" not in shown(a_big_verdict(130), verbose=True)


def test_places_that_do_it_several_times_count_each():
    twice = msgspec.structs.replace(a_finding(), times=3)
    assert "3 new findings, against" in shown(a_verdict([twice], new=[a_growth(twice)]))
    assert "1 new finding, 2 known, against" in shown(a_verdict([twice], new=[a_growth(twice, accepted=2)]))


def test_the_headline_is_one_line():
    text = plain_page(Page((Paragraph(verdict_headline(a_green_verdict())),)), width=10_000)
    assert text == "  cutpoint check: kept: 0 new findings, 3 known, against the baseline cutpoint-baseline.\n"


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_steer_nothing(text):
    assert harmless(shown(a_hostile_verdict(text), verbose=True))


def test_what_several_findings_share_is_said_once():
    growths = tuple(sorted(a_growth(a_finding(a_key(f"f{n}"), n)) for n in range(1, 15)))
    lines = section(shown(a_verdict(new=growths)), "New, and fails")
    assert lines[1] == "  14 findings [cross-write] payments → orders"
    assert sum("with a second writer neither can leave" in line for line in lines) == 1
    assert next(line for line in lines if "tasks.py" in line).startswith("      payments/tasks.py:1 ")
    assert lines[-1] == "      and 4 more"
    whole = section(shown(a_verdict(new=growths), verbose=True), "New, and fails")
    assert sum("with a second writer neither can leave" in line for line in whole) == 14
