"""The bytes of a template -> FileFacts: its parts, and the template that it extends."""

from __future__ import annotations

from cutpoint.domain import skeleton as sk
from cutpoint.domain.facts import FileFacts
from cutpoint.recognize.templates.lowering import Lowering, TooMuchError

_LARGEST = 2 << 20
"""Bytes."""


def recognize_template(data: bytes) -> FileFacts:
    """What a template says on its own; whatever it holds, nothing is raised because of it."""
    lines = data.count(b"\n") + 1
    if len(data) > _LARGEST:
        return _failed(lines, "too-large", f"a template of more than {_LARGEST >> 20} MB")
    try:
        body = Lowering(data.decode("utf-8-sig", "replace")).lowered()
    except (TooMuchError, RecursionError):
        return _failed(lines, "too-deep", "a template with more tags, or deeper ones, than are looked at")
    return FileFacts(lines=lines, imports=(), body=sk.pack_body(body))


def _failed(lines: int, kind: str, reason: str) -> FileFacts:
    return FileFacts(lines=lines, imports=(), body=b"", problems=((0, kind, reason),), failed=True)
