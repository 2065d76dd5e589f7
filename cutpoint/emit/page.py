"""What a report for people is made of, before it becomes text for a terminal or Markdown.

Emitters say what there is to read as a `Page`; `plain_page`, `colored_page` and `markdown_page` say how it looks. So
every way of looking at a report says the same.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

import msgspec

from cutpoint.domain.source import Evidence


class Tone(StrEnum):
    """How a piece of a line is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    NAME = "name"
    """A name, path or reason of the analyzed project: never trusted, shown as code in Markdown."""
    COMMAND = "command"
    """Something to type."""
    QUIET = "quiet"
    GOOD = "good"
    BAD = "bad"


class Piece(msgspec.Struct, frozen=True):
    """A part of a line in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]


class Heading(msgspec.Struct, frozen=True):
    """The start of a section; level 1 is the page's own title."""

    line: Line
    level: int = 2


class Paragraph(msgspec.Struct, frozen=True):
    """A sentence or two, wrapped to the width there is."""

    line: Line


class Column(msgspec.Struct, frozen=True):
    """The head of a table's column; numbers stand to the right."""

    title: str
    number: bool = False


class Table(msgspec.Struct, frozen=True):
    """Rows of as many cells as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]


class Entry(msgspec.Struct, frozen=True):
    """One item of a list, and what is to be said about it below."""

    line: Line
    details: tuple[Line, ...] = ()


class Entries(msgspec.Struct, frozen=True):
    """A list of items."""

    entries: tuple[Entry, ...]


class Branch(msgspec.Struct, frozen=True):
    """A line of a tree, and what lies below it."""

    line: Line
    branches: tuple["Branch", ...] = ()


class Tree(msgspec.Struct, frozen=True):
    """Branches inside branches."""

    branches: tuple[Branch, ...]


Block = Heading | Paragraph | Table | Entries | Tree


class Page(msgspec.Struct, frozen=True):
    """Blocks from top to bottom."""

    blocks: tuple[Block, ...]


def line(*parts: str | Piece | Iterable[Piece]) -> Line:
    """A line of *parts*, where a bare text is ours and plain."""
    pieces: list[Piece] = []
    for part in parts:
        match part:
            case str():
                pieces.append(Piece(part))
            case Piece():
                pieces.append(part)
            case _:
                pieces.extend(part)
    return tuple(pieces)


def name(text: str) -> Piece:
    """A foreign string."""
    return Piece(text, Tone.NAME)


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    """*lines* in one, with *between* between them."""
    pieces: list[Piece] = []
    for part in lines:
        if pieces:
            pieces.append(Piece(between))
        pieces.extend(part)
    return tuple(pieces)


def names(texts: Iterable[str], between: str = ", ") -> Line:
    """Foreign strings, with *between* between them."""
    return joined(((name(text),) for text in texts), between)


def command(text: str) -> Piece:
    """Something to type; it may hold foreign strings."""
    return Piece(text, Tone.COMMAND)


def quiet(text: str) -> Piece:
    """An aside of ours."""
    return Piece(text, Tone.QUIET)


def strong(text: str) -> Piece:
    """What the eye should find first."""
    return Piece(text, Tone.STRONG)


def place(evidence: Evidence) -> Piece:
    """Where something was seen, as editors and terminals make it clickable."""
    return name(evidence.path if evidence.line == 0 else f"{evidence.path}:{evidence.line}")


def places(evidence: Iterable[Evidence]) -> Line:
    """Every place in one line."""
    return names((place(item).text for item in evidence), " · ")


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 table`, `1,234 tables`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def topped(blocks: Iterable[Block], most: int) -> Iterator[Block]:
    """*blocks* with the first *most* rows, entries and branches of each list, and how many more there are."""
    for block in blocks:
        match block:
            case Table(columns, rows):
                yield Table(columns, rows[:most])
                left = len(rows) - most
            case Entries(entries):
                yield Entries(entries[:most])
                left = len(entries) - most
            case Tree(branches):
                yield Tree(branches[:most])
                left = len(branches) - most
            case _:
                yield block
                left = 0
        if left > 0:
            yield Paragraph(line(quiet(f"and {left:,} more; --top {most + left} shows all.")))
