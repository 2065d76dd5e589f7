"""`boundary.json`: the whole proposal for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Boundary
from cutpoint.emit.json_text import json_text, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """The one file."""
    yield "boundary.json", json_text(boundary)


def boundary_schema() -> str:
    """The JSON Schema of `boundary.json`."""
    return schema_text("The proposal that `cutpoint propose` writes as boundary.json", Boundary)
