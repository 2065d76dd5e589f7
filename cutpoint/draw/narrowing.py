"""Picture → a smaller one: some kinds only, the surroundings of a node, or what lies between two."""

from __future__ import annotations

import difflib
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.errors import UsageError
from cutpoint.domain.picture import KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from cutpoint.domain.picture import Arrow, Node, Picture


def only_kinds(picture: Picture, words: Iterable[str]) -> Picture:
    """*picture* with the kinds of arrows that *words* name, in the singular or the plural.

    Raises UsageError for a kind that this graph does not have.
    """
    known = KINDS[picture.of]
    kinds: set[str] = set()
    for word in words:
        kind = next((kind for kind in known if word.casefold() in {kind, f"{kind}s"}), None)
        if kind is None:
            raise UsageError(f"--only {word}: --of {picture.of} has {', '.join(known)}")
        kinds.add(kind)
    return _with(picture, picture.nodes, (arrow for arrow in picture.arrows if arrow.kind in kinds))


def focused(picture: Picture, name: str, depth: int) -> Picture:
    """What lies at most *depth* steps from a node, in any direction; raises UsageError when there is no such node."""
    near = _near(picture)
    found = {node_named(picture, name, "--focus").id}
    rim = set(found)
    for _ in range(depth):
        rim = {other for node in rim for other in near[node]} - found
        found |= rim
    return _reduced(picture, found)


def between(picture: Picture, first: str, last: str) -> Picture:
    """Every way from one node to another; raises UsageError when a node isn't there, or nothing leads from it."""
    source, target = (node_named(picture, name, "--between") for name in (first, last))
    forward, backward = _ways(picture.arrows)
    found = _reached(source.id, forward) & _reached(target.id, backward)
    if not found:
        turned = target.id in _reached(source.id, backward)
        hint = f"; the other way round something does: --between {last} {first}" if turned else ""
        raise UsageError(f"--between: nothing leads from {source.label} to {target.label}{hint}")
    return _reduced(picture, found)


def node_named(picture: Picture, name: str, option: str) -> Node:
    """The node with this id or label; raises UsageError with those that have a name like it."""
    for fold in (str, str.casefold):
        found = [node for node in picture.nodes if fold(name) in {fold(node.id), fold(node.label)}]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"{option} {name}: several are called so; say {' or '.join(node.id for node in found)}")
    labels = {node.label.casefold(): node.label for node in picture.nodes}
    # Of a model or module, the last word is what people remember.
    labels |= {node.label.rpartition(".")[2].casefold(): node.label for node in picture.nodes}
    near = difflib.get_close_matches(name.casefold(), labels, n=3, cutoff=0.6)
    meant = f"; did you mean {' or '.join(dict.fromkeys(labels[each] for each in near))}?" if near else ""
    raise UsageError(f"{option} {name}: no {picture.level} in this picture is called so{meant}")


def _near(picture: Picture) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for arrow in picture.arrows:
        found[arrow.source].add(arrow.target)
        found[arrow.target].add(arrow.source)
    return found


def _ways(arrows: Iterable[Arrow]) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    forward: defaultdict[str, set[str]] = defaultdict(set)
    backward: defaultdict[str, set[str]] = defaultdict(set)
    for arrow in arrows:
        forward[arrow.source].add(arrow.target)
        backward[arrow.target].add(arrow.source)
    return forward, backward


def _reached(start: str, ways: Mapping[str, set[str]]) -> set[str]:
    found, queue = {start}, [start]
    while queue:
        further = ways.get(queue.pop(), set()) - found
        found |= further
        queue += sorted(further)
    return found


def _reduced(picture: Picture, ids: Collection[str]) -> Picture:
    return _with(
        picture,
        (node for node in picture.nodes if node.id in ids),
        (arrow for arrow in picture.arrows if arrow.source in ids and arrow.target in ids),
    )


def _with(picture: Picture, nodes: Iterable[Node], arrows: Iterable[Arrow]) -> Picture:
    return msgspec.structs.replace(picture, nodes=tuple(nodes), arrows=tuple(arrows))
