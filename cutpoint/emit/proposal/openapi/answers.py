"""What an operation answers with, as responses of OpenAPI; errors are problems as RFC 9457 has them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Communication

if TYPE_CHECKING:
    from cutpoint.domain.boundary import Operation
    from cutpoint.emit.proposal.json_types import JsonTypes, Schema

_SAID = {
    "400": "The arguments are not what this contract asks for.",
    "404": "There is no such row.",
    "409": "It can't be done to what is there now.",
    "422": "It was understood, and can't be done.",
    "503": "The side that serves this is down or refuses work; try again after Retry-After.",
    "504": "The deadline passed: nobody waits for the answer any more.",
}
_BY_ENDING = (("NotFound", "404"), ("Conflict", "409"))
_ALWAYS = {"400": "BadRequest", "503": "Unavailable", "504": "DeadlineExceeded"}


def problem_schema() -> Schema:
    """A problem, with the name of the error as the library on the caller's side raises it."""
    return {
        "type": "object",
        "description": "What went wrong, as RFC 9457 has it.",
        "properties": {
            "type": {"type": "string", "format": "uri-reference", "default": "about:blank"},
            "title": {"type": "string"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "error": {"type": "string", "description": "The name of the error that the caller's side raises."},
        },
        "required": ["title", "status", "error"],
    }


def answer_components() -> dict[str, Schema]:
    """The responses that every operation has."""
    found = {name: _problem(status, [name]) for status, name in _ALWAYS.items()}
    found["Unavailable"]["headers"] = {
        "Retry-After": {"description": "In seconds.", "schema": {"type": "integer", "minimum": 0}}
    }
    return found


def answers_of(operation: Operation, types: JsonTypes) -> dict[str, Schema]:
    """Responses by status, sorted."""
    status, answer = _good(operation, types)
    found = {status: answer}
    by_status: defaultdict[str, list[str]] = defaultdict(list)
    for error in operation.errors:
        by_status[next((code for ending, code in _BY_ENDING if error.endswith(ending)), "422")].append(error)
    if not operation.idempotent:
        by_status["409"].append("IdempotencyKeyInUse")
        by_status["422"].append("IdempotencyKeyReused")
    found.update((code, _problem(code, errors)) for code, errors in by_status.items())
    found.update((code, {"$ref": f"#/components/responses/{name}"}) for code, name in _ALWAYS.items())
    return dict(sorted(found.items()))


def _good(operation: Operation, types: JsonTypes) -> tuple[str, Schema]:
    if operation.communication is Communication.BUS:
        return "202", {"description": "It is kept, and will be done: nobody waits for it."}
    if operation.returns == "None":
        return "204", {"description": "It is done."}
    content = {"application/json": {"schema": types.of(operation.returns)}}
    return "200", {"description": "The answer.", "content": content}


def _problem(status: str, errors: list[str]) -> Schema:
    named = {"properties": {"error": {"enum": sorted(set(errors))}}}
    schema = {"allOf": [{"$ref": "#/components/schemas/Problem"}, named]}
    return {"description": _SAID[status], "content": {"application/problem+json": {"schema": schema}}}
