"""A viewset of Django REST framework -> the part of a pattern that finds one object: `(?P<pk>[^/.]+)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.execution.attributes import MISSING, of_class

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class
    from cutpoint.resolve.execution.interpreter import Interpreter


def lookup_of(run: Interpreter, view: Class | None, prefix: str = "") -> str:
    """By the names that *view* gives; *prefix* tells the object of an outer router from that of an inner one."""
    field = _text(run, view, "lookup_field") or "pk"
    name = _text(run, view, "lookup_url_kwarg") or field
    return f"(?P<{prefix}{name}>{_text(run, view, 'lookup_value_regex') or '[^/.]+'})"


def _text(run: Interpreter, cls: Class | None, name: str) -> str | None:
    found = of_class(run, cls, name) if cls is not None else MISSING
    value = None if found is MISSING else run.plain(found)
    return value if isinstance(value, str) else None
