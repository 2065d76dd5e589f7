"""Verdict → what can be done about it: exact commands, and the comment to write."""

import shlex
from collections.abc import Iterator

from cutpoint.domain.verdict import Against, Verdict
from cutpoint.emit.page import Block, Entries, Entry, Heading, command, line


def next_moves(verdict: Verdict, *, typed: str, verbose: bool) -> Iterator[Block]:
    """A section when there is something to do; *typed* is the path with its options as typed and quoted."""
    moves = [*_about_new(verdict, typed), *_about_baseline(verdict, typed), *_about_reading(verdict, typed)]
    if moves and not verbose:
        again = f"cutpoint check{_since(verdict)} {typed} -v"
        moves.append(Entry(line(command(again)), (line("every finding and every entry, notes included"),)))
    if moves:
        yield Heading(line("Next"))
        yield Entries(tuple(moves))


def _since(verdict: Verdict) -> str:
    return f" --since {shlex.quote(verdict.name)}" if verdict.against is Against.REVISION else ""


def _about_new(verdict: Verdict, typed: str) -> Iterator[Entry]:
    if not verdict.broken:
        return
    rule = verdict.broken[0].key.rule
    yield Entry(
        line(command(f"# cutpoint: ignore[{rule}] -- why")),
        (line("behind the line or above it, to accept this one place for good"),),
    )
    if verdict.against is Against.NOTHING:
        yield Entry(
            line(command(f"cutpoint baseline create {typed}")),
            (line("accept all that is there, so that only what is new fails from now on"),),
        )
    else:
        yield Entry(
            line(command(f'cutpoint baseline update {typed} --accept-new --reason "…"')),
            (line("accept what is new for now; the reason is kept with it"),),
        )


def _about_baseline(verdict: Verdict, typed: str) -> Iterator[Entry]:
    if verdict.against is not Against.BASELINE:
        return
    if verdict.expired:
        yield Entry(
            line(command(f"cutpoint baseline show {typed}")),
            (
                line(
                    "entries with their reasons and days: mend the code, or write a later day behind ",
                    command("expires"),
                ),
            ),
        )
    if verdict.stale or verdict.moved or verdict.newly_seen:
        yield Entry(
            line(command(f"cutpoint baseline update {typed}")),
            (line("take what is gone out of it, what moved and what is newly seen into it; nothing new is accepted"),),
        )


def _about_reading(verdict: Verdict, typed: str) -> Iterator[Entry]:
    if verdict.unread and not verdict.allow_unread:
        yield Entry(
            line(command(f"cutpoint check{_since(verdict)} {typed} --allow-incomplete")),
            (line("judge what could be read, and let the rest pass"),),
        )
