"""A routine that a migration declares, called through a cursor: `cursor.callproc("note_order")`, `cursor.execute("SELECT note_order(%s)", …)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, Cursor, Text
from cutpoint.domain.use import Touch
from cutpoint.interpret.sql.called import called_by
from cutpoint.interpret.touching import AT_RUN_TIME, keyword

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (Cursor,)
KIND = "sql"
NAMES = frozenset({"callproc", "execute", "executemany"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """What its statements do, and those of the routines that it calls; branches in them may hold them back."""
    for name in _called(use) if space.schema else ():
        routine = space.schema.routine(name)
        for each, deed in space.schema.deeds(routine) if routine is not None else ():
            cause = (each.path, each.line)
            chain = () if routine is None or each is routine else ((routine.path, routine.line, routine.name),)
            because = f"{each.name} is a routine of the database"
            yield Touch(deed.action, None, "routine", deed.columns, (), cause, deed.table, chain, because, INFERRED)


def opaque(use: Use, space: ModelSpace) -> Iterator[str]:
    """Routines whose code is nowhere to be seen, or in a language that isn't read."""
    names = _called(use)
    if use.name == "callproc" and not names:
        yield AT_RUN_TIME
    for name in names:
        routine = space.schema.routine(name)
        if routine is not None:
            for each in space.schema.behind(routine):
                yield from each.opaque
        elif use.name == "callproc":
            yield f"no migration declares the stored procedure {name}"


def _called(use: Use) -> list[str]:
    given = use.arguments[0] if use.arguments else keyword(use, "procname") or keyword(use, "sql")
    texts = [each.value for each in given or () if type(each) is Text]
    return texts if use.name == "callproc" else [name for text in texts for name in called_by(text)]
