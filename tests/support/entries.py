"""A small monolith → its entry points, each in one line: `url pay/ desk.views.pay writes shop_order, reads people_customer`."""

from textwrap import dedent

from cutpoint.domain.entry_point import EntryPoint
from tests.support.corner_shop import FILES
from tests.support.query_snippets import _queries_of, _sources

SETTINGS = f"{dedent(FILES['config/settings.py'])}\nROOT_URLCONF = 'config.urls'\n"
"""Those of the monolith around; more may be added behind them."""


def entry_points_of(code: str, *, files: dict[str, str] | None = None, models: str = "") -> list[EntryPoint]:
    """The entry points of a snippet (the module `desk/views.py`) and of further *files*."""
    more = {"config/settings.py": SETTINGS, "config/urls.py": "urlpatterns = []", **(files or {})}
    return list(_queries_of(_sources(code, models, more)).entry_points)


def told(points: list[EntryPoint], kind: str | None = None) -> list[str]:
    """Each in one line, with its tables."""
    return [_told(point) for point in points if kind is None or point.kind == kind]


def check_entries(kind: str, code: str, expected: str, *, files: dict[str, str] | None = None, only: str = "") -> None:
    """Hold the entry points of one *kind* against lines such as `pay/ desk.views.pay: writes shop_order`.

    Those whose names don't hold *only* are left out.
    """
    wanted = [line.strip() for line in dedent(expected).strip().splitlines()]
    found = told([point for point in entry_points_of(code or "\n", files=files) if only in point.name], kind)
    assert sorted(found) == sorted(wanted), "\n".join(["found:", *sorted(found), "wanted:", *sorted(wanted)])


def _told(point: EntryPoint) -> str:
    parts = [
        f"{word} {', '.join(each.table for each in reached)}"
        for word, reached in (("writes", point.written), ("reads", point.read))
        if reached
    ]
    parts += [f"sends {', '.join(point.sends)}"] if point.sends else []
    does = "; ".join(parts)
    return f"{point.title} {point.function}{f': {does}' if does else ''}"
