"""Texts → numbers: each different text is in the page once, and what would steer or hide is visible in it."""

from __future__ import annotations

from cutpoint.emit.safe import visible


class Strings:
    """A table of texts that grows as it is asked; the first text is the empty one."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def __call__(self, text: str | None) -> int:
        """The number of *text*; 0 for none."""
        return self._numbers.setdefault(text or "", len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All of them, by their numbers."""
        return [visible(text) for text in self._numbers]
