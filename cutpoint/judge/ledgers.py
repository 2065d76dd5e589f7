"""The baseline ↔ the texts of its files: one ledger per rule, one entry per line, sorted.

So it is a handful of files however large a project is; and since entries are sorted and stand alone, git merges what two
branches accept unless it lies on neighboring lines. Ledgers that lie elsewhere below the folder are read as well, as those
of earlier versions do, one per table; whatever writes next leaves one per rule.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from cutpoint.domain.baseline import Baseline, Entry, Spot, is_day
from cutpoint.domain.errors import BaselineError
from cutpoint.domain.finding import Key
from cutpoint.domain.gate import RULE_NAMES

FORMAT = 1
SUFFIX = ".jsonl"
_SPOTS = "blind-spots"
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


# A newer format may say more in its head.
class _Head(msgspec.Struct, frozen=True):
    format: int = msgspec.field(name="cutpoint-baseline")
    tool: str = ""


class _Line(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    rule: str
    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    subject: str
    action: str
    module: str
    function: str = ""
    expression: str = ""
    count: int = 1
    reason: str = ""
    owner: str = ""
    expires: str = ""
    link: str = ""
    body: str = ""


class _SpotLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    service: str
    module: str
    kind: str
    reason: str
    count: int = 1


class _Read(NamedTuple):
    entries: dict[Key, Entry]
    spots: dict[tuple[str, str, str, str], Spot]
    tools: set[str]
    mistakes: list[str]
    notes: list[str]


def ledgers_of(entries: Iterable[Entry], spots: Iterable[Spot], tool: str) -> dict[str, str]:
    """Path below the baseline's folder → text of each ledger that has something to say."""
    head = empty_ledger(tool)
    lines: dict[str, list[str]] = {}
    for entry in sorted(entries):
        lines.setdefault(f"{entry.key.rule}{SUFFIX}", []).append(_encoded(_line(entry)))
    for spot in sorted(spots):
        line_of_spot = _SpotLine(spot.service, spot.module, spot.kind, spot.reason, spot.count)
        lines.setdefault(f"{_SPOTS}{SUFFIX}", []).append(_encoded(line_of_spot))
    return {path: head + "".join(f"{line}\n" for line in found) for path, found in sorted(lines.items())}


def empty_ledger(tool: str) -> str:
    """The text of a ledger without entries, which *tool* writes."""
    return f'{{"cutpoint-baseline":{FORMAT},"tool":{_encoded(tool)}}}\n'


def read_ledgers(texts: Mapping[str, str], folder: str) -> Baseline:
    """The baseline whose ledgers have these *texts*; *folder* is what messages call it.

    Raises BaselineError with every line that cannot be used, and what to do about it.
    """
    read = _Read({}, {}, set(), [], [])
    for path, text in sorted(texts.items()):
        _read_ledger(f"{folder}/{path}", path.rpartition("/")[2] == _SPOTS + SUFFIX, text.removeprefix("\ufeff"), read)
    if read.mistakes:
        raise BaselineError(read.mistakes)
    return Baseline(
        tuple(sorted(read.entries.values())),
        tuple(sorted(read.spots.values())),
        tuple(sorted(read.tools)),
        tuple(sorted(read.notes)),
    )


def _read_ledger(place: str, is_spots: bool, text: str, read: _Read) -> None:
    lines = text.split("\n")
    if any(line.startswith(_CONFLICT) for line in lines):
        number = next(n for n, line in enumerate(lines, 1) if line.startswith(_CONFLICT))
        read.mistakes.append(
            f"{place}:{number}: a merge conflict: keep the lines of both sides, remove the markers, "
            "then run `cutpoint baseline update`"
        )
        return
    if not _read_head(place, lines[0], read):
        return
    if lines[-1]:
        read.notes.append(f"{place}:{len(lines)} doesn't end with a newline; `cutpoint baseline update` mends it")
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            said = _read_spot(line, read) if is_spots else _read_entry(f"{place}:{number}", line, read)
            if said:
                read.mistakes.append(f"{place}:{number}: {said}")


def _read_head(place: str, line: str, read: _Read) -> bool:
    try:
        head = msgspec.json.decode(line, type=_Head)
    except (msgspec.MsgspecError, UnicodeError):
        read.mistakes.append(
            f'{place}:1: the first line must be {{"cutpoint-baseline":{FORMAT},"tool":"…"}}: '
            "restore it from git, or run `cutpoint baseline create --force`"
        )
        return False
    if head.format != FORMAT:
        whose = "a newer cutpoint than this one, which" if head.format > FORMAT else "no cutpoint: this one"
        advice = "upgrade cutpoint" if head.format > FORMAT else "restore the line from git"
        read.mistakes.append(f"{place}:1: format {head.format} is of {whose} knows {FORMAT}: {advice}")
        return False
    read.tools.add(head.tool)
    return True


def _read_entry(place: str, line: str, read: _Read) -> str:
    try:
        found = msgspec.json.decode(line, type=_Line)
    except (msgspec.MsgspecError, UnicodeError) as error:
        return f"not an entry ({error}): was it cut off or edited? Restore the line from git, or remove it and run `cutpoint baseline update`"
    if found.rule not in RULE_NAMES:
        near = difflib.get_close_matches(found.rule, RULE_NAMES, n=1, cutoff=0.6)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(RULE_NAMES)}"
        return f"there is no rule {found.rule}: {advice} A newer cutpoint may know it"
    if found.count < 1:
        return f"a count of {found.count} accepts nothing: remove the line"
    if found.expires and not is_day(found.expires):
        return f"expires must be a day such as 2027-01-31, not {found.expires!r}"
    values = msgspec.structs.astuple(found)
    key = Key(*values[:8])
    entry = Entry(key, found.count, found.body, found.reason, found.owner, found.expires, found.link)
    known = read.entries.get(key)
    if known is not None:
        read.notes.append(
            f"{place} has the same key as a line above it (merged branches do that); "
            "the larger count is taken, and `cutpoint baseline update` joins them"
        )
        entry = max(known, entry, key=lambda one: (one.count, one))
    read.entries[key] = entry
    return ""


def _read_spot(line: str, read: _Read) -> str:
    try:
        found = msgspec.json.decode(line, type=_SpotLine)
    except (msgspec.MsgspecError, UnicodeError) as error:
        return f"not an entry ({error}): restore the line from git, or remove it and run `cutpoint baseline update`"
    key = (found.service, found.module, found.kind, found.reason)
    known = read.spots.get(key)
    read.spots[key] = Spot(*key, max(found.count, known.count if known else 0))
    return ""


def _line(entry: Entry) -> _Line:
    key = entry.key
    return _Line(
        rule=key.rule,
        source=key.source,
        target=key.target,
        subject=key.subject,
        action=key.action,
        module=key.module,
        function=key.function,
        expression=key.expression,
        count=entry.count,
        reason=_sound(entry.reason),
        owner=_sound(entry.owner),
        expires=entry.expires,
        link=_sound(entry.link),
        body=entry.body,
    )


def _encoded(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _sound(text: str) -> str:
    """*text* without halves of characters, such as names from a command line that is not UTF-8 have."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()
