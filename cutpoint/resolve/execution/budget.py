"""How long code may run: steps for a module, for one call, for one `ready()`; and which branches are around it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cutpoint.domain.values import TooLargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.objects import Function
    from cutpoint.domain.values import Place, Value

# Statements that the code of one module may run; only generated code comes near.
STEPS_PER_MODULE = 200_000
# Items that the code of one module may put into values of more than a few: about as many as the largest file could write down.
ITEMS_PER_MODULE = 1_000_000
# Smaller values are paid for by the statements that make them.
_FEW = 64
# Statements and calls that one call from a module's own level may lead to: enough for any factory of classes.
STEPS_PER_CALL = 5_000
# The same for all calls of one module together.
CALL_STEPS_PER_MODULE = 30_000
# The same for one `ready()`, which may loop over every model and import the URLs, and for all of them together.
STEPS_PER_READY = 60_000
READY_STEPS = 200_000
# The same for one call that a URL pattern waits for, and for all of them together: a router of the project's own goes
# through every method of every view.
STEPS_PER_PATTERN = 60_000
PATTERN_STEPS = 200_000
# Calls inside calls: what makes a class lies a few calls deep, what lies deeper is the work of running programs.
DEEPEST_CALL = 12
# How often one function may be inside itself: tests that cannot be decided let recursion go on; its results settle after a
# few rounds or never.
_MOST_ACTIVE = 3
# Calls that modules put off and that wait for each other: a chain of modules, each of which loads the next by name.
_DEEPEST_PUT_OFF = 100


_OF_A_MODULE = ("_steps", "_call_steps", "_items", "_depth", "undecided", "unlikely", "hoping", "trying", "looping")


class OutOfStepsError(Exception):
    """A module, or one call in it, ran for longer than code that makes classes does."""


class OutOfItemsError(Exception):
    """A module made more values than code that makes classes does: the loop that does so ends, other values are unknown."""


SPENT = (OutOfStepsError, OutOfItemsError, TooLargeError)
"""What ends code that takes more than code that makes classes does."""


class Budget:
    """The steps that are left, and the branches around the statement that runs right now."""

    def __init__(self) -> None:
        """Nothing has run yet."""
        self.undecided = 0
        """How many branches around the running statement may not run."""
        self.unlikely = 0
        """How many branches around the running statement the defaults do not take."""
        self.hoping = 0
        """How many of the undecided ones run only where a package is installed that isn't here."""
        self.trying = 0
        """How many `try` blocks are around the running statement, in its own module."""
        self.looping = 0
        """How many loops are around the running statement, in its own module."""
        self.routing = False
        """Whether URL patterns are read: all apps are there then, and are gone through as at run time."""
        self.taken = 0
        """Steps in all, and calls that were put off: while there are no more, no value has changed."""
        self._items = ITEMS_PER_MODULE
        self._steps = STEPS_PER_MODULE
        self._call_steps = CALL_STEPS_PER_MODULE
        self._steps_per_call = STEPS_PER_CALL
        self._ready_steps = READY_STEPS
        self._depth = 0
        self._active: dict[Function, int] = {}
        self._put_off = 0

    def doubted(self, places: list[Place | None]) -> list[Place | None]:
        """*places* of what is added to something by the statement that runs now, which may not run."""
        if not self.undecided:
            return places
        return [place and place.doubted(unlikely=self.unlikely > 0) for place in places]

    @property
    def at_module_level(self) -> bool:
        """Whether no call of the analyzed code is running."""
        return self._depth == 0

    def is_too_deep(self, function: Function) -> bool:
        """Whether calls are nested as deeply as they may be, those of *function* or all of them."""
        deep = self._depth >= DEEPEST_CALL or self._put_off > _DEEPEST_PUT_OFF
        return deep or self._active.get(function, 0) >= _MOST_ACTIVE

    @contextmanager
    def inside(self, function: Function) -> Iterator[None]:
        """Run the body of *function*."""
        active = self._active
        active[function] = active.get(function, 0) + 1
        try:
            yield
        finally:
            active[function] -= 1

    @contextmanager
    def put_off_share(self) -> Iterator[None]:
        """Run a call that a module put off: it lies as deep as the module's code, however deep its result is asked for."""
        kept = self._depth, self._active
        self._depth, self._active = min(self._depth, 1), {}
        self._put_off += 1
        try:
            yield
        finally:
            self._put_off -= 1
            self._depth, self._active = kept

    def count_step(self) -> None:
        """Note one statement or call; raises OutOfStepsError when there are no more."""
        self.taken += 1
        self._steps -= 1
        if self._steps < 0:
            raise OutOfStepsError

    def count_items(self, size: int) -> None:
        """Note a value of *size* items; raises OutOfItemsError when all of them together are too many."""
        if size > _FEW:
            self._items -= size
            if self._items < 0:
                raise OutOfItemsError

    @contextmanager
    def module_share(self) -> Iterator[None]:
        """Run a module on steps of its own, whoever imports it, and outside of the branches around the import."""
        kept = {name: getattr(self, name) for name in _OF_A_MODULE}
        self._steps, self._items = STEPS_PER_MODULE, ITEMS_PER_MODULE
        # Where single calls may take long, several may.
        self._call_steps = max(CALL_STEPS_PER_MODULE, self._steps_per_call * 3 // 2)
        self._depth, self.undecided, self.unlikely, self.hoping, self.trying, self.looping = 0, 0, 0, 0, 0, 0
        try:
            yield
        finally:
            for name, value in kept.items():
                setattr(self, name, value)

    def nested_call(self, body: Callable[[], Value]) -> Value:
        """Run the body of a function that another one calls."""
        self.count_step()
        self._depth += 1
        try:
            return body()
        finally:
            self._depth -= 1

    def outermost_call(self, body: Callable[[], Value]) -> Value:
        """Run the body of a function that a module calls, on the share of one call; raises OutOfStepsError after it."""
        kept = self._steps, self.undecided, self.unlikely, self.hoping, self.trying
        allowed = min(self._steps_per_call, self._call_steps)
        self._steps, self._depth = allowed, 1
        try:
            return body()
        finally:
            self._call_steps -= allowed - max(self._steps, 0)
            self._depth = 0
            self._steps, self.undecided, self.unlikely, self.hoping, self.trying = kept

    @contextmanager
    def ready_share(self) -> Iterator[None]:
        """Let the calls inside, a `ready()`, have more steps than others."""
        kept = self._steps_per_call, self._call_steps
        allowed = min(STEPS_PER_READY, self._ready_steps)
        self._steps_per_call = self._call_steps = allowed
        try:
            yield
        finally:
            self._ready_steps -= allowed - max(self._call_steps, 0)
            self._steps_per_call, self._call_steps = kept

    @contextmanager
    def routing_share(self) -> Iterator[None]:
        """Let the calls inside, those that URL patterns were put off with, have steps of their own."""
        kept = self._steps_per_call, self._call_steps
        self._steps_per_call, self._call_steps = STEPS_PER_PATTERN, PATTERN_STEPS
        self.routing = True
        try:
            yield
        finally:
            self.routing = False
            self._steps_per_call, self._call_steps = kept
