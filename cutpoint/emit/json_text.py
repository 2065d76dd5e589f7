"""A struct → JSON for machines that people look at too: it diffs by line, and steers no terminal and no CI log."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec

# Inside JSON texts these may stand as they are, but somebody will show the report in a terminal or a CI log.
_STEERING = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]|(?<=##)\\["
)
_AT_ONCE = 1_000


def json_text(report: msgspec.Struct) -> str:
    """*report* with each key on a line, and one item of each of its lists on a line."""
    return encoded_json(report).decode()


def encoded_json(report: msgspec.Struct) -> bytearray:
    """The same in UTF-8: of a large report, a text takes twice the room, and nothing is held more often than it must be."""
    encoder = msgspec.json.Encoder()
    encoded = bytearray()
    for key in report.__struct_fields__:
        value = getattr(report, key)
        encoded += b'%s  "%s": ' % (b",\n" if encoded else b"{\n", key.encode())
        start = len(encoded)
        try:
            for part in _one_per_line(encoder, value):
                encoded += part
        except UnicodeEncodeError:
            # A file name that is not UTF-8 comes as lone surrogates, which JSON in UTF-8 can't hold.
            del encoded[start:]
            for part in _one_per_line(encoder, _without_surrogates(msgspec.to_builtins(value))):
                encoded += part
    encoded += b"\n}\n"
    return encoded


def schema_text(title: str, report: type[msgspec.Struct]) -> str:
    """The JSON Schema of *report*, sorted and indented."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **msgspec.json.schema(report),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"


def harmless_json(value: Any) -> str:  # noqa: ANN401 - whatever msgspec can encode
    """*value* as JSON, indented, which steers no terminal and no CI log; a newline at the end."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))
    return _harmless(msgspec.json.format(encoded, indent=1)) + "\n"


def _one_per_line(encoder: msgspec.json.Encoder, value: object) -> Iterator[bytes]:
    if not isinstance(value, tuple | list) or not value:
        yield _harmless(encoder.encode(value)).encode()
        return
    for start in range(0, len(value), _AT_ONCE):
        yield b",\n    " if start else b"[\n    "
        # No line of these has a newline of its own: inside texts JSON escapes it.
        lines = encoder.encode_lines(value[start : start + _AT_ONCE])
        yield _harmless(lines.rstrip(b"\n").replace(b"\n", b",\n    ")).encode()
    yield b"\n  ]"


def _harmless(encoded: bytes) -> str:
    return _STEERING.sub(_escaped, encoded.decode())


def _without_surrogates(value: Any) -> Any:  # noqa: ANN401 - whatever msgspec makes of a report
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_without_surrogates(key): _without_surrogates(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_surrogates(item) for item in value]
        case _:
            return value


def _escaped(found: re.Match[str]) -> str:
    # Beyond the first plane JSON writes a character as two halves.
    halves = found[0].encode("utf-16-be")
    return "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))
