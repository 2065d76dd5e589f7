"""Analysis + what is asked for → Picture: every need at its level, gathered to arrows that say their counts."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.doubt import about_apps
from cutpoint.domain.picture import Arrow, Level, Of, Picture
from cutpoint.draw import calls, crossings, imports, queries, relations
from cutpoint.draw.placing import Placing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.crossing import Crossing
    from cutpoint.domain.picture import Node
    from cutpoint.domain.service import Services
    from cutpoint.domain.source import Evidence
    from cutpoint.draw.needs import Need

_RANKS = {certainty: rank for rank, certainty in enumerate(Certainty)}
_TITLES = {
    Of.IMPORTS: "what imports what",
    Of.MODELS: "which model points at which",
    Of.QUERIES: "who uses whose tables",
    Of.CALLS: "what calls what",
}


def draw(
    analysis: Analysis,
    services: Services | None,
    of: Of,
    level: Level,
    *,
    crossing: Crossing | None = None,
    certainty: Certainty = Certainty.INFERRED,
) -> Picture:
    """One graph at one level, with everything that is at least as certain as *certainty*.

    Of a cut, *crossing* says what crosses it. Needs inside of a node make no arrow.
    """
    placing = Placing(analysis, services, level)
    nodes: dict[str, Node] = {} if of is Of.CUT else {node.id: node for node in placing.own()}
    found: defaultdict[tuple[str, str, str], list[Need]] = defaultdict(list)
    for need in _needs(analysis, of, crossing):
        if _RANKS[need.certainty] > _RANKS[certainty]:
            continue
        source, target = placing.node_of(need.source), placing.node_of(need.target)
        if source is not None and target is not None and source.id != target.id:
            nodes[source.id], nodes[target.id] = source, target
            found[source.id, target.id, need.kind].append(need)
    title = f"cut {crossing.name}" if crossing is not None else _TITLES[of]
    arrows = tuple(_arrow(*key, found[key]) for key in sorted(found))
    return Picture(
        title,
        of,
        level,
        tuple(nodes[each] for each in sorted(nodes)),
        arrows,
        analysis.is_complete,
        about_apps(analysis.doubts),
    )


def _needs(analysis: Analysis, of: Of, crossing: Crossing | None) -> Iterator[Need]:
    match of:
        case Of.IMPORTS:
            return imports.needs(analysis)
        case Of.MODELS:
            return relations.needs(analysis)
        case Of.QUERIES:
            return queries.needs(analysis)
        case Of.CALLS:
            return calls.needs(analysis)
        case Of.CUT:
            if crossing is None:
                raise ValueError("a picture of a cut needs what crosses it")
            return crossings.needs(crossing)


def _arrow(source: str, target: str, kind: str, needs: Iterable[Need]) -> Arrow:
    places: defaultdict[Evidence, list[Need]] = defaultdict(list)
    for need in needs:
        places[need.place].append(need)
    ranks = [_RANKS[need.certainty] for found in places.values() for need in found]
    certainties = list(Certainty)
    return Arrow(
        source=source,
        target=target,
        kind=kind,
        count=len(places),
        implicit=sum(all(need.is_implicit for need in found) for found in places.values()),
        weakest=certainties[max(ranks)],
        strongest=certainties[min(ranks)],
        evidence=tuple(sorted(places)),
    )
