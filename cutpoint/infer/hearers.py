"""Frames after the fixpoint -> who hears which signal of Django's, and the lines that send signals of the project's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED
from cutpoint.domain.use import Receiver, Sending
from cutpoint.infer.agents.library import is_foreign
from cutpoint.infer.signal_flags import sender_told, state_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.objects import Function
    from cutpoint.infer.gather import Gathering


def receivers_of(gathering: Gathering) -> Iterator[Receiver]:
    """Who hears which of Django's signals."""
    by_function: dict[object, list[int]] = {}
    for frame in gathering.live:
        if frame.function is not None:
            by_function.setdefault(frame.function, []).append(gathering.graphing.index[frame])
    circumstances = gathering.engine.circumstances
    apart: dict[tuple[str, Function], list[str]] = {}
    for signal, model, each in circumstances.told:
        apart.setdefault((signal, each.function), []).append(model)  # type: ignore[attr-defined]  # functions and methods
    for signal, sender, function in circumstances.connections:
        if function.env.module.name in gathering.world.test_modules:
            continue
        bodies, place = by_function.get(function, []), _place_of(function)
        told = sorted(apart.get((signal, function), ())) if sender is None else []
        labels: tuple[str | None, ...] = (*told, sender)
        for label in labels:
            its_own = _of_sender(gathering, bodies, label) if label is not None else bodies
            for state, its_bodies in _by_state(gathering, its_own):
                yield Receiver(signal, label, its_bodies, place, state, frozenset(told if label is None else ()))


def _place_of(function: Function) -> tuple[str, int, str]:
    return function.place.path, function.place.line, f"{function.env.module.name}.{function.qualname}"


def _of_sender(gathering: Gathering, bodies: list[int], label: str) -> list[int]:
    """Those *bodies* that are told of this sender, or of none."""
    senders = {body: sender_told(gathering.live[body]) for body in bodies}
    return [body for body in bodies if senders[body] in (label, None)] or bodies


def _by_state(gathering: Gathering, bodies: list[int]) -> list[tuple[int, tuple[int, ...]]]:
    by_state: dict[int, list[int]] = {}
    for body in bodies:
        by_state.setdefault(state_told(gathering.live[body]), []).append(body)
    if NEW in by_state or STORED in by_state:
        # Who calls it without telling is somebody else: the decorator around it, another function.
        by_state.pop(ANY, None)
    return [(state, tuple(its_bodies)) for state, its_bodies in sorted(by_state.items())]


def sendings_of(gathering: Gathering) -> Iterator[Sending]:
    """Lines that send signals of the project's own."""
    index = gathering.graphing.index
    for frame, callee, line in gathering.engine.circumstances.sent:
        # The line may have gone another way in the last run.
        is_so = any(line == other for other, _ in frame.calls.get(callee, ()))
        function = callee.function
        if is_so and function is not None and frame in index and callee in index and not is_foreign(frame):
            yield Sending(gathering.site_at(frame, line), index[frame], index[callee], _place_of(function))
