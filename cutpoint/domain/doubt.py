"""What makes a report doubtful as a whole: it is told at the top of whatever is written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.source import BlindSpot

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cutpoint.domain.catalog import Settings


class DoubtKind(StrEnum):
    """What is in doubt."""

    INCOMPLETE = "incomplete"
    GUESSED = "guessed-apps"
    SETTINGS = "settings-in-part"
    URLS = "urls-in-part"


_AND_SO = (
    "What it holds is missing here, and may make other things wrong: run it again, or leave it out with --exclude."
)
_GUESSED = "INSTALLED_APPS can't be read, so every package with models or an AppConfig counts as one"
_IN_SETTINGS = frozenset({"code-at-run-time", "missing-module", "execution-limit"})
"""Kinds of blind spots that make settings doubtful when they stand in their files."""
_IN_URLS = frozenset({"urls-at-run-time", "view-at-run-time", "url-limit"})


class Doubt(msgspec.Struct, frozen=True, order=True):
    """One reason to doubt all of it."""

    kind: DoubtKind
    title: str
    said: str = ""
    """What there is to say before the place."""
    path: str = ""
    line: int = 0
    reason: str = ""
    further: int = 0
    """How many places more there are."""
    advice: str = ""

    @property
    def place(self) -> str:
        """The first place; empty when there is none."""
        return f"{self.path}:{self.line}" if self.line else self.path


def doubts_of(settings: Settings, spots: Sequence[BlindSpot]) -> tuple[Doubt, ...]:
    """The doubts that the *settings* and the blind *spots* of an analysis raise, the gravest first."""
    found = [lost_of([spot for spot in spots if spot.is_loss])]
    is_guessed = settings.apps_from == "folders" and settings.module is not None
    if is_guessed:
        advice = "Say them with --set installed-apps=shop,billing."
        found.append(Doubt(DoubtKind.GUESSED, "The apps are guessed", _GUESSED, advice=advice))
    else:
        chain = set(settings.chain)
        of_settings = [
            spot
            for spot in spots
            if spot.kind == "unreadable-setting" or (spot.kind in _IN_SETTINGS and spot.path in chain)
        ]
        found.append(_first(DoubtKind.SETTINGS, "The settings are known in part", of_settings))
    found.append(
        _first(DoubtKind.URLS, "URL patterns are known in part", [spot for spot in spots if spot.kind in _IN_URLS])
    )
    return tuple(doubt for doubt in found if doubt is not None)


def lost_of(lost: Sequence[BlindSpot]) -> Doubt | None:
    """The doubt that what was *lost* raises; None when nothing was."""
    if not lost:
        return None
    number = len(lost)
    said = f"{number:,} {'file or folder was' if number == 1 else 'files or folders were'} lost on the way"
    return Doubt(DoubtKind.INCOMPLETE, "This is incomplete", said, lost[0].path, 0, lost[0].reason, number - 1, _AND_SO)


def about_apps(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Those *doubts* that concern which apps and tables there are, as what couples them is made of."""
    return tuple(doubt for doubt in doubts if doubt.kind in {DoubtKind.GUESSED, DoubtKind.SETTINGS})


def then(doubts: Iterable[Doubt], now: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Those *doubts* about an earlier revision that aren't the same *now*, told as such."""
    kinds = {doubt.kind for doubt in now}
    return tuple(
        msgspec.structs.replace(
            doubt, title=f"In what this is compared with, {doubt.title[:1].lower()}{doubt.title[1:]}"
        )
        for doubt in doubts
        if doubt.kind not in kinds
    )


def _first(kind: DoubtKind, title: str, spots: Sequence[BlindSpot]) -> Doubt | None:
    if not spots:
        return None
    return Doubt(kind, title, "", spots[0].path, spots[0].line, spots[0].reason, len(spots) - 1)
