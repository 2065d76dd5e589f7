"""The bytes of a source file go in, its text or the reason for having none comes out."""

import codecs
import io
import tokenize

import msgspec


class Refusal(msgspec.Struct, frozen=True):
    """Why a file has no text or no tree; line 0 means the file as a whole."""

    line: int
    kind: str
    reason: str


def decode_source(data: bytes) -> str | Refusal:
    r"""The text of *data* with `\n` at the end of lines, by its byte order mark, its coding cookie or UTF-8.

    Refusals are of kind `nul-bytes` or `undecodable`.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Refusal(0, "undecodable", "it is UTF-16, which Python does not read")
    nul = data.find(b"\0")
    if nul >= 0:
        return Refusal(data.count(b"\n", 0, nul) + 1, "nul-bytes", "it holds NUL bytes")
    try:
        text = data.decode(_encoding_of(data))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Refusal(line, "undecodable", f"not valid {error.encoding}: {error.reason}")
    except (LookupError, SyntaxError, UnicodeError, ValueError) as error:
        return Refusal(1, "undecodable", f"its encoding is unknown: {error}")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def _encoding_of(data: bytes) -> str:
    if b"coding" not in data[:400] and not data.startswith(codecs.BOM_UTF8):
        # What detect_encoding would say, without reading two lines.
        return "utf-8"
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        if "unknown encoding" in str(error) or "encoding problem" in str(error):
            raise
        # The first lines are no UTF-8; decoding tells which byte.
        return "utf-8"
    return encoding
