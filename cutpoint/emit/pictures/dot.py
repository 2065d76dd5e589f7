"""Picture → DOT for Graphviz: clusters, counts on the lines, and a line's style says how certain it is."""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.picture import Level
from cutpoint.emit.pictures.labels import INCOMPLETE, doubts_said, drawable, numbered, pairs, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.picture import Node, Picture
    from cutpoint.emit.pictures.labels import Pair

_STYLES = {Certainty.PROVED: "solid", Certainty.INFERRED: "dashed", Certainty.POSSIBLE: "dotted"}
_SHAPES = {
    Level.SERVICE: "box3d",
    Level.APP: "box",
    Level.MODULE: "note",
    Level.MODEL: "component",
    Level.TABLE: "cylinder",
}
_COLORS = {"write": "#b3261e", "fk": "#5b4a9c", "module": "#1f5f8b"}
_OTHER = "#6b7280"
_HEAD = (
    "digraph cutpoint {",
    "  graph [rankdir=LR, fontname=Helvetica, nodesep=0.3, ranksep=0.9, compound=true];",
    '  node [fontname=Helvetica, fontsize=12, style="filled,rounded", fillcolor="#f4f1ea", color="#5f6b7a"];',
    "  edge [fontname=Helvetica, fontsize=10, arrowsize=0.7];",
)
_MOST_TOOLTIP = 1_000


def dot(picture: Picture) -> str:
    """*picture* as a directed graph; nodes are called n0, n1 … and carry their names as labels."""
    return "\n".join(_lines(picture)) + "\n"


def quoted(text: str) -> str:
    r"""*text* as a label or tooltip of DOT that shows exactly these characters.

    Backslashes start escapes such as `\N`, and entities such as `&amp;` are read.
    """
    escaped = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _lines(picture: Picture) -> Iterator[str]:
    ids = numbered(picture)
    yield from _HEAD
    title = f"{picture.title}, by {picture.level}{'' if picture.is_complete else f' ({INCOMPLETE})'}"
    label = r"\n".join(quoted(text)[1:-1] for text in (shown(title), *doubts_said(picture)))
    yield f'  label="{label}"; labelloc=t;'
    for number, cluster in enumerate(picture.clusters):
        yield f"  subgraph cluster_{number} {{"
        yield f'    label={quoted(shown(cluster))}; style="rounded"; color="#b8b2a7";'
        yield from (f"    {_node(node, ids)}" for node in picture.nodes if node.cluster == cluster)
        yield "  }"
    yield from (f"  {_node(node, ids)}" for node in picture.nodes if node.cluster is None)
    yield from (f"  {_line(pair, ids)}" for pair in pairs(picture))
    yield "}"


def _node(node: Node, ids: dict[str, str]) -> str:
    theirs = "" if node.ours else ', fillcolor="#ffffff", fontcolor="#6b7280"'
    tooltip = quoted(drawable(node.label)[:_MOST_TOOLTIP])
    return f"{ids[node.id]} [label={quoted(shown(node.label))}, tooltip={tooltip}, shape={_SHAPES[node.kind]}{theirs}];"


def _line(pair: Pair, ids: dict[str, str]) -> str:
    width = 1 + log2(pair.count) / 2
    return (
        f"{ids[pair.source]} -> {ids[pair.target]} [label={quoted(pair.label)}, weight={min(pair.count, 100)},"
        f' style={_STYLES[pair.strongest]}, penwidth={width:.1f}, color="{_COLORS.get(pair.gravest, _OTHER)}"];'
    )
