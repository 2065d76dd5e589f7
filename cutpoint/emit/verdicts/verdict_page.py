"""Verdict → the page that people read: what is new first, then what changed besides, the debt, and what to do next."""

from collections.abc import Iterator

from cutpoint.domain.verdict import Against, Verdict
from cutpoint.emit.page import Block, Entries, Heading, Line, Page, Paragraph, Piece, Tone, count, line, name, quiet
from cutpoint.emit.verdicts.debt_section import debt_section
from cutpoint.emit.verdicts.endings import ending_of, status_of
from cutpoint.emit.verdicts.next_moves import next_moves
from cutpoint.emit.verdicts.sections import Section, new_sections, noted, number_of, other_sections

_MOST_NEW = 50
_MOST = 10


def verdict_page(verdict: Verdict, *, typed: str = ".", verbose: bool = False) -> Page:
    """*verdict* as a page; *verbose* shows all instead of the first few, and each note.

    *typed* is the path with its options as typed and quoted: what commands are shown with.
    """
    return Page(
        (
            Heading(line("cutpoint check: ", status_piece(verdict)), level=1),
            Paragraph(summary_of(verdict)),
            *_sections(verdict, verbose=verbose),
            *debt_section(verdict, verbose=verbose),
            *next_moves(verdict, typed=typed, verbose=verbose),
            Paragraph(last_line(verdict)),
        )
    )


def verdict_headline(verdict: Verdict) -> Line:
    """The whole result in one line."""
    return line("cutpoint check: ", status_piece(verdict), ": ", summary_of(verdict))


def status_piece(verdict: Verdict) -> Piece:
    """The verdict in one word."""
    return Piece(status_of(verdict), Tone.BAD if verdict.exit_code else Tone.GOOD)


def summary_of(verdict: Verdict) -> Line:
    """The numbers: `3 new findings, 2 accepted, 1 gone, against the baseline cutpoint-baseline`."""
    new, newly_seen = number_of(verdict.new), number_of(verdict.newly_seen)
    failing = number_of(verdict.broken)
    parts = [f"{count(new, 'new finding')}{_failing(new, failing)}"]
    for number, word in (
        (newly_seen, "newly seen"),
        (sum(moved.count for moved in verdict.moved), "moved"),
        (sum(gone.count for gone in verdict.gone), "gone"),
        (sum(finding.times for finding in verdict.findings) - new - newly_seen, "known"),
        (len(verdict.suppressed), "ignored by comments"),
    ):
        if number:
            parts.append(f"{number:,} {word}")
    return line(", ".join(parts), ", ", *_compared_with(verdict), ".")


def _failing(new: int, failing: int) -> str:
    if failing == new:
        return ""
    return f" ({failing:,} of them {'fails' if failing == 1 else 'fail'})" if failing else " (none of them fails)"


def last_line(verdict: Verdict) -> Line:
    """The exit code, and what it means."""
    return line(f"Exit code {verdict.exit_code}: {ending_of(verdict)}.")


def _compared_with(verdict: Verdict) -> Line:
    match verdict.against:
        case Against.BASELINE:
            return line("against the baseline ", name(verdict.name))
        case Against.REVISION:
            return line("against ", name(verdict.name))
        case _:
            return line("with no baseline to hold them against")


def _sections(verdict: Verdict, *, verbose: bool) -> Iterator[Block]:
    for section in new_sections(verdict, notes=verbose):
        yield from _section(section, None if verbose else _MOST_NEW)
    counted = noted(verdict)
    if counted and not verbose:
        yield Paragraph(line(f"New, only noted: {counted} ", quiet("(-v shows them)"), "."))
    for section in other_sections(verdict, verbose=verbose):
        yield from _section(section, None if verbose else _MOST)


def _section(section: Section, most: int | None) -> Iterator[Block]:
    yield Heading(line(f"{section.title} ({section.number:,})"))
    shown = section.items[:most]
    yield Entries(tuple(item() for item in shown))
    if len(shown) < len(section.items):
        yield Paragraph(line(quiet(f"… and {len(section.items) - len(shown):,} more: -v shows all")))
