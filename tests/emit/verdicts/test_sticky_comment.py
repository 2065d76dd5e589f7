"""The comment in a pull request: found again, short enough, harmless."""

import pytest

from cutpoint.emit.safe import safe
from cutpoint.emit.verdicts.sentences import shortened
from cutpoint.emit.verdicts.sticky_comment import MARKER, verdict_markdown
from tests.support.markdown_read import codes_of, tables_of
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


@pytest.mark.parametrize("verdict", [an_empty_verdict(), a_green_verdict(), a_red_verdict()])
def test_the_first_line_is_the_one_by_which_it_is_found(verdict):
    assert verdict_markdown(verdict).splitlines()[0] == "<!-- cutpoint: verdict -->" == MARKER


def test_green_is_short():
    assert verdict_markdown(a_green_verdict()).splitlines()[1:5] == [
        "## cutpoint check: kept",
        "",
        "0 new findings, 3 known, against the baseline `cutpoint-baseline`.",
        "",
    ]
    assert "<details>" not in verdict_markdown(a_green_verdict())


def test_what_fails_is_a_table_and_the_rest_is_folded():
    text = verdict_markdown(a_red_verdict())
    assert (
        "| `payments/tasks.py:70` | deletes orders\\_order | `payments` → `orders` | cross-write |\n"
        "| `payments/tasks.py:52` | updates orders\\_order | `payments` → `orders` | cross-write |\n"
    ) in text
    assert text.count("<details>") == text.count("</details>") == 10
    assert "<summary>Moved, not new (1)</summary>\n\n- `payments.tasks.new_name`" in text
    assert "left out" not in text


@pytest.mark.parametrize("number", [2_000, 50_000])
def test_it_always_fits_and_says_what_is_left_out(number):
    text = verdict_markdown(a_big_verdict(number))
    assert 40_000 < len(text.encode()) <= 60_000
    shown = text.count("| cross-write |")
    assert f"\n… and {number - shown:,} more, left out here.\n" in text
    assert text.count("<details>") == text.count("</details>")
    assert "  - Call t0.api that does it.\n" in text
    assert text.endswith(f"Exit code 1: broken: {number:,} new findings of rules that fail the check.\n")


def test_what_fits_is_not_cut():
    text = verdict_markdown(a_big_verdict(60))
    assert "left out" not in text
    assert text.count("Call t0.api") == 10 == text.count("`t0` | cross-write |")


def test_endless_names_fit_too():
    names = ["本" * 70_000, "`|" * 30_000, "@" * 60_000]
    found = [a_finding(a_key(name, source=name, target=name), path=name, evidence=name, move=name) for name in names]
    text = verdict_markdown(a_verdict(new=tuple(map(a_growth, found)), unread=tuple(names), notes=tuple(names)))
    assert len(text.encode()) <= 60_000
    assert set(tables_of(text)) == {4}


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_are_shown_and_do_nothing(text):
    comment = verdict_markdown(a_hostile_verdict(text), verbose=True)
    assert harmless(comment)
    codes = codes_of(comment)
    assert set(tables_of(comment)) == {4}
    reason = shortened(safe(text), 200)
    if reason.strip():
        assert reason.strip() in [code.strip() for code in codes] or "  " in reason
