"""Page → text for a terminal, a pipe or a file: wrapped to a width, never cut, so that every path can be copied."""

import io
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from cutpoint.emit.page import Block, Branch, Entries, Heading, Line, Page, Paragraph, Piece, Table, Tone, Tree
from cutpoint.emit.safe import safe

_INDENT = Piece("  ")
_GUTTER = 2
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.NAME: "cyan",
    Tone.COMMAND: "green",
    Tone.QUIET: "dim",
    Tone.GOOD: "green",
    Tone.BAD: "yellow",
}


def plain_page(page: Page, width: int = 80) -> str:
    """*page* as plain text of about *width* columns, with a newline at the end; only what can't be broken is longer."""
    return "".join(f"{_flat(line).rstrip()}\n" for line in _lines(page, width))


def colored_page(page: Page, width: int = 80) -> str:
    """The same text as `plain_page`, with color for a terminal."""
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=width, color_system="standard", highlight=False, emoji=False)
    for line in _lines(page, width):
        text = Text()
        for tone, run in groupby(line, key=lambda piece: piece.tone):
            text.append("".join(piece.text for piece in run), _STYLES[tone])
        text.rstrip()
        console.print(text, soft_wrap=True)
    return out.getvalue()


def _lines(page: Page, width: int) -> Iterator[Line]:
    for before, block in pairwise((None, *page.blocks)):
        # A section's first block stands close to its heading.
        if before is not None and not (isinstance(before, Heading) and before.level > 1):
            yield ()
        if block is not None:
            yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Line]:
    match block:
        case Heading(line=line):
            yield from _wrapped([Piece(piece.text, _loud(piece.tone)) for piece in line], width, "", "  ")
        case Paragraph(line=line):
            yield from _wrapped(line, width, "  ", "  ")
        case Table():
            yield from _table(block, width)
        case Entries(entries=entries):
            for entry in entries:
                yield from _wrapped(entry.line, width, "  ", "    ")
                for detail in entry.details:
                    yield from _wrapped(detail, width, "      ", "        ")
        case Tree(branches=branches):
            for branch in branches:
                yield from _branch(branch, width, "  ", "  ")


def _branch(branch: Branch, width: int, first: str, later: str) -> Iterator[Line]:
    # Deep trees keep some width for words.
    room = max(width, len(first) + 40)
    yield from _wrapped(branch.line, room, first, f"{later}│    " if branch.branches else f"{later}     ")
    for index, inner in enumerate(branch.branches):
        is_last = index + 1 == len(branch.branches)
        yield from _branch(
            inner, width, f"{later}{'└─ ' if is_last else '├─ '}", f"{later}{'   ' if is_last else '│  '}"
        )


def _loud(tone: Tone) -> Tone:
    return Tone.STRONG if tone is Tone.PLAIN else tone


def _table(table: Table, width: int) -> Iterator[Line]:
    head = tuple((Piece(column.title, Tone.QUIET),) for column in table.columns)
    rows = [tuple(_made_safe(cell) for cell in row) for row in (head, *table.rows)]
    widths = [max(_cells(row[index]) for row in rows) for index in range(len(table.columns))]
    # A last column that does not fit beside the others goes below them, in every row alike.
    room = width - len(_INDENT.text) - sum(widths[:-1]) - _GUTTER * (len(widths) - 1)
    fits = widths[-1] <= room or len(widths) == 1
    for row in rows:
        pieces: list[Piece] = [_INDENT]
        for column, cell, size in zip(table.columns[:-1], row[:-1], widths[:-1], strict=True):
            pieces.extend(_padded(cell, size, to_the_right=column.number))
            pieces.append(Piece(" " * _GUTTER))
        if table.columns[-1].number:
            yield (*pieces, *_padded(row[-1], widths[-1], to_the_right=True))
        elif fits:
            yield (*pieces, *row[-1])
        else:
            yield tuple(pieces)
            yield from _wrapped(row[-1], width, "      ", "      ")


def _padded(cell: Line, size: int, *, to_the_right: bool) -> Line:
    blank = Piece(" " * (size - _cells(cell)))
    return (blank, *cell) if to_the_right else (*cell, blank)


def _wrapped(line: Iterable[Piece], width: int, first: str, later: str) -> Iterator[Line]:
    current: list[Piece] = [Piece(first)]
    used = len(first)
    fresh = True
    for space, word in _words(_made_safe(line)):
        size = _cells(word)
        if not fresh and used + space + size > width:
            yield tuple(current)
            current, used, fresh = [Piece(later)], len(later), True
        if space and not fresh:
            # A space between two words of one tone has it too, so that a run of them is one run of color.
            same = current[-1].tone == word[0].tone
            current.append(Piece(" " * space, word[0].tone if same else Tone.PLAIN))
            used += space
        current.extend(word)
        used += size
        fresh = False
    yield tuple(current)


def _words(line: Iterable[Piece]) -> Iterator[tuple[int, Line]]:
    """The words of *line* with the spaces before them; a word may be of several tones (a name and its comma)."""
    word: list[Piece] = []
    spaces = 0
    for piece in line:
        for index, part in enumerate(piece.text.split(" ")):
            if index:
                if word:
                    yield spaces, tuple(word)
                    word, spaces = [], 0
                spaces += 1
            if part:
                word.append(Piece(part, piece.tone))
    if word:
        yield spaces, tuple(word)


def _made_safe(line: Iterable[Piece]) -> Line:
    pieces = tuple(Piece(safe(piece.text), piece.tone) for piece in line)
    flat = _flat(pieces)
    whole = safe(flat)
    # Pieces that are harmless each may be a command together: a name that is `:` and the colon behind it.
    return pieces if whole == flat else (Piece(whole, pieces[0].tone),)


def _flat(line: Line) -> str:
    return "".join(piece.text for piece in line)


def _cells(line: Line) -> int:
    return sum(len(piece.text) if piece.text.isascii() else sum(map(_cell, piece.text)) for piece in line)


def _cell(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
