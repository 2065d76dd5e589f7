"""Operation → what contracts say of it in keys of their own: who calls it, how it travels, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.boundary import OperationKind
from cutpoint.domain.cut import Side

if TYPE_CHECKING:
    from cutpoint.domain.boundary import Boundary, Operation

VERSION = "0.1.0"
"""Of every contract: it is a proposal."""


def extensions_of(operation: Operation) -> dict[str, Any]:
    """Keys that begin with `x-cutpoint-`."""
    return {
        "x-cutpoint-kind": operation.kind,
        "x-cutpoint-model": operation.model,
        "x-cutpoint-tables": operation.tables,
        "x-cutpoint-communication": operation.communication,
        "x-cutpoint-delivery": operation.delivery,
        "x-cutpoint-ordering": operation.ordering,
        "x-cutpoint-idempotent": operation.idempotent,
        "x-cutpoint-timeout-ms": operation.timeout_ms,
        "x-cutpoint-retries": operation.retries,
        "x-cutpoint-when-down": operation.when_down,
        "x-cutpoint-reason": operation.reason,
        "x-cutpoint-callers": operation.callers,
        "x-cutpoint-call-sites": len(operation.call_sites),
    }


def side_said(side: Side) -> str:
    """Who serves it, in words."""
    return "what leaves" if side is Side.TAKE else "what stays"


def title_of(boundary: Boundary) -> str:
    """What the cut is called; never empty, since formats ask for a title."""
    return boundary.name or boundary.cut_point or "a cut"


def summary_of(operation: Operation) -> str:
    """What it does, in one line."""
    about = operation.model or operation.name
    if operation.function:
        return f"{operation.function} of today, served by {side_said(operation.served_by)}"
    if operation.kind is OperationKind.EVENT:
        return f"{about}: it has happened on the side of {side_said(operation.served_by)}"
    return f"{operation.shape} {about}, served by {side_said(operation.served_by)}"
