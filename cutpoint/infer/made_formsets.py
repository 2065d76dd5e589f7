"""`inlineformset_factory(Order, Line, formset=LineFormSet)`: formset classes for a model, made of a class of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, BY_CLASS, INFERRED, NOTHING, ClassOf, ModelClass, Row, Type, join, one
from cutpoint.domain.values import ModelReference, Place

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def made_formsets(frame: Frame, bases: Type, model: ModelClass, forms: Type, parents: Type, *, deletes: bool) -> Type:
    """The classes that a factory makes of *bases* for *model*; *parents* are the models whose rows they hang on."""
    result = NOTHING
    for base in bases:
        if type(base) is not ClassOf or type(base.cls) is not Class or not base.cls.module.found.ours:
            continue
        made = _subclass(frame.engine, base.cls, model.label, deletes=deletes)
        # Methods of the base speak of the models that formsets are made of it for.
        for cls, bit in ((made, 0), (base.cls, BY_CLASS)):
            level = INFERRED | bit
            frame.engine.write(("attribute", cls, "form"), forms)
            frame.engine.write(("attribute", cls, "model"), one(ModelClass, model.label, level))
            for parent in parents:
                if type(parent) is ModelClass:
                    frame.engine.write(("attribute", cls, "instance"), one(Row, parent.label, level, ANY))
        result = join(result, one(ClassOf, made, model.level))
    return result


def _subclass(engine: Engine, base: Class, label: str, *, deletes: bool) -> Class:
    key = (base, f"{label} formset", ("deletes",) if deletes else ())
    made = engine.made_forms.get(key)
    if made is None:
        made = engine.made_forms[key] = Class(
            base.name, base.module, base.qualname, [base], Place(base.path, base.line)
        )
        made.attributes["model"] = ModelReference(label)
        made.attributes["can_delete"] = deletes
    return made
