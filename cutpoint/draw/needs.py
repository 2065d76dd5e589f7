"""One place where code or a model needs something, before anybody has said at which level it is to be drawn."""

from __future__ import annotations

from typing import NamedTuple

from cutpoint.domain.access import Certainty
from cutpoint.domain.source import Evidence


class Code(NamedTuple):
    """The end of an arrow that is code."""

    module: str
    """Empty when it is not known."""
    app: str | None
    """Of the app that counts as doing it, which is not always the one that the line lies in."""
    side: str = ""
    """Of a cut."""


class Rows(NamedTuple):
    """The end of an arrow that is rows: those of a model, or of a table that no model declares."""

    model: str | None
    table: str | None
    side: str = ""


End = Code | Rows


class Need(NamedTuple):
    """*source* needs *target*, for one reason, at one place."""

    source: End
    target: End
    kind: str
    place: Evidence
    certainty: Certainty = Certainty.PROVED
    is_implicit: bool = False
