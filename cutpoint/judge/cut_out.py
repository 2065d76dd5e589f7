"""What is gone in one function and new in another → what says that the one was cut out of the other, or put into it.

    def pay(order):                          def pay(order):
        order.state = "paid"                     settle(order)
        order.save()                  →
        log(order)                           def settle(order):
                                                 order.state = "paid"
                                                 order.save()
                                                 log(order)

Either the one leads to the other: it names it, or names what names it, in a step that it didn't have, and does there the
same as before. Or most steps of the other one stood in it and stand there no more; so many that no chance will do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cutpoint.judge.bodies import prints_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.finding import Key
    from cutpoint.judge.bodies import Bodies
    from cutpoint.judge.steps import Step

MOST = 0.6
"""The share of its steps from which on a function is a part of another one."""
ENOUGH = 3
"""So many steps in common tell by themselves that a function was cut out of another one."""
GENERAL = "→ "
_REACHED = re.compile(r"^_(?:\.\w+)+(?=\.\w+\()")


class Where(NamedTuple):
    """A function."""

    module: str
    function: str

    @property
    def word(self) -> str:
        """What it is called where it is called."""
        return self.function.rpartition(".")[2]


class Code(Protocol):
    """The code of one tree."""

    def __call__(self, key: Key, /) -> str:
        """The sketch of the code around a finding; empty when there is none."""

    def bodies_in(self, module: str, /) -> Bodies | None:
        """What is defined in a module; None when nobody knows."""


def function_of(key: Key) -> Where:
    """The function that a finding lies in, as `Bodies` has it: a lambda belongs to what it is written in."""
    return Where(key.module, _with_a_body(key.function))


def doer_of(key: Key, code: Code) -> Where:
    """The function where the table is touched: the general code that does it, or the one that the finding lies in."""
    module, _, name = key.expression.removeprefix(GENERAL).rpartition(".")
    while key.expression.startswith(GENERAL) and module:
        if code.bodies_in(module) is not None:
            return Where(module, _with_a_body(name))
        module, _, first = module.rpartition(".")
        name = f"{first}.{name}"
    return function_of(key)


def steps_at(where: Where, code: Code) -> tuple[Step, ...]:
    """The steps of a function; none when nobody knows."""
    bodies = code.bodies_in(where.module)
    return () if bodies is None else bodies.steps_of(where.function)


class CutOut:
    """Which functions of *now* were cut out of those of *then*, or put into them."""

    def __init__(self, then: Code, now: Code) -> None:
        self._then = then
        self._now = now

    def says(self, before: Key, after: Key, module: str) -> str:
        """What says so of the place *before*, whose module is called *module* today, and the place *after*; or nothing."""
        known = prints_in(self._then(before))
        if not known:
            return ""
        old = function_of(before)._replace(module=module)
        doer = doer_of(after, self._now)
        left = steps_at(old, self._now)
        part = steps_at(doer, self._now)
        stood = [step for step in part if step.prints & known]
        is_part = len(stood) >= MOST * len(part) > 0
        is_same = _deed(before) == _deed(after)
        if is_part or is_same:
            fresh = [step for step in left if not step.prints & known]
            if _leads(self._now, old, doer, fresh):
                return f"{old.word} calls {doer.word} for it"
        if (is_same or before.expression.startswith(GENERAL)) and self._was_put_into(before, after):
            return f"{function_of(after).word} does it itself"
        still = {each for step in left for each in step.prints}
        taken = {step.prints for step in stood if not step.prints & still}
        if old != doer and len(taken) >= max(ENOUGH, MOST * min(len(part), len(known))):
            return f"{len(taken)} steps of {old.word} are now in {doer.word}"
        return ""

    def _was_put_into(self, before: Key, after: Key) -> bool:
        """Whether the function of *after* called that of *before*, calls it no more, and has most of its steps."""
        doer, place = doer_of(before, self._then), function_of(after)
        steps = steps_at(place, self._now)
        has = {each for step in steps for each in step.prints}
        of_it = steps_at(doer, self._then)
        return (
            0 < MOST * len(of_it) <= sum(not step.prints.isdisjoint(has) for step in of_it)
            and _leads(self._then, place, doer, steps_at(place, self._then))
            and not _leads(self._now, place, doer, steps)
        )


def _leads(code: Code, caller: Where, called: Where, steps: Iterable[Step]) -> bool:
    """Whether *steps* of *caller* name *called*, or something beside either that names it."""
    if caller == called:
        return False
    words = {word for step in steps for word in step.words}
    return called.word in words or any(
        called.word in step.words
        for module in {caller.module, called.module}
        if (bodies := code.bodies_in(module)) is not None
        for word in words
        for name in bodies.called(word)
        for step in bodies.steps_of(name)
    )


def _deed(key: Key) -> str:
    """The expression, however its receiver is reached from a local."""
    return _REACHED.sub("_", key.expression)


def _with_a_body(function: str) -> str:
    return function.partition("<lambda>")[0].removesuffix(".").replace(".<locals>", "")
