"""Analysis → the section about shared tables: who writes each, who should own it, and what to move for one writer."""

from collections.abc import Iterator

from cutpoint.domain.access import Bucket, SharedTable, TableUse
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import Evidence
from cutpoint.emit.access_lines import app_name, looked_at_queries, users
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, Paragraph, count, joined, line, name, places, quiet

_MOST_TABLES = 8
_MOST_WRITERS = 6
_MOST_PLACES = 3


def shared_tables(analysis: Analysis, *, verbose: bool = False) -> Iterator[Block]:
    """Tables of ours that several apps write, those with most to move first; those of frameworks in one sentence."""
    if not looked_at_queries(analysis):
        return
    own = sorted(shared_of_ours(analysis), key=lambda table: (-table.sites_to_move, -len(table.writers), table.table))
    yield Heading(line(f"Shared tables ({len(own):,})"))
    if own:
        shown = own if verbose else own[:_MOST_TABLES]
        yield Entries(tuple(_entry(table, verbose=verbose) for table in shown))
        if len(shown) < len(own):
            yield Paragraph(line(quiet(f"and {count(len(own) - len(shown), 'more table')}; -v shows all.")))
        total = len({place for table in own for move in table.moves for place in move.evidence})
        yield Paragraph(
            line(
                f"One writer for each table takes {count(total, 'place')} to move: route these writes through the owner."
            )
        )
    else:
        yield Paragraph(line("None: no first-party table is written by more than one app."))
    yield from _frameworks([table for table in analysis.shared_tables if table.bucket is Bucket.FRAMEWORK])


def shared_of_ours(analysis: Analysis) -> list[SharedTable]:
    """Shared tables that are not a framework's."""
    return [table for table in analysis.shared_tables if table.bucket is Bucket.OWN]


def _entry(table: SharedTable, *, verbose: bool) -> Entry:
    details = [
        # Two apps may write at one place, each through a helper.
        places(dict.fromkeys(_seen_at(table, verbose=verbose))),
        line("Owner is ", name(table.owner), ": ", name(table.reason), ".")
        if table.owner is not None and table.owner == table.suggested_owner
        else line(*_other_owner(table), ": ", name(table.reason), "."),
        line(*_move(table), *_moved(table, verbose=verbose)),
    ]
    return Entry(
        line(
            name(table.table),
            f" is written by {users([use.app for use in table.writers])}: ",
            *_writers(table.writers, verbose=verbose),
        ),
        tuple(details),
    )


def _seen_at(table: SharedTable, *, verbose: bool) -> Iterator[Evidence]:
    # One place of each writer is enough to believe it.
    for use in table.writers if verbose else table.writers[:_MOST_WRITERS]:
        yield from use.evidence if verbose else use.evidence[:1]


def _other_owner(table: SharedTable) -> Line:
    if table.suggested_owner is None:
        return line("It has no owner")
    return line("Owner should be ", name(table.suggested_owner))


def _writers(writers: tuple[TableUse, ...], *, verbose: bool) -> Line:
    ranked = sorted(writers, key=lambda use: (-use.sites, use.app is None, use.app or ""))
    shown = ranked if verbose else ranked[:_MOST_WRITERS]
    left = len(ranked) - len(shown)
    return line(
        joined(line(app_name(use.app), f" {use.sites:,}") for use in shown), quiet(f" and {left} more") if left else ""
    )


def _move(table: SharedTable) -> Line:
    moved = count(table.sites_to_move, "place")
    if table.writer in {table.owner, table.suggested_owner}:
        return line("Route ", moved, " through ", name(table.writer), ": ")
    return line("Fewest to move with ", name(table.writer), " as writer, ", moved, ": ")


def _moved(table: SharedTable, *, verbose: bool) -> Line:
    moved = sorted({place for move in table.moves for place in move.evidence})
    shown = moved if verbose else moved[:_MOST_PLACES]
    left = len(moved) - len(shown)
    return line(places(shown), quiet(f" and {left} more") if left else "")


def _frameworks(tables: list[SharedTable]) -> Iterator[Block]:
    if not tables:
        return
    parts = (line(name(table.table), f" ({users([use.app for use in table.writers])})") for table in tables)
    yield Paragraph(line("Third-party tables that several apps write: ", joined(parts), "."))
