"""`contracts/openapi-take.json` and `contracts/openapi-keep.json`: queries and commands of each side as OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Side
from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.proposal.openapi.document import openapi_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """One for each side that serves something that can be called."""
    for side in Side:
        document = openapi_document(boundary, side)
        if document is not None:
            yield f"contracts/openapi-{side}.json", harmless_json(document)
