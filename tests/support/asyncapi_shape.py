"""What of AsyncAPI 3.0.0 a document may hold, restated from the specification: unknown keys and lost references are refused.

`ASYNCAPI_SCHEMA` in the environment may name a copy of the official JSON Schema (`schemas/3.0.0-without-$id.json` of the
npm package @asyncapi/specs, Apache-2.0); then documents are held against that one too.
"""

import functools
import json
import os
import re
from typing import Annotated, Any, Literal

import jsonschema
import msgspec

Schema = dict[str, Any]
Extended = dict[Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9._-]+$")], Any]
Expression = Annotated[str, msgspec.Meta(pattern=r"^\$message\.(header|payload)#(/[^/]+)+$")]


class Shape(msgspec.Struct, rename="camel", forbid_unknown_fields=True):
    pass


class Reference(Shape):
    ref: str = msgspec.field(name="$ref")


class Info(Shape):
    title: str
    version: str
    description: str = ""


class Channel(Shape):
    address: str
    messages: dict[str, Reference]
    title: str = ""
    description: str = ""


class Operation(Shape):
    action: Literal["send", "receive"]
    channel: Reference
    messages: list[Reference]
    title: str = ""
    summary: str = ""


class Correlation(Shape):
    location: Expression


class Message(Shape):
    name: str
    payload: Schema
    headers: Schema
    correlation_id: Correlation
    content_type: str
    title: str = ""
    summary: str = ""


class Components(Shape):
    messages: dict[str, Message]
    schemas: dict[str, Schema]


class Document(Shape):
    asyncapi: Literal["3.0.0"]
    info: Info
    default_content_type: str
    channels: dict[str, Channel]
    operations: dict[str, Operation]
    components: Components


def read_asyncapi(text):
    """The document as plain values; raises when anything in it is not as the specification has it."""
    document = json.loads(text)
    read = msgspec.convert(_without_extensions(document), Document)
    for key in (*read.channels, *read.operations, *read.components.messages, *read.components.schemas):
        assert re.fullmatch(r"[A-Za-z0-9._-]+", key), key
    addresses = [channel.address for channel in read.channels.values()]
    assert len(set(addresses)) == len(addresses)
    for reference in _references(document):
        assert reference.startswith("#/")
        _at(document, reference)
    for operation in read.operations.values():
        # An operation may only speak of messages of its own channel.
        assert all(message.ref.startswith(f"{operation.channel.ref}/messages/") for message in operation.messages)
    for message in read.components.messages.values():
        assert message.headers["type"] == "object"
        for schema in (message.headers, message.payload):
            jsonschema.Draft7Validator.check_schema(schema)
    for schema in read.components.schemas.values():
        jsonschema.Draft7Validator.check_schema(schema)
    official = _official()
    if official is not None:
        official.validate(document)
    return document


def _without_extensions(value):
    match value:
        case dict():
            return {key: _without_extensions(item) for key, item in value.items() if not key.startswith("x-")}
        case list():
            return [_without_extensions(item) for item in value]
    return value


def _references(value):
    match value:
        case dict():
            if isinstance(value.get("$ref"), str):
                yield value["$ref"]
            for item in value.values():
                yield from _references(item)
        case list():
            for item in value:
                yield from _references(item)


def _at(document, reference):
    here = document
    for part in reference.removeprefix("#/").split("/"):
        here = here[part.replace("~1", "/").replace("~0", "~")]
    return here


@functools.cache
def _official():
    path = os.environ.get("ASYNCAPI_SCHEMA")
    if not path:
        return None
    with open(path, encoding="utf-8") as file:
        return jsonschema.Draft7Validator(json.load(file))
