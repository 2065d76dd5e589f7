"""`contracts/asyncapi.json`: events, and commands that go by the bus, as AsyncAPI 3.0, seen from what leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Communication, OperationKind
from cutpoint.domain.cut import Side
from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.proposal.extensions import VERSION, extensions_of, side_said, summary_of, title_of
from cutpoint.emit.proposal.json_types import JsonTypes
from cutpoint.emit.proposal.keys import keys_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary, Operation
    from cutpoint.emit.proposal.json_types import Schema

_HEADERS: Schema = {
    "type": "object",
    "properties": {
        "message_id": {
            "type": "string",
            "description": "Who has seen it does nothing when it comes again.",
        },
        "correlation_id": {
            "type": "string",
            "description": "One for all that one request, task or command brings about.",
        },
        "causation_id": {"type": "string", "description": "The id of the message or call that brought this one about."},
        "occurred_at": {"type": "string", "format": "date-time", "description": "When the transaction committed."},
        "idempotency_key": {"type": "string", "description": "Of a command: the same for each attempt."},
        "traceparent": {"type": "string", "description": "The W3C trace context of the sender."},
    },
    "required": ["message_id", "correlation_id", "occurred_at"],
}


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """None when nothing goes by the bus."""
    sent = [each for each in boundary.operations if each.communication is Communication.BUS]
    if sent:
        yield "contracts/asyncapi.json", harmless_json(_document(boundary, sent))


def _document(boundary: Boundary, sent: list[Operation]) -> Schema:
    keys = keys_of(operation.id for operation in sent)
    prefix = keys_of([title_of(boundary)])[title_of(boundary)]
    records = keys_of(record.name for record in boundary.records)
    types = JsonTypes({name: f"#/components/schemas/{key}" for name, key in records.items()}, is_draft_7=True)
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": f"{title_of(boundary)}: messages across",
            "version": VERSION,
            "description": f"Seen from {side_said(Side.TAKE)}: {side_said(Side.KEEP)} receives what is sent here, "
            "and sends what is received. Messages come from an outbox, at least once.",
        },
        "defaultContentType": "application/json",
        "channels": {keys[each.id]: _channel(each, keys[each.id], prefix) for each in sent},
        "operations": {f"{_action(each)}.{keys[each.id]}": _operation(each, keys[each.id]) for each in sent},
        "components": {
            "messages": {keys[each.id]: _message(each, types) for each in sent},
            "schemas": {
                records[record.name]: {
                    "description": f"What is shown of {record.model}.",
                    **types.of_object(record.fields),
                }
                for record in boundary.records
            },
        },
    }


def _action(operation: Operation) -> str:
    # Events are sent by the side that serves them, commands are received by it.
    is_event = operation.kind is OperationKind.EVENT
    return "send" if is_event is (operation.served_by is Side.TAKE) else "receive"


def _channel(operation: Operation, key: str, prefix: str) -> Schema:
    plural = "events" if operation.kind is OperationKind.EVENT else "commands"
    return {
        "address": f"{prefix}.{plural}.{key}",
        "title": operation.name,
        "description": summary_of(operation),
        "messages": {key: {"$ref": f"#/components/messages/{key}"}},
        "x-cutpoint-ordering-key": _ordering_key(operation),
    }


def _operation(operation: Operation, key: str) -> Schema:
    return {
        "action": _action(operation),
        "channel": {"$ref": f"#/channels/{key}"},
        "title": operation.name,
        "summary": summary_of(operation),
        "messages": [{"$ref": f"#/channels/{key}/messages/{key}"}],
        **extensions_of(operation),
    }


def _message(operation: Operation, types: JsonTypes) -> Schema:
    required = [*_HEADERS["required"], *([] if operation.idempotent else ["idempotency_key"])]
    return {
        "name": operation.name,
        "title": operation.name,
        "summary": summary_of(operation),
        "contentType": "application/json",
        "correlationId": {"location": "$message.header#/correlation_id"},
        "headers": {**_HEADERS, "required": required},
        "payload": types.of_object(operation.parameters),
    }


def _ordering_key(operation: Operation) -> str | None:
    """Where in a message what keeps messages about one row in order stands; without it, nothing is in order."""
    if operation.ordering == "none":
        return None
    by_key = next((each for each in operation.parameters if each.lookup in {"pk", "self"} or each.name == "id"), None)
    return f"$message.payload#/{by_key.name}" if by_key is not None else None
