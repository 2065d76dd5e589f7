"""django-reversion: `with reversion.create_revision():` keeps a version of every registered row that is saved within, in one transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, Manager, Type, atom
from cutpoint.infer.agents.acting import acting
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.transactions import atomic

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_KEPT = ("reversion.Revision", "reversion.Version")
_NAMES = ("reversion.create_revision", "reversion.revisions.create_revision")


def keep(frame: Frame, node: Node) -> None:
    """Rows of the revision and its versions; which models are registered, only run time knows for sure."""
    space = frame.engine.world.space
    with acting(frame, "history", ("reversion/revisions.py", 1, _NAMES[0])):
        for label in _KEPT if node is not None else ():
            if space.model(label) is not None:
                manager = atom(Manager, label, INFERRED, None, None)
                call_type(frame, attribute(frame, manager, "create", None), (), (), node)


def _create_revision(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
    # As a decorator it is called where the function is defined: what it keeps is told at each function.
    if frame.function is not None:
        keep(frame, node)
    return atomic(frame, (), (), node)


FUNCTIONS = dict.fromkeys(_NAMES, _create_revision)
GUARDS = dict.fromkeys(_NAMES, keep)
