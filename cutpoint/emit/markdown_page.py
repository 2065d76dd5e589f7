"""Page → Markdown for a wiki or a pull request: foreign strings can neither break a table nor become markup or mentions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cutpoint.emit.page import Block, Branch, Entries, Heading, Line, Page, Paragraph, Piece, Table, Tone, Tree
from cutpoint.emit.safe import safe

_MARKUP = re.compile(r"[\\`*_\[\]<>|~#&@!]")
_CALLS = re.compile(r"@(?=\w)|#(?=\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
_BACKTICKS = re.compile(r"`+")


def markdown_page(page: Page) -> str:
    """*page* as GitHub-flavored Markdown, with a newline at the end."""
    return "\n".join(_lines(page)) + "\n"


def markdown_row(cells: tuple[Line, ...]) -> str:
    """A row of a table."""
    return _row(_text(cell, in_table=True) for cell in cells)


def _lines(page: Page) -> Iterator[str]:
    for before, block in pairwise((None, *page.blocks)):
        if before is not None:
            yield ""
        if block is not None:
            yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(line=line, level=level):
            yield f"{'#' * level} {_text(line)}"
        case Paragraph(line=line):
            yield _text(line)
        case Table(columns=columns, rows=rows):
            yield _row(column.title for column in columns)
            yield _row("---:" if column.number else "---" for column in columns)
            for row in rows:
                yield _row(_text(cell, in_table=True) for cell in row)
        case Entries(entries=entries):
            for entry in entries:
                yield f"- {_text(entry.line)}"
                for detail in entry.details:
                    yield f"  - {_text(detail)}"
        case Tree(branches=branches):
            for branch in branches:
                yield from _branch(branch, "")


def _branch(branch: Branch, indent: str) -> Iterator[str]:
    yield f"{indent}- {_text(branch.line)}"
    for inner in branch.branches:
        yield from _branch(inner, f"{indent}  ")


def _row(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(line: Line, *, in_table: bool = False) -> str:
    return "".join(_piece(piece, in_table=in_table) for piece in line).strip()


def _piece(piece: Piece, *, in_table: bool) -> str:
    text = safe(piece.text)
    match piece.tone:
        case Tone.NAME | Tone.COMMAND:
            return _code(text, in_table=in_table)
        case Tone.STRONG if text.strip():
            # Blanks beside the asterisks would leave them as they are.
            inner = text.strip()
            before, _, after = text.partition(inner)
            return f"{before}**{_escaped(inner)}**{after}"
        case _:
            return _escaped(text)


def _code(text: str, *, in_table: bool) -> str:
    if not text.strip():
        return "(empty)"
    # A code span ends at as many backticks as it began with, and inside a table even there `|` ends the cell.
    fence = "`" * (1 + max((len(run) for run in _BACKTICKS.findall(text)), default=0))
    padding = " " if "`" in (text[0], text[-1]) else ""
    inner = text.replace("|", "\\|") if in_table else text
    return f"{fence}{padding}{inner}{padding}{fence}"


def _escaped(text: str) -> str:
    return _CALLS.sub(_uncalled, _MARKUP.sub(lambda found: "\\" + found[0], text))


def _uncalled(found: re.Match[str]) -> str:
    # Escaped or not, services make links of addresses, and notify whom an @ names: only another character in between
    # keeps them from it, and this one has no width.
    return f"{found[0]}&#8203;"
