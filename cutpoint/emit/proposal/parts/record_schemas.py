"""`contracts/schemas/OrderData.schema.json`: each record as JSON Schema 2020-12."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.proposal.json_types import JsonTypes
from cutpoint.emit.proposal.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """One for each record."""
    keys = keys_of(record.name for record in boundary.records)
    types = JsonTypes({name: f"{key}.schema.json" for name, key in keys.items()})
    for record in boundary.records:
        key = keys[record.name]
        schema = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{key}.schema.json",
            "title": record.name,
            "description": f"What is shown of {record.model} across the boundary.",
            **types.of_object(record.fields),
        }
        yield f"contracts/schemas/{key}.schema.json", harmless_json(schema)
