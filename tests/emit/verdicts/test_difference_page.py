"""What changed in coupling, as prose."""

import pytest

from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Against, Gone, Tally
from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.terminal_page import plain_page
from cutpoint.emit.verdicts.difference_page import difference_page
from tests.support.markdown_read import codes_of
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
    an_entry,
)


def shown(verdict, **options):
    return plain_page(difference_page(verdict, **options), width=110)


def against(name="main", **parts):
    return {"against": Against.REVISION, "name": name, **parts}


def test_nothing_changed():
    assert shown(a_green_verdict(**against())) == (
        "Coupling since main\n\n  Nothing changed in what services need of each other.\n"
    )


def test_only_moved():
    verdict = a_red_verdict(new=(), gone=(), newly_seen=(), expired=(), new_spots=(), unread=(), notes=(), **against())
    assert "  Nothing changed in what services need of each other; 1 finding only moved.\n" in shown(verdict)
    assert "  Moved: payments.tasks.new_name updates orders_order [cross-write]\n" in shown(verdict)


def test_new_gone_and_moved_by_pair_of_services_what_fails_first():
    lines = shown(a_red_verdict(**against(expired=(), newly_seen=()))).splitlines()
    assert lines[2].startswith("  4 new and 2 gone, 1 only moved. In all: cross-read 0 → 1 (+1), ")
    assert (
        lines[5:8]
        == [
            "payments → orders",
            "  payments needs more of orders; failing rules 3 → 6 (+3), others 0 → 2 (+2).",
            "",
        ]
        or lines[5]
    )
    kinds = [text.split(":")[0].strip() for text in lines if text.startswith(("  New: ", "  Gone: ", "  Moved: "))]
    assert kinds == ["New"] * 4 + ["Gone"] * 2 + ["Moved"]
    first = next(number for number, text in enumerate(lines) if text.startswith("  New: "))
    assert lines[first : first + 3] == [
        "  New: payments.tasks.refund deletes from orders_order [cross-write]",
        "      at payments/tasks.py:70",
        "      Call orders.api that does it.",
    ]


@pytest.mark.parametrize(
    ("tallies", "says"),
    [
        ((Tally("payments", "orders", "cross-write", 1, 0),), "payments no longer needs orders; "),
        ((Tally("payments", "orders", "cross-write", 2, 1),), "payments needs less of orders; "),
    ],
)
def test_less_is_said_as_less(tallies, says):
    verdict = a_verdict(gone=(Gone(an_entry(), 0, Severity.ERROR),), tallies=tallies, **against())
    assert says in shown(verdict)


def test_a_first_need_is_said_as_such():
    verdict = a_verdict(new=(a_growth(a_finding()),), **against())
    assert "  payments now needs orders; failing rules 0 → 1 (+1), others 0.\n" in shown(verdict)


def test_long_lists_are_cut_and_counted():
    text = shown(a_big_verdict(3_000))
    assert "  … and 20 more: -v shows all\n" in text
    assert "  … and 80 pairs of services more: -v shows all\n" in text
    assert "… and" not in shown(a_verdict(new=(a_growth(a_finding(a_key("f"))),), **against()), verbose=True)


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_do_nothing(text):
    page = difference_page(a_hostile_verdict(text), verbose=True)
    assert harmless(plain_page(page))
    markdown = markdown_page(page)
    assert harmless(markdown)
    codes_of(markdown)
