"""Analysis + configuration → the chart that a page shows: the stages behind `analyze --format html` and `graph --format html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.picture import Level, Of, Picture
from cutpoint.draw.draw import draw
from cutpoint.draw.layout import layout_of
from cutpoint.emit.html.page import Chart
from cutpoint.score.weighing import weighing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import Candidate
    from cutpoint.domain.service import Services
    from cutpoint.score.cutting import Cutting

GRAPHS = (Of.QUERIES, Of.IMPORTS, Of.MODELS, Of.CALLS)
"""Those that a page has."""


def chart(
    cutting: Cutting,
    services: Services | None,
    named: Sequence[Candidate],
    *,
    content_of: Callable[[str], bytes | None] | None = None,
    link: str = "",
    start: Mapping[str, str] | None = None,
    past: tuple[str, Analysis, Services | None] | None = None,
) -> Chart:
    """What is to be shown; *named* are the cuts of the configuration, *past* the monolith as it was at a revision."""
    analysis = cutting.subjects.analysis
    level = Level.SERVICE if services is not None else Level.APP
    now = {of: draw(analysis, services, of, level) for of in GRAPHS}
    layouts = {str(of): layout_of(picture) for of, picture in now.items()}
    layouts["map"] = layout_of(_together(now))
    then = () if past is None else tuple((draw(past[1], past[2], of, level), now[of]) for of in GRAPHS)
    return Chart(
        analysis,
        services,
        cutting.listed(named),
        layouts,
        content_of,
        link,
        start or {},
        None if past is None else (past[0], past[1]),
        then,
        weighing_of(cutting) if len(cutting.subjects.labels) > 1 else None,
    )


def _together(pictures: Mapping[Of, Picture]) -> Picture:
    """One picture of what code needs, to place nodes by: imports and queries, and relations between their tables."""
    shown = [pictures[of] for of in (Of.QUERIES, Of.IMPORTS, Of.MODELS)]
    nodes = {node.id: node for picture in shown for node in picture.nodes}
    arrows = [arrow for picture in shown for arrow in picture.arrows]
    return Picture("all", Of.QUERIES, shown[0].level, tuple(nodes[each] for each in sorted(nodes)), tuple(arrows))
