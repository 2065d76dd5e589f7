"""What calls what, and what touches which table, for everything that entry points lead to: kept packed until somebody asks."""

from __future__ import annotations

import msgspec

NOW, AFTER_COMMIT, BY_TASK = 0, 1, 2
"""When a call is made: at once, when the transaction is committed, or by a task elsewhere."""


class FlowFunction(msgspec.Struct, frozen=True, array_like=True):
    """A function, or the level of a module or class."""

    path: str
    name: str
    """Dotted qualified name."""
    line: int
    end_line: int
    app: str | None


class Flow(msgspec.Struct, frozen=True, array_like=True):
    """Bodies with their calls and effects, in lists of numbers; a body is a function with the types of its arguments."""

    functions: tuple[FlowFunction, ...] = ()
    bodies: tuple[int, ...] = ()
    """Index of the function of each body."""
    calls: tuple[tuple[int, ...], ...] = ()
    """Of each body (callee, line, when), one after the other."""
    tables: tuple[str, ...] = ()
    effects: tuple[tuple[int, ...], ...] = ()
    """Of each body (line, index of the table, whether it is written, rank of the certainty), one after the other."""


def pack_flow(flow: Flow) -> bytes:
    """*flow* as it is kept."""
    return msgspec.msgpack.encode(flow)


def unpack_flow(data: bytes) -> Flow:
    """What was packed; nothing of nothing."""
    return msgspec.msgpack.decode(data, type=Flow) if data else Flow()
