"""Analysis, cuts and layouts → the page: one file, no request, nothing in it that could run but what it brings along."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from html import escape
from typing import TYPE_CHECKING, Any

import msgspec

from cutpoint import __version__
from cutpoint.domain.doubt import about_apps, lost_of, then
from cutpoint.emit.doubts import text_of
from cutpoint.emit.html import findings, needs
from cutpoint.emit.html.assets import library, script, skeleton, stylesheet
from cutpoint.emit.html.comparison import comparison
from cutpoint.emit.html.excerpts import excerpts
from cutpoint.emit.html.nouns import Nouns
from cutpoint.emit.html.strings import Strings
from cutpoint.emit.html.weighing import weighing_data
from cutpoint.emit.safe import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.cut import CutPoints
    from cutpoint.domain.picture import Layout, Picture
    from cutpoint.domain.service import Services
    from cutpoint.domain.weighing import Weighing

DATA_VERSION = 1
"""Of the data: a page reads only its own."""


class Chart(msgspec.Struct, frozen=True):
    """All that a page shows."""

    analysis: Analysis
    services: Services | None
    cuts: CutPoints
    layouts: Mapping[str, Layout]
    """By graph, of the level that the map opens with; `map` is that of all graphs together."""
    content_of: Callable[[str], bytes | None] | None = None
    """The text of the project; None for a page without source."""
    link: str = ""
    """A template for links to places."""
    start: Mapping[str, str] = {}
    """The state in which it opens."""
    past: tuple[str, Analysis] | None = None
    """The name of a revision, and the monolith as it was then."""
    pictures: tuple[tuple[Picture, Picture], ...] = ()
    """Of each graph, then and now."""
    weighing: Weighing | None = None
    """What the page needs to weigh cuts by itself."""


def html_page(chart: Chart) -> str:
    """The whole page; the same chart gives the same bytes."""
    data = _inert(_data(chart))
    style, code, library_code = stylesheet(), script(), library()
    policy = (
        "default-src 'none'; "
        f"script-src '{_digest(library_code)}' '{_digest(code)}'; style-src '{_digest(style)}'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    parts = {
        "{policy}": policy,
        "{style}": style,
        "{data}": data,
        "{library}": library_code,
        "{script}": code,
        "{version}": __version__,
        "{doubts}": _doubts(chart),
    }
    text = skeleton()
    # From the back, so that no place is looked for in what was put in before.
    for place, part in sorted(parts.items(), key=lambda item: -text.index(item[0])):
        before, _, after = text.partition(place)
        text = f"{before}{part}{after}"
    return text


def _doubts(chart: Chart) -> str:
    """What makes the page doubtful, now or then, for everybody to see, with or without JavaScript."""
    now, past = chart.analysis.doubts, chart.past[1] if chart.past is not None else None
    lost = None if past is None else lost_of([spot for spot in past.lost if spot.is_lost_by_the_run])
    before = () if past is None else about_apps(past.doubts)
    found = (*now, *then([*([lost] if lost is not None else []), *before], now))
    told = "\n".join(map(text_of, found))
    return f'<p id="doubts" role="alert">{escape(safe(told))}</p>' if told else ""


def _digest(text: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _inert(data: dict[str, Any]) -> str:
    # No tag and no comment can start in it, so nothing ends the element that it lies in.
    return msgspec.json.encode(data).decode().replace("<", "\\u003c")


def _data(chart: Chart) -> dict[str, Any]:
    strings = Strings()
    analysis, services = chart.analysis, chart.services
    nouns = Nouns(analysis, services, strings)
    reading, resolution = analysis.reading, analysis.query_resolution
    found: dict[str, Any] = {
        "version": DATA_VERSION,
        "tool": __version__,
        "project": {
            "name": strings(reading.root.rstrip("/").rpartition("/")[2]),
            "root": strings(reading.root if "{root}" in chart.link else ""),
            "files": reading.files,
            "lines": reading.lines,
            "rate": resolution.rate,
            "sites": resolution.query_sites,
            "blind": len(analysis.blind_spots),
        },
        "link": strings(chart.link),
        "start": dict(chart.start),
        "services": nouns.services(),
        "apps": nouns.apps(),
        "models": nouns.models(),
        "modules": nouns.modules(),
        "tables": nouns.tables(),
        "accesses": needs.accesses(analysis, nouns, strings),
        "imports": needs.imports(analysis, nouns, strings),
        "relations": needs.relations(analysis, nouns, strings),
        "calls": needs.calls(analysis, nouns, strings),
        "shared": findings.shared(analysis, nouns, strings),
        "transactions": findings.transactions(analysis, services, nouns, strings),
        "circles": findings.circles(analysis, nouns, strings),
        "cuts": findings.cuts(chart.cuts, nouns, strings),
        "layouts": {of: _layout(layout, strings) for of, layout in sorted(chart.layouts.items())},
        "excerpts": {},
        "compare": None,
        "weighing": None,
    }
    if chart.past is not None:
        found["compare"] = comparison(*chart.past, analysis, chart.pictures, strings)
    if chart.weighing is not None:
        found["weighing"] = weighing_data(chart.weighing, nouns, strings)
    if chart.content_of is not None:
        further = [place for point in chart.cuts.cut_points for item in point.bill for place in item.evidence[:3]]
        found["excerpts"] = excerpts(analysis, chart.content_of, further, strings)
    found["strings"] = strings.texts
    return found


def _layout(layout: Layout, strings: Strings) -> dict[str, Any]:
    return {
        "rows": [[strings(each) for each in row] for row in layout.rows],
        "order": [strings(each) for each in layout.order],
    }
