"""Picture → node-link JSON, as `networkx.node_link_graph(data, edges="edges")` reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.doubt import Doubt
from cutpoint.emit.json_text import json_text
from cutpoint.emit.report import SCHEMA_VERSION

if TYPE_CHECKING:
    from cutpoint.domain.picture import Arrow, Node, Picture


class EdgeRow(msgspec.Struct, frozen=True):
    """An arrow; *key* tells apart those between the same two nodes."""

    source: str
    target: str
    key: str
    kind: str
    count: int
    implicit: int
    weakest: str
    strongest: str
    evidence: tuple[str, ...]
    """`path:line`, sorted."""


class NodeLink(msgspec.Struct, frozen=True):
    """What `cutpoint graph --format json` writes."""

    schema_version: str
    complete: bool
    """False when anything was lost on the way, and so may be missing here."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    title: str
    of: str
    level: str
    directed: bool
    multigraph: bool
    graph: dict[str, str]
    nodes: tuple[Node, ...]
    edges: tuple[EdgeRow, ...]


def node_link_json(picture: Picture) -> str:
    """*picture* with names exactly as they are; one node or edge on a line."""
    return json_text(
        NodeLink(
            SCHEMA_VERSION,
            picture.is_complete,
            picture.doubts,
            picture.title,
            picture.of,
            picture.level,
            directed=True,
            multigraph=True,
            graph={"title": picture.title},
            nodes=picture.nodes,
            edges=tuple(map(_row, picture.arrows)),
        )
    )


def _row(arrow: Arrow) -> EdgeRow:
    return EdgeRow(
        source=arrow.source,
        target=arrow.target,
        key=arrow.kind,
        kind=arrow.kind,
        count=arrow.count,
        implicit=arrow.implicit,
        weakest=arrow.weakest,
        strongest=arrow.strongest,
        evidence=tuple(f"{place.path}:{place.line}" for place in arrow.evidence),
    )
