"""A struct → JSON for machines that people look at too: it diffs by line, and steers no terminal and no CI log."""

import re
from typing import Any

import msgspec

# Inside JSON texts these may stand as they are, but somebody will show the report in a terminal or a CI log.
_STEERING = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]|(?<=##)\\["
)


def json_text(report: msgspec.Struct) -> str:
    """*report* with each key on a line, and one item of each of its lists on a line."""
    encoder = msgspec.json.Encoder()
    keys: list[bytes] = []
    for key in report.__struct_fields__:
        value = getattr(report, key)
        try:
            text = _one_per_line(encoder, value)
        except UnicodeEncodeError:
            # A file name that is not UTF-8 comes as lone surrogates, which JSON in UTF-8 can't hold.
            text = _one_per_line(encoder, _without_surrogates(msgspec.to_builtins(value)))
        keys.append(b'  "%s": %s' % (key.encode(), text))
    return _STEERING.sub(_escaped, (b"{\n" + b",\n".join(keys) + b"\n}\n").decode())


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
    return _STEERING.sub(_escaped, msgspec.json.format(encoded, indent=1).decode()) + "\n"


def _one_per_line(encoder: msgspec.json.Encoder, value: object) -> bytes:
    if not isinstance(value, tuple | list) or not value:
        return encoder.encode(value)
    # No line of these has a newline of its own: inside texts JSON escapes it.
    lines = encoder.encode_lines(value).rstrip(b"\n").replace(b"\n", b",\n    ")
    return b"[\n    " + lines + b"\n  ]"


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
