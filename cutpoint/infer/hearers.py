"""Frames after the fixpoint -> who hears which signal of Django's, and the lines that send signals of the project's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, NEW, STORED
from cutpoint.domain.use import Receiver, Sending
from cutpoint.infer.agents.library import is_foreign
from cutpoint.infer.signal_flags import state_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.infer.gather import Gathering


def receivers_of(gathering: Gathering) -> Iterator[Receiver]:
    """Who hears which of Django's signals."""
    by_function: dict[object, list[int]] = {}
    for frame in gathering.live:
        if frame.function is not None:
            by_function.setdefault(frame.function, []).append(gathering.graphing.index[frame])
    for signal, sender, function in gathering.engine.circumstances.connections:
        place = (function.place.path, function.place.line, f"{function.env.module.name}.{function.qualname}")
        bodies: dict[int, list[int]] = {}
        for body in by_function.get(function, ()):
            bodies.setdefault(state_told(gathering.live[body]), []).append(body)
        if NEW in bodies or STORED in bodies:
            # Who calls it without telling is somebody else: the decorator around it, another function.
            bodies.pop(ANY, None)
        if function.env.module.name not in gathering.world.test_modules:
            for state, its_bodies in sorted(bodies.items()):
                yield Receiver(signal, sender, tuple(its_bodies), place, state)


def sendings_of(gathering: Gathering) -> Iterator[Sending]:
    """Lines that send signals of the project's own."""
    index = gathering.graphing.index
    for frame, callee, line in gathering.engine.circumstances.sent:
        # The line may have gone another way in the last run.
        is_so = any(line == other for other, _ in frame.calls.get(callee, ()))
        function = callee.function
        if is_so and function is not None and frame in index and callee in index and not is_foreign(frame):
            name = f"{function.env.module.name}.{function.qualname}"
            place = (function.place.path, function.place.line, name)
            yield Sending(gathering.site_at(frame, line), index[frame], index[callee], place)
