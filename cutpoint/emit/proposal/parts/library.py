"""`library/`: Python that serves the operations inside the monolith, one package for each side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.library import library_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """All of its files."""
    return library_files(boundary)
