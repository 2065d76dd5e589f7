"""What a proposal wants to know of the text of functions: how they are called, and whether an answer is used."""

from __future__ import annotations

from typing import Protocol

import msgspec


class Argument(msgspec.Struct, frozen=True):
    """A parameter as it is written."""

    name: str
    annotation: str
    """As written; empty when there is none."""
    default: str
    """The type of a literal that it defaults to, `None` among them; empty when it has no default or another one."""
    has_default: bool
    is_variadic: bool
    """`*names` or `**names`."""


class Signature(msgspec.Struct, frozen=True):
    """How a function is called."""

    arguments: tuple[Argument, ...]
    """Without the receiver."""
    returns: str
    """The annotation as written; empty when there is none."""
    binds: str
    """What is bound before a call: `self`, `cls`, or nothing."""
    is_async: bool
    gives: bool
    """Whether it ever returns a value other than None."""


class Sources(Protocol):
    """Text of the project, asked by place."""

    def signature(self, path: str, line: int, function: str) -> Signature | None:
        """Of the function that is defined there; None when it can't be had."""

    def is_answer_used(self, path: str, line: int) -> bool:
        """Whether anything is done with what the statement on this line gives; a call that stands alone gives to nobody."""


class NoSources:
    """Nothing can be read."""

    def signature(self, path: str, line: int, function: str) -> Signature | None:  # noqa: ARG002 - nobody knows
        """Nobody knows."""
        return None

    def is_answer_used(self, path: str, line: int) -> bool:  # noqa: ARG002 - nobody knows
        """It may be."""
        return True
