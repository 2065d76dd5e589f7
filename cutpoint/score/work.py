"""Parting → what has to be done for a cut, summed up by kind and by whom it is done with; the largest first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.cut import Side
from cutpoint.domain.source import Evidence
from cutpoint.domain.summary import MOST, WorkItem, is_helper
from cutpoint.score.join_classes import COSTS, class_of_join
from cutpoint.score.third_parties import A_COPY, third_parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.observations import Use
    from cutpoint.score.parting import Parting

_MOST_PLACES = 3
_KINDS = ("transaction", "shared-row", "write", "cascade", "relation", "call", "join", "read", "identity", "import")
"""What is harder to replace comes first where as many places have to change."""
_LAST = frozenset({"identity", "import"})
"""Who is signed in comes with any request, and imports follow what is imported for: told where there is little else."""
_BY_REQUEST = "request"

Found = dict[tuple[str, str], set["Evidence"]]
"""(kind, sentence with `{}` for how many) → places."""


def largest_work(parting: Parting) -> tuple[WorkItem, ...]:
    """The largest piece of work of each kind, at most three of them."""
    largest: dict[str, tuple[str, set[Evidence]]] = {}
    for (kind, what), places in sorted(_found(parting).items()):
        if kind not in largest or len(places) > len(largest[kind][1]):
            largest[kind] = what, places
    ranked = sorted(largest, key=lambda kind: (kind in _LAST, -len(largest[kind][1]), _KINDS.index(kind)))[:MOST]
    return tuple(_item(kind, *largest[kind]) for kind in ranked)


def writers_into(parting: Parting) -> tuple[str, ...]:
    """Apps whose code stays and writes what is taken, sorted; code outside of apps, and that of an only app, goes by its module."""
    found = (use for use in _direct(parting) if _comes_in(parting, use) and not is_helper(use.path))
    is_only = len(parting.facts.models_of_app) == 1
    return tuple(sorted({use.module if is_only else _app_of(parting, use.module) for use in found}))


def _item(kind: str, what: str, places: set[Evidence]) -> WorkItem:
    one, many = what.split("|") if "|" in what else (what, what)
    said = (one if len(places) == 1 else many).replace("#", f"{len(places):,}")
    return WorkItem(kind, said, len(places), tuple(sorted(places)[:_MOST_PLACES]))


def _found(parting: Parting) -> Found:
    found: defaultdict[tuple[str, str], set[Evidence]] = defaultdict(set)
    for source in (_writes, _reads, _joins, _relations, _transactions, _calls, _imports, _cascades):
        for kind, what, place in source(parting):
            if not is_helper(place.path):
                found[kind, what].add(place)
    return found


def _direct(parting: Parting) -> Iterator[Use]:
    return (use for use in parting.crossing_writes if not use.follows)


def _writes(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    for use in _direct(parting):
        if _comes_in(parting, use):
            yield "write", _counted("route", "write", f"of {_app_of(parting, use.module)} through it"), use.place
        else:
            app = _group_of(parting, use.model)
            yield "write", _counted("route its", "write", f"to tables of {app} through {app}"), use.place


def _reads(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    copied = _copied(parting)
    for use in parting.crossing_reads:
        if use.follows or use.model in copied:
            # What a write brings about is told with the write.
            continue
        if use.via == _BY_REQUEST:
            yield (
                "identity",
                _counted("take who is signed in from a token at", "place", "instead of reading it"),
                use.place,
            )
        elif _comes_in(parting, use):
            yield (
                "read",
                _counted("answer", "read", f"by {_app_of(parting, use.module)}: operations or a replica"),
                use.place,
            )
        else:
            yield "read", _counted("replace its", "read", f"of tables of {_group_of(parting, use.model)}"), use.place


def _joins(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    copied = _copied(parting)
    for use in parting.crossing_joins:
        if COSTS[class_of_join(use)] and use.model not in copied:
            yield "join", _counted("undo", "join", f"to tables of {_group_of(parting, use.model)}"), use.place


def _copied(parting: Parting) -> frozenset[str]:
    """Third-party models that each side gets for itself with their package: permissions, flags, sites; users are the same everywhere."""
    users = parting.facts.subjects.analysis.catalog.settings.auth_user_model
    found = (each.model for each in third_parties(parting) if each.other_gets == A_COPY)
    return frozenset(model for model in found if model != users)


def _relations(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    for link in parting.crossing_links:
        kind = link.relation.kind
        if kind is RelationKind.PARENT:
            yield "shared-row", f"part the rows that {link.model} shares with {link.to}", link.place
        elif kind is RelationKind.MANY_TO_MANY:
            yield (
                "relation",
                f"split # many-to-many table with {link.to}|split # many-to-many tables with {link.to}",
                link.place,
            )
        else:
            yield (
                "relation",
                f"turn # foreign key to {link.to} into an id|turn # foreign keys to {link.to} into ids",
                link.place,
            )


def _transactions(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    extents = parting.crossing_extents
    names = sorted({extent.transaction.function for extent in extents})
    for extent in extents:
        one = f"split the transaction of {names[0]}"
        yield "transaction", f"{one}|split # transactions, first that of {names[0]}", extent.place


def _calls(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    modules = parting.facts.subjects.module_of_path
    for call in parting.crossing_calls:
        callee = modules.get(call.callee_path, call.callee.rpartition(".")[0])
        if _app_of(parting, call.module) == _app_of(parting, callee) and len(parting.facts.models_of_app) > 1:
            # An app that calls itself across a cut goes along, or stays, as a whole.
            continue
        if parting.side_of_function[call.callee] is Side.TAKE:
            whose = f"of it in {_app_of(parting, call.module)}"
            yield "call", f"turn # call {whose} into an operation|turn # calls {whose} into operations", call.place
        else:
            whose = f"of {_app_of(parting, callee)}"
            yield (
                "call",
                f"turn its call {whose} into an operation|turn its # calls {whose} into operations",
                call.place,
            )


def _imports(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    for each in parting.crossing_imports:
        place = Evidence(each.path, each.line)
        if parting.side_of_module[each.importer] is Side.TAKE:
            yield "import", _counted("cut its", "import", f"of {_app_of(parting, each.imported)}"), place
        else:
            yield "import", _counted("cut", "import", f"of it in {_app_of(parting, each.importer)}"), place


def _cascades(parting: Parting) -> Iterator[tuple[str, str, Evidence]]:
    for link in parting.cascades:
        yield "cascade", f"send an event when a row of {link.to} is deleted", link.place


def _counted(verb: str, noun: str, rest: str) -> str:
    one = f"{verb} {noun}" if verb.endswith(" its") else f"{verb} # {noun}"
    return f"{one} {rest}|{verb} # {noun}s {rest}"


def _comes_in(parting: Parting, use: Use) -> bool:
    """Whether code that stays uses what is taken."""
    return parting.side_of(use.model) is Side.TAKE


def _app_of(parting: Parting, module: str) -> str:
    return parting.facts.app_of_module.get(module) or module


def _group_of(parting: Parting, label: str) -> str:
    """What *label* belongs to: its app, or a part of it where one app holds most of a project."""
    return parting.facts.group_of.get(label, label.partition(".")[0])
