"""Verdict → Markdown for one comment in a pull request, which later runs replace: they find it by its first line.

A comment on GitHub holds 65,536 characters; this one never has more than 60,000 bytes, and says how much it leaves out.
"""

from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from cutpoint.domain.verdict import Growth, Verdict
from cutpoint.emit.doubts import with_doubts
from cutpoint.emit.markdown_page import markdown_page, markdown_row
from cutpoint.emit.page import Block, Branch, Entries, Entry, Heading, Line, Page, Paragraph, Table, Tree, line, name
from cutpoint.emit.verdicts.debt_section import debt_section
from cutpoint.emit.verdicts.next_moves import next_moves
from cutpoint.emit.verdicts.sections import Section, new_sections, noted, other_sections
from cutpoint.emit.verdicts.sentences import shortened
from cutpoint.emit.verdicts.verdict_page import last_line, status_piece, summary_of

MARKER = "<!-- cutpoint: verdict -->"
MOST_BYTES = 60_000
_ROOM_FOR_MORE = 60
"""Bytes of the line that says how many rows are left out."""
_MOST_OF_A_PIECE = 200
_SHARE = 0.5
_HEAD_OF_TABLE = "| where | what | from → to | rule |\n| --- | --- | --- | --- |\n"


class _Part(NamedTuple):
    """Text before, rows of which as many are shown as fit, text after."""

    before: str
    rows: Iterator[str] = iter(())
    number: int = 0
    """How many rows there are."""
    after: str = "\n"
    share: float = 1.0
    """Of the room that is left, so that a long table leaves some to what comes behind it."""


def verdict_markdown(verdict: Verdict, *, typed: str = ".", verbose: bool = False) -> str:
    """*verdict* as a comment; *typed* is the path with its options as typed and quoted."""
    parts = [*_parts(verdict, shortened(typed, 500), verbose=verbose)]
    room = MOST_BYTES - sum(_size(part.before) + _size(part.after) + _ROOM_FOR_MORE for part in parts)
    texts: list[str] = []
    for part in parts:
        shown: list[str] = []
        budget = int(room * part.share)
        for row in part.rows:
            budget -= _size(row)
            if budget < 0:
                break
            room -= _size(row)
            shown.append(row)
        left = part.number - len(shown)
        more = f"\n… and {left:,} more, left out here.\n" if left else ""
        texts += [part.before, *shown, more, part.after]
    return "".join(texts).rstrip() + "\n"


def _parts(verdict: Verdict, typed: str, *, verbose: bool) -> Iterator[_Part]:
    title = Page(
        (Heading(line("cutpoint check: ", status_piece(verdict))), Paragraph(_short_line(summary_of(verdict))))
    )
    yield _Part(f"{MARKER}\n{markdown_page(_short_page(with_doubts(title, verdict.doubts)))}")
    failing = [*verdict.broken]
    if failing:
        head = f"### New, and fails the check\n\n{_HEAD_OF_TABLE}"
        yield _Part(head, map(_row, failing), len(failing), share=_SHARE)
    for section in new_sections(verdict, notes=verbose):
        yield _details(section, "Why, and what could be done: " if section.title.endswith("fails the check") else "")
    counted = noted(verdict)
    if counted and not verbose:
        yield _Part(markdown_page(Page((Paragraph(line(f"New, only noted: {counted}.")),))))
    for section in other_sections(verdict, verbose=verbose):
        yield _details(section)
    blocks = (*debt_section(verdict, verbose=False), *next_moves(verdict, typed=typed, verbose=True))
    yield _Part(markdown_page(_short_page(Page((*blocks, Paragraph(last_line(verdict)))))))


def _details(section: Section, before: str = "") -> _Part:
    # Without the empty line after the summary, what follows would be no Markdown.
    title = f"{before}{section.title.lower() if before else section.title} ({section.number:,})"
    head = f"<details>\n<summary>{title}</summary>\n\n"
    rows = (_item(item()) for item in section.items)
    return _Part(head, rows, len(section.items), "\n</details>\n\n", _SHARE)


def _row(growth: Growth) -> str:
    finding = growth.findings[-1]
    key = growth.key
    times = f" ({growth.count:,} times)" if growth.count > 1 else ""
    cells = (
        line(name(f"{finding.place.path}:{finding.place.line}")),
        line(finding.evidence, times),
        line(name(key.source), " → ", name(key.target)),
        line(key.rule),
    )
    return markdown_row(tuple(_short_line(cell) for cell in cells)) + "\n"


def _item(entry: Entry) -> str:
    return markdown_page(_short_page(Page((Entries((entry,)),))))


def _short_page(page: Page) -> Page:
    return msgspec.structs.replace(page, blocks=tuple(map(_short_block, page.blocks)))


def _short_block(block: Block) -> Block:
    match block:
        case Heading(line=said) | Paragraph(line=said):
            return msgspec.structs.replace(block, line=_short_line(said))
        case Table(rows=rows):
            return msgspec.structs.replace(block, rows=tuple(tuple(map(_short_line, row)) for row in rows))
        case Entries(entries=entries):
            return Entries(
                tuple(Entry(_short_line(entry.line), tuple(map(_short_line, entry.details))) for entry in entries)
            )
        case Tree(branches=branches):
            return Tree(tuple(map(_short_branch, branches)))


def _short_branch(branch: Branch) -> Branch:
    return Branch(_short_line(branch.line), tuple(map(_short_branch, branch.branches)))


def _short_line(said: Line) -> Line:
    """A name may be as long as a file, and there are only so many pieces in a line."""
    return tuple(msgspec.structs.replace(piece, text=shortened(piece.text, _MOST_OF_A_PIECE)) for piece in said)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
