"""`modelform_factory(Order, form=OrderForm)`: a form class for a model, made from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, BY_CLASS, INFERRED, NOTHING, ClassOf, ModelClass, Row, Type, join, one
from cutpoint.domain.values import ModelReference, Place

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame


def form_class(frame: Frame, models: Type, forms: Type) -> Type:
    """The classes that the factory makes of *forms* for *models*; a form of the model itself where none is given."""
    result = NOTHING
    for model in models:
        if type(model) is not ModelClass:
            continue
        for base in forms:
            if type(base) is ClassOf and type(base.cls) is Class:
                made = _subclass(frame.engine, base.cls, model.label)
                result = join(result, one(ClassOf, made, model.level))
                # Methods of the form itself speak of the models that forms are made of it for.
                row = one(Row, model.label, INFERRED | BY_CLASS, ANY)
                frame.engine.write(("attribute", base.cls, "instance"), row)
    return result


def _subclass(engine: Engine, base: Class, label: str) -> Class:
    made = engine.made_forms.get((base, label))
    if made is None:
        place = Place(base.path, base.line)
        made = engine.made_forms[base, label] = Class(base.name, base.module, base.qualname, [base], place)
        options = Class("Meta", base.module, f"{base.qualname}.Meta", [], place)
        options.attributes["model"] = ModelReference(label)
        made.attributes["Meta"] = options
    return made
