"""What running code leaves behind for those who asked for it: blind spots, paths, and where things went wrong."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Place

if TYPE_CHECKING:
    from cutpoint.domain.objects import Module
    from cutpoint.domain.values import Value


class Notes:
    """Notes of one run, to which its code only adds."""

    def __init__(self) -> None:
        """Nothing is noted."""
        self.blind_spots: list[BlindSpot] = []
        self.included: list[str] = []
        """Paths of the files of ours that were run in the scope of another one, in that order."""
        self.path_inserts: list[str] = []
        """Folders below the root that code put on sys.path."""
        self.failed_imports = 0
        self.endings: list[tuple[Place, str]] = []
        """Where code surely ends before its last line, or is not run again, and the words for it."""
        self.circles: list[tuple[Place, str]] = []
        """Where all names of a module were imported that didn't have all of them yet, and the words for it."""
        self.handed: list[tuple[Value, str, Place]] | None = None
        """(list or dict, name of the function, place) of what code that isn't here was handed, while somebody asks."""
        self.here = Place("", 0)
        """Where the call of a plain value's method stands that runs right now."""
        self.raised_at = Place("", 0)
        """Where the last exception was raised."""

    def note_path(self, folder: str) -> None:
        """Note a folder that code puts on sys.path; `/` is the analyzed root."""
        if folder.startswith("/"):
            self.path_inserts.append(posixpath.normpath(folder).lstrip("/") or ".")

    def blind(self, module: Module, line: int, kind: str, reason: str) -> None:
        """Note something of ours that was not understood."""
        if module.found.ours:
            self.blind_spots.append(BlindSpot(module.path, line, kind, reason))
