"""The headers that every call across carries, as parameters of OpenAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.domain.boundary import Operation
    from cutpoint.emit.proposal.json_types import Schema

_HEADERS: dict[str, Schema] = {
    "CorrelationId": {
        "name": "X-Correlation-ID",
        "required": True,
        "description": "One for all that one request, task or command brings about, on both sides.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 128},
    },
    "TraceParent": {
        "name": "traceparent",
        "required": False,
        "description": "The W3C trace context of the caller, where there is one.",
        "schema": {"type": "string", "pattern": "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"},
    },
    "FeatureFlags": {
        "name": "X-Feature-Flags",
        "required": False,
        "description": "As the caller sees them, so that both sides decide alike: new_page=true,old_page=false.",
        "style": "simple",
        "explode": True,
        "schema": {"type": "object", "additionalProperties": {"type": "boolean"}},
    },
    "Deadline": {
        "name": "X-Deadline",
        "required": True,
        "description": "When nobody waits for the answer any more; what is begun later is answered with 504.",
        "schema": {"type": "string", "format": "date-time"},
    },
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "required": True,
        "description": "The same for each attempt: what was done once is not done again, and answered alike.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 128},
    },
}


def header_components() -> dict[str, Schema]:
    """The headers by name."""
    return {name: {"in": "header", **said} for name, said in _HEADERS.items()}


def headers_of(operation: Operation) -> list[Schema]:
    """References to the headers of one operation: what is not safe to do twice needs a key."""
    names = [name for name in _HEADERS if name != "IdempotencyKey" or not operation.idempotent]
    return [{"$ref": f"#/components/parameters/{name}"} for name in names]
