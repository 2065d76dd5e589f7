"""Which operations no general test can ask, each with its reason: said in the library's README."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Purpose, Shape
from cutpoint.emit.proposal.library.package import is_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.emit.proposal.library.package import Method, Package

_NOT_EVERYWHERE = ("search", "overlap", "contained_by", "has_key", "has_keys", "has_any_keys", "trigram_similar")
_CALLED = (
    "it runs a function of the project, and what that does is for the project's own tests to say; "
    "it is checked that the function takes what it is given, and that the fake gives what a test has set"
)


def not_exercised(package: Package) -> tuple[tuple[str, str], ...]:
    """(operation, why), in their order."""
    return tuple(_untold(package))


def _untold(package: Package) -> Iterator[tuple[str, str]]:
    for method in package.methods:
        reason = _reason(method)
        if reason:
            yield method.name, reason


def _reason(method: Method) -> str:
    operation = method.operation
    if is_call(method):
        return _CALLED
    for slot in method.by(Purpose.CHOOSE):
        if slot.parameter.lookup.rpartition("__")[2] in _NOT_EVERYWHERE:
            return f"not every database has the lookup {slot.parameter.lookup}"
    if operation.shape is Shape.LINK and operation.function.partition(".")[0] in ("", "rows"):
        return "it is not known by which accessor rows are linked"
    if operation.shape in (Shape.GET, Shape.LIST) and (method.record is None or not method.record.key):
        return "it gives no record with a key"
    if operation.batch and operation.shape in (Shape.CREATE, Shape.SAVE) and method.item is None:
        return "it takes no records"
    return ""
