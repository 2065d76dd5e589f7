"""`modelform_factory(Order, form=OrderForm, fields=["total"])`: a form class for a model, made from another or from none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, BY_CLASS, INFERRED, NOTHING, ClassOf, ModelClass, Row, Text, Type, join, one
from cutpoint.domain.values import ModelReference, Place, Symbol
from cutpoint.infer.dispatch import item_type

if TYPE_CHECKING:
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_ROOT = "django.forms.ModelForm"


def form_class(
    frame: Frame, models: Type, forms: Type, fields: Type = NOTHING, place: tuple[str, int, str] | None = None
) -> Type:
    """The classes that the factory makes of *forms* for *models*, with these fields; *place* is where none is given."""
    names = tuple(dict.fromkeys(each.value for each in item_type(frame, fields, None) if type(each) is Text))
    bases = [each.cls for each in forms if type(each) is ClassOf and type(each.cls) is Class]
    result = NOTHING
    for model in models:
        if type(model) is not ModelClass:
            continue
        if not bases and not _is_given(forms):
            made = _made(frame, _ROOT, model.label, names, place or (frame.module.path, frame.statement[0], ""))
            result = join(result, one(ClassOf, made, max(model.level & 3, INFERRED) | (model.level & ~3)))
        for base in bases:
            made = _subclass(frame.engine, base, model.label, names)
            result = join(result, one(ClassOf, made, model.level))
            # Methods of the form itself speak of the models that forms are made of it for.
            row = one(Row, model.label, INFERRED | BY_CLASS, ANY)
            frame.engine.write(("attribute", base, "instance"), row)
    return result


def _is_given(forms: Type) -> bool:
    """Whether a form is named, which is then not known: Django's own is as good as none."""
    return any(not getattr(each, "name", "").endswith(".ModelForm") for each in forms)


def _subclass(engine: Engine, base: Class, label: str, names: tuple[str, ...]) -> Class:
    made = engine.made_forms.get((base, label, names))
    if made is None:
        place = Place(base.path, base.line)
        made = engine.made_forms[base, label, names] = Class(base.name, base.module, base.qualname, [base], place)
        made.attributes["Meta"] = _options(made, label, names)
    return made


def _made(frame: Frame, base: str, label: str, names: tuple[str, ...], place: tuple[str, int, str]) -> Class:
    key = (place, label, names)
    made = frame.engine.made_forms.get(key)
    if made is None:
        name = f"{label.rpartition('.')[2]}Form"
        made = Class(name, frame.module, name, [Symbol(base)], Place(place[0], place[1]))
        frame.engine.made_forms[key] = made
        made.attributes["Meta"] = _options(made, label, names)
    return made


def _options(form: Class, label: str, names: tuple[str, ...]) -> Class:
    options = Class("Meta", form.module, f"{form.qualname}.Meta", [], Place(form.path, form.line))
    options.attributes["model"] = ModelReference(label)
    if names:
        options.attributes["fields"] = names
    return options
