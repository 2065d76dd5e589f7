"""Operations in the making: what each takes the place of, and what follows from it where it is done."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Operation, OperationKind
from cutpoint.domain.crossing import CrossingUse
from cutpoint.domain.cut import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Made(msgspec.Struct, frozen=True):
    """An operation without its final name, and what it takes the place of."""

    operation: Operation
    uses: tuple[CrossingUse, ...]


def with_what_follows(made: Sequence[Made], following: Iterable[CrossingUse]) -> list[Made]:
    """*made*, each command with what follows from it on the side that serves it: it does that where it is."""
    commands: dict[tuple[str, int, str, Side], int] = {}
    for index, each in enumerate(made):
        if each.operation.kind is OperationKind.COMMAND:
            for use in each.uses:
                commands.setdefault((use.path, use.line, use.function, use.served_by), index)
    further: defaultdict[int, list[CrossingUse]] = defaultdict(list)
    for use in following:
        at = commands.get((use.path, use.line, use.function, use.served_by))
        if at is not None:
            further[at].append(use)
    return [
        msgspec.structs.replace(each, uses=(*each.uses, *further[index])) if index in further else each
        for index, each in enumerate(made)
    ]
