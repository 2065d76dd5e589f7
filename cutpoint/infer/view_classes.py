"""`model = Order` beside `delete_view_class = Delete`: whatever makes the views of such a class, they are about its model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import INFERRED, ModelClass, one

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine

_VIEW_CLASS = "view_class"
_MODEL = "model"


def give_model(engine: Engine, cls: Class) -> None:
    """Hand the model that a class names to the views that it names, where these have none of their own.

    Classes that only inherit their views leave them to what can be followed: one view for all models would be about any.
    """
    program = engine.world.program
    model = program.plain(cls.attributes.get(_MODEL))
    label = program.label_of(model) if type(model) is Class else None
    if label is None:
        return
    for name, value in cls.attributes.items():
        view = program.plain(value) if name.endswith(_VIEW_CLASS) else None
        if type(view) is Class and view.module.found.ours and not _has_model(engine, view):
            engine.write(("attribute", view, _MODEL), one(ModelClass, label, INFERRED))


def _has_model(engine: Engine, view: Class) -> bool:
    found = engine.world.member(view, _MODEL)
    return found is not None and found[1] is not None
