"""Findings + what was accepted → what is new, what is gone, and what only moved.

A move is one to one: as many places must be gone there as are new here, of the same rule, services, table and action.
It counts where the function and the expression are the same and git says that the file was renamed, or where the bodies
are nearly the same by their sketches, or where the one function was cut out of the other; so a new write cannot ride on one
that was deleted. That holds within one function, too, where the expression must also do the same by the same method. What the same expression of the same function does to
the same table is the same when only its services are called otherwise, or hold other apps, than before.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.baseline import Entry
from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Gone, Growth, Moved
from cutpoint.judge.bodies import Near, alike
from cutpoint.judge.cut_out import GENERAL, CutOut
from cutpoint.judge.renamings import renamed_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cutpoint.domain.finding import Finding, Key
    from cutpoint.judge.cut_out import Code

NEARLY_THE_SAME = 0.6
"""The share of common runs of tokens from which on two bodies count as one that was moved and touched up; above a half."""
_LINES_OF_IMPORTS = "cross-import"
_WRITES = "cross-write"
_METHOD = re.compile(r"^[^→].*\.\w+\(\)$")
"""An expression that calls a method itself; of what is done through general code, only the name of that is known."""


class Difference(NamedTuple):
    """What two sets of findings differ in; all sorted."""

    new: tuple[Growth, ...]
    moved: tuple[Moved, ...]
    gone: tuple[Gone, ...]


class Today(NamedTuple):
    """What there is in the project as it is now."""

    tables: frozenset[str]
    services: frozenset[str]
    modules: frozenset[str]


class _Pair(NamedTuple):
    rank: float
    after: Key
    before: Key
    why: str


def compare(
    findings: Iterable[Finding],
    entries: Iterable[Entry],
    then: Code,
    now: Code,
    severity_of: Callable[[Key], Severity],
    renamed: Mapping[str, str],
    today: Today,
) -> Difference:
    """*findings* held against *entries*.

    *then* is the code around the entries as it was, *now* that around the findings, and what is there today under the
    name of an entry; *renamed* holds the new name of modules whose file git knows as renamed, and *severity_of* gives how
    severe what is gone was.
    """
    groups: dict[Key, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.key, []).append(finding)
    accepted = {entry.key: entry for entry in entries}
    there = {key: sum(finding.times for finding in group) for key, group in groups.items()}
    surplus = _more(there, {key: entry.count for key, entry in accepted.items()})
    deficit = _more({key: entry.count for key, entry in accepted.items()}, there)
    moved: list[Moved] = []
    paired: dict[Key, int] = {}
    names = renamed_tables(surplus, deficit, accepted, today.tables, renamed)
    pairs = _Pairs(then, now, renamed, names, today)
    # A whole body says more than a part of one, which is looked at for what is then left.
    for finds in (pairs.of, pairs.cut_out):
        for pair in sorted(finds(_left(surplus), _left(deficit)), key=_best_first):
            count = min(surplus[pair.after], deficit[pair.before])
            if count:
                surplus[pair.after] -= count
                deficit[pair.before] -= count
                paired[pair.after] = paired.get(pair.after, 0) + count
                moved.append(Moved(pair.before, pair.after, count, pair.why, tuple(sorted(groups[pair.after]))))
    return Difference(
        tuple(
            sorted(
                Growth(
                    key,
                    tuple(sorted(groups[key])),
                    _count(accepted.get(key)) + paired.get(key, 0),
                    groups[key][0].severity,
                )
                for key, count in surplus.items()
                if count
            )
        ),
        tuple(sorted(moved)),
        tuple(
            sorted(
                Gone(accepted[key], accepted[key].count - count, severity_of(key))
                for key, count in deficit.items()
                # What a rule that is off doesn't find may be there all the same.
                if count and severity_of(key) is not Severity.OFF
            )
        ),
    )


def entries_of(findings: Iterable[Finding]) -> tuple[Entry, ...]:
    """What accepts exactly *findings*, sorted, without sketches."""
    counts: dict[Key, int] = {}
    for finding in findings:
        counts[finding.key] = counts.get(finding.key, 0) + finding.times
    return tuple(Entry(key, count) for key, count in sorted(counts.items()))


def _count(entry: Entry | None) -> int:
    return entry.count if entry is not None else 0


def _more(counts: Mapping[Key, int], others: Mapping[Key, int]) -> dict[Key, int]:
    return {key: count - others.get(key, 0) for key, count in counts.items() if count > others.get(key, 0)}


def _left(counts: Mapping[Key, int]) -> list[Key]:
    return [key for key, count in counts.items() if count]


def _best_first(pair: _Pair) -> tuple[float, Key, Key]:
    return -pair.rank, pair.after, pair.before


class _Pairs:
    """Who could be whom."""

    def __init__(
        self,
        then: Code,
        now: Code,
        renamed: Mapping[str, str],
        names: Mapping[str, str],
        today: Today,
    ) -> None:
        self._sketch_then = cache(then)
        self._sketch_of = cache(now)
        self._cut_out = CutOut(then, now)
        self._renamed = renamed
        self._names = names
        self._today = today

    def of(self, surplus: Iterable[Key], deficit: Iterable[Key]) -> Iterator[_Pair]:
        """Every pair of one that is new and one that is gone which may be the same."""
        same_function: dict[tuple[str, ...], dict[str, list[Key]]] = {}
        same_services: dict[tuple[str, ...], Near[Key]] = {}
        for key in deficit:
            kind = _kind(key, self._names)
            same_function.setdefault((*kind, key.function), {}).setdefault(key.module, []).append(key)
            same_services.setdefault((*kind, key.source, key.target), Near(self._sketch_then)).add(key)
        for after in surplus:
            kind = _kind(after, {})
            by_module = same_function.get((*kind, after.function), {})
            modules = self._modules_of(after.module, by_module)
            for before in chain.from_iterable(by_module[module] for module in modules):
                yield from self._in_one_function(before, after)
            others = same_services.get((*kind, after.source, after.target))
            for before in others.to(self._sketch_of(after)) if others is not None else ():
                if before.function != after.function or before.module not in modules:
                    yield from self._of_two_functions(before, after)

    def cut_out(self, surplus: Iterable[Key], deficit: Iterable[Key]) -> Iterator[_Pair]:
        """Every pair of which the one function was cut out of the other, or put into it."""
        gone: dict[tuple[str, ...], list[Key]] = {}
        for key in deficit:
            gone.setdefault((*_kind(key, self._names), key.source, key.target), []).append(key)
        for after in surplus:
            for before in gone.get((*_kind(after, {}), after.source, after.target), ()):
                module = self._renamed.get(before.module, before.module)
                why = "" if _does_otherwise(before, after) else self._cut_out.says(before, after, module)
                if why:
                    yield _Pair(before.expression == after.expression, after, before, why)

    def _modules_of(self, module: str, known: Mapping[str, object]) -> tuple[str, ...]:
        """Which of the *known* modules is *module* today: it has its name, or its file was renamed."""
        same = (module,) if module in known else ()
        if len(known) == len(same):
            # Nobody has to ask git.
            return same
        return (*same, *(name for name in self._names_before.get(module, ()) if name in known and name != module))

    @cached_property
    def _names_before(self) -> dict[str, list[str]]:
        before: dict[str, list[str]] = {}
        for old, new in self._renamed.items():
            before.setdefault(new, []).append(old)
        return before

    def _in_one_function(self, before: Key, after: Key) -> Iterator[_Pair]:
        is_within = (before.source, before.target) == (after.source, after.target)
        is_renamed = before.subject in self._names
        if not self._is_same_import(before, after):
            return
        if is_within and is_renamed:
            # The names of a model are in the expression and all over the body.
            if not _does_otherwise(before, after):
                yield _Pair(3.0, after, before, f"{before.subject} is now called {after.subject}")
        elif before.expression != after.expression:
            if is_within and not _does_otherwise(before, after) and self._is_reworded(before, after):
                yield _Pair(2.5, after, before, "reworded")
        elif is_within:
            yield _Pair(4.0, after, before, "git says renamed")
        elif self._are_regrouped(before, after):
            why = f"{before.source} → {before.target} is now {after.source} → {after.target}"
            yield _Pair(3.0, after, before, why)

    def _of_two_functions(self, before: Key, after: Key) -> Iterator[_Pair]:
        # A function that is still what it was, but for what is gone: that was deleted there, and not moved.
        if self._share(before, before) >= NEARLY_THE_SAME or not self._is_same_import(before, after):
            return
        share = self._share(before, after)
        if share >= NEARLY_THE_SAME:
            is_same = before.expression == after.expression
            yield _Pair(share + is_same, after, before, f"{share:.0%} of the body is the same")

    def _are_regrouped(self, before: Key, after: Key) -> bool:
        """Whether only the services were given other names or other contents; code that goes to another one is new there."""
        is_same_code = before.module != "" and before.module == after.module
        is_same_source = before.source == after.source or before.source not in self._today.services
        is_same_target = before.target == after.target or before.target not in self._today.services
        return (is_same_code or is_same_source) and (before.subject == after.subject or is_same_target)

    def _is_reworded(self, before: Key, after: Key) -> bool:
        # In a short function, another name of a function that it calls is half of the body.
        return _calls_by_another_name(before, after) or self._share(before, after) >= NEARLY_THE_SAME

    def _is_file(self, before: str, after: str) -> bool:
        return before == after or self._renamed.get(before) == after

    def _share(self, before: Key, after: Key) -> float:
        return alike(self._sketch_then(before), self._sketch_of(after))

    def _is_same_import(self, before: Key, after: Key) -> bool:
        # Whoever imported a module that is gone had to turn elsewhere.
        is_gone = before.subject not in self._today.modules
        return before.rule != _LINES_OF_IMPORTS or is_gone or self._is_file(before.subject, after.subject)


def _kind(key: Key, names: Mapping[str, str]) -> tuple[str, ...]:
    # What is imported may have been renamed as a file.
    subject = "" if key.rule == _LINES_OF_IMPORTS else names.get(key.subject, key.subject)
    return key.rule, subject, key.action


def _calls_by_another_name(before: Key, after: Key) -> bool:
    """Whether two expressions differ in the name of one function that they call, or in where the general code lies."""
    then, now = before.expression.split("."), after.expression.split(".")
    if before.expression.startswith(GENERAL) and after.expression.startswith(GENERAL):
        return then[:-1] == now[:-1] or then[-1] == now[-1]
    others = [pair for pair in zip(then, now, strict=False) if pair[0] != pair[1]]
    return len(then) == len(now) and len(others) == 1 and all(name.endswith("()") for name in others[0])


def _does_otherwise(before: Key, after: Key) -> bool:
    """Whether two writes are made by different methods, such as `update()` and `bulk_update()`."""
    methods = [key.expression.rpartition(".")[2] for key in (before, after) if _METHOD.search(key.expression)]
    return before.rule == _WRITES and len(set(methods)) > 1
