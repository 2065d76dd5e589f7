"""Boundary + side → the OpenAPI 3.1 document of the queries and commands that this side serves."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from cutpoint.domain.boundary import Communication, OperationKind
from cutpoint.emit.proposal.extensions import VERSION, extensions_of, side_said, summary_of, title_of
from cutpoint.emit.proposal.json_types import JsonTypes
from cutpoint.emit.proposal.keys import keys_of
from cutpoint.emit.proposal.openapi.answers import answer_components, answers_of, problem_schema
from cutpoint.emit.proposal.openapi.headers import header_components, headers_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.boundary import Boundary, Operation, Parameter, Record
    from cutpoint.domain.cut import Side
    from cutpoint.emit.proposal.json_types import Schema

_SENT_IN_A_BODY = ("tuple[", "Json")
"""Types of arguments that no query string should carry: a batch of keys is longer than proxies let through."""


def openapi_document(boundary: Boundary, side: Side) -> Schema | None:
    """None when *side* serves nothing that can be called."""
    served = [
        operation
        for operation in boundary.operations
        if operation.served_by is side and operation.kind is not OperationKind.EVENT
    ]
    if not served:
        return None
    keys = keys_of(record.name for record in boundary.records)
    # No record can be called that: their names end in Data.
    types = JsonTypes({name: f"#/components/schemas/{key}" for name, key in keys.items()})
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{title_of(boundary)}: what is served by {side_said(side)}",
            "version": VERSION,
            "description": "Proposed from what the code on the other side asks for today. "
            "Every operation has a path of its own; what takes batches or structures, and every command, is a POST.",
        },
        "tags": [{"name": name} for name in sorted({_tag(operation) for operation in served})],
        "paths": {
            f"/operations/{quote(each.name, safe='', errors='backslashreplace')}": _path(each, types) for each in served
        },
        "components": {
            "parameters": header_components(),
            "responses": answer_components(),
            "schemas": {
                "Problem": problem_schema(),
                **{keys[record.name]: _record(record, types) for record in _shown(boundary.records, served)},
            },
        },
    }


def _path(operation: Operation, types: JsonTypes) -> Schema:
    is_get = operation.kind is OperationKind.QUERY and not any(map(_is_structured, operation.parameters))
    found: Schema = {
        "operationId": operation.name,
        "summary": summary_of(operation),
        "tags": [_tag(operation)],
        "parameters": headers_of(operation),
    }
    if operation.communication is Communication.BUS:
        found["description"] = "Goes by the bus: see asyncapi.json. This path is for callers that have none."
    if is_get:
        found["parameters"] += [_in_query(each, types) for each in operation.parameters]
    elif operation.parameters:
        body = {**types.of_object(operation.parameters), "additionalProperties": False}
        found["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    found["responses"] = answers_of(operation, types)
    return {"get" if is_get else "post": {**found, **extensions_of(operation)}}


def _is_structured(parameter: Parameter) -> bool:
    return any(part in parameter.type for part in _SENT_IN_A_BODY)


def _in_query(parameter: Parameter, types: JsonTypes) -> Schema:
    # Whoever means None leaves it out.
    annotation = parameter.type.removesuffix(" | None")
    is_required = not parameter.optional and annotation == parameter.type
    return {"name": parameter.name, "in": "query", "required": is_required, "schema": types.of(annotation)}


def _tag(operation: Operation) -> str:
    return operation.model or operation.name


def _shown(records: Iterable[Record], served: Iterable[Operation]) -> list[Record]:
    said = {word for operation in served for word in _names_in(operation)}
    return [record for record in records if record.name in said]


def _names_in(operation: Operation) -> list[str]:
    text = " ".join((operation.returns, *(each.type for each in operation.parameters)))
    return "".join(letter if letter.isalnum() or letter == "_" else " " for letter in text).split()


def _record(record: Record, types: JsonTypes) -> Schema:
    return {"description": f"What is shown of {record.model}.", **types.of_object(record.fields)}
