"""Picture → Mermaid, for the description of a pull request: GitHub and GitLab draw it where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.emit.pictures.labels import INCOMPLETE, doubts_said, numbered, pairs, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.picture import Picture

MOST_LINES = 280
"""GitHub draws no more than 500 edges, and no text above 50,000 characters; nobody reads half of that."""

_LINES = {Certainty.PROVED: "-->", Certainty.INFERRED: "-.->", Certainty.POSSIBLE: "-.-"}
# Everything that Markdown, HTML or Mermaid could take for its own.
_SPECIAL = re.compile(r"[^0-9A-Za-z\u00a1-\U0010ffff _./:,()-]|(?<=-)-")


def mermaid(picture: Picture) -> str:
    """*picture* as a flowchart: a full line is proved, a dashed one inferred, one without a head only possible.

    Of a graph that is too large to be drawn there, the heaviest lines are drawn, and a comment says how many are not.
    """
    return "\n".join(_lines(picture)) + "\n"


def quoted(text: str) -> str:
    """*text* as a label; characters that could mean something are entities, by number."""
    return '"' + _SPECIAL.sub(lambda found: f"#{ord(found[0])};", text) + '"'


def _lines(picture: Picture) -> Iterator[str]:
    ids = numbered(picture)
    found = pairs(picture)
    heaviest = sorted(found, key=lambda pair: (-pair.count, pair.source, pair.target))[:MOST_LINES]
    drawn = {(pair.source, pair.target) for pair in heaviest}
    yield "flowchart LR"
    if not picture.is_complete:
        yield f"  incomplete[{quoted(INCOMPLETE)}]"
    yield from (f"  doubt{number}[{quoted(said)}]" for number, said in enumerate(doubts_said(picture)))
    if len(found) > len(drawn):
        yield f"  %% the {len(drawn)} heaviest of {len(found)} lines"
    for number, cluster in enumerate(picture.clusters):
        yield f"  subgraph c{number}[{quoted(shown(cluster))}]"
        yield from (
            f"    {ids[node.id]}[{quoted(shown(node.label))}]" for node in picture.nodes if node.cluster == cluster
        )
        yield "  end"
    yield from (f"  {ids[node.id]}[{quoted(shown(node.label))}]" for node in picture.nodes if node.cluster is None)
    for pair in found:
        if (pair.source, pair.target) in drawn:
            yield f"  {ids[pair.source]} {_LINES[pair.strongest]}|{quoted(pair.label)}| {ids[pair.target]}"
