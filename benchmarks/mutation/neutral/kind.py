"""What a kind of neutral edit is: code looks different or lies elsewhere, and does what it did."""

from collections.abc import Callable
from random import Random

from benchmarks.mutation.ground import Ground

FOLDERS_FOUND_BY_NAME = {"commands", "templatetags", "migrations", "models"}
"""Django and the analysis look into these: a module more in them would be one of their kind."""

Texts = dict[str, str | None]
"""New texts of files by path; None for one that is gone."""
Edit = Callable[[Ground, str, Random], Texts | None]
"""Edits the file of a path, and others with it; None where there is nothing to do."""
Edits = dict[str, Edit]


def of_text(change: Callable[[str], str | None]) -> Edit:
    """The edit that changes the text of one file alone."""

    def edit(ground: Ground, path: str, _random: Random) -> Texts | None:
        text = change(ground.project.files[path])
        return None if text is None or text == ground.project.files[path] else {path: text}

    return edit
