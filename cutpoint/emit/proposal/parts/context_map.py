"""`views/boundary.cml`: a context map for Context Mapper, with what each side shows to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.context_map.map_text import map_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """The one file."""
    yield "views/boundary.cml", "\n".join(map_lines(boundary)) + "\n"
