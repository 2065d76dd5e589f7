"""How an operation travels: by a direct call, a router or a bus, how often it arrives, and why, drawn from the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Communication, Delivery, OperationKind

if TYPE_CHECKING:
    from collections.abc import Sequence

MANY_CALLERS = 8
"""From so many modules on, callers should not each know where an operation is served."""
REQUEST_MS, BACKGROUND_MS = 1000, 5000
"""How long a caller waits, in milliseconds."""


class Circumstance(msgspec.Struct, frozen=True):
    """How one call site asks."""

    module: str
    in_transaction: bool
    in_loop: bool
    origins: tuple[str, ...]
    is_answer_used: bool


class Way(msgspec.Struct, frozen=True):
    """How an operation travels."""

    communication: Communication
    delivery: Delivery
    reason: str
    ordering: str
    timeout_ms: int
    retries: int
    when_down: str


def way_of(kind: OperationKind, asking: Sequence[Circumstance], *, idempotent: bool, key: str) -> Way:
    """The way for an operation that is asked for like this; *key* names what rows are told apart by."""
    if kind is OperationKind.EVENT:
        return Way(
            Communication.BUS,
            Delivery.AT_LEAST_ONCE,
            "nobody waits for what listeners do; they see each event at least once, and must not mind to see it again",
            f"by {key}",
            0,
            0,
            "events wait in the outbox of the sender, and listeners catch up",
        )
    in_request = any("request" in each.origins for each in asking)
    timeout = REQUEST_MS if in_request or not any(each.origins for each in asking) else BACKGROUND_MS
    modules = {each.module for each in asking}
    direct = Communication.ROUTED if len(modules) >= MANY_CALLERS else Communication.CALL
    routed = (
        f"; {len(modules)} modules ask, so a router knows where it is served" if len(modules) >= MANY_CALLERS else ""
    )
    if kind is OperationKind.QUERY:
        loops = (
            "; it is asked in a loop today, and for all at once then" if any(each.in_loop for each in asking) else ""
        )
        waits = "the answer is used at once" + (", while somebody waits for a page" if in_request else "")
        down = (
            "shows the page without it, or a copy that it kept"
            if in_request
            else "tries again later: the work is in a queue"
        )
        return Way(direct, Delivery.AT_MOST_ONCE, f"{waits}{loops}{routed}", "none", timeout, 2, f"the caller {down}")
    return _of_command(asking, direct, routed, timeout, idempotent=idempotent, key=key)


def _of_command(
    asking: Sequence[Circumstance],
    direct: Communication,
    routed: str,
    timeout: int,
    *,
    idempotent: bool,
    key: str,
) -> Way:
    once = "" if idempotent else "; it is not safe to do twice, so it carries an idempotency key"
    if not any(each.is_answer_used for each in asking):
        inside = any(each.in_transaction for each in asking)
        outbox = (
            ", and is written to the outbox of the transaction around it, so that it goes out if that commits"
            if inside
            else ""
        )
        return Way(
            Communication.BUS,
            Delivery.AT_LEAST_ONCE,
            f"no call site uses an answer: it can be done a moment later{outbox}{once}",
            f"by {key}",
            0,
            0,
            "commands wait in the outbox, and are done when the other side is back",
        )
    outside = ", inside a transaction that it can't be part of any more"
    split = outside if any(each.in_transaction for each in asking) else ""
    return Way(
        direct,
        Delivery.AT_LEAST_ONCE,
        f"the answer is used at once{split}{once}{routed}",
        f"by {key}",
        timeout,
        2,
        "the caller fails as it does today when the database is down: nothing was done",
    )
