"""Picture → GraphML: a directed graph with several edges between two nodes, one for each kind, which networkx and yEd read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from cutpoint.emit.pictures.labels import doubts_said, drawable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.picture import Picture

_OF_NODES = (("label", "string"), ("kind", "string"), ("cluster", "string"), ("weight", "int"), ("ours", "boolean"))
_OF_EDGES = (
    ("kind", "string"),
    ("count", "int"),
    ("implicit", "int"),
    ("weakest", "string"),
    ("strongest", "string"),
    ("evidence", "string"),
)


def graphml(picture: Picture) -> str:
    """*picture* as XML; names are made harmless, since XML cannot hold control characters, and evidence is `path:line` by line."""
    return "\n".join(_lines(picture)) + "\n"


def _lines(picture: Picture) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for domain, keys in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name, kind in keys:
            yield f'  <key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <key id="graph-complete" for="graph" attr.name="complete" attr.type="boolean"/>'
    yield '  <key id="graph-doubts" for="graph" attr.name="doubts" attr.type="string"/>'
    yield f'  <graph id={_attribute(picture.title)} edgedefault="directed">'
    yield f'    <data key="graph-complete">{str(picture.is_complete).lower()}</data>'
    if picture.doubts:
        yield f'    <data key="graph-doubts">{escape(" ".join(doubts_said(picture)))}</data>'
    for node in picture.nodes:
        yield f"    <node id={_attribute(node.id)}>"
        yield from _data("node", node, _OF_NODES)
        yield "    </node>"
    for number, arrow in enumerate(picture.arrows):
        ends = f"source={_attribute(arrow.source)} target={_attribute(arrow.target)}"
        yield f'    <edge id="e{number}" {ends}>'
        yield from _data("edge", arrow, _OF_EDGES)
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(domain: str, thing: object, keys: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, kind in keys:
        value = getattr(thing, name)
        if value is None:
            continue
        if name == "evidence":
            text = "\n".join(drawable(f"{place.path}:{place.line}") for place in value)
        else:
            text = str(value).lower() if kind == "boolean" else drawable(str(value))
        yield f'      <data key="{domain}-{name}">{escape(text)}</data>'


def _attribute(text: str) -> str:
    return quoteattr(drawable(text))
