"""Attribute access on values: module members, class attributes along the MRO, methods of plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class, Function, Instance, Module, Native, Options, Super
from cutpoint.domain.values import Content, Guess, Mapping, ModelReference, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.class_registry import metaclass_of, subclasses_of
from cutpoint.resolve.execution.dict_classes import DICTS, held_by
from cutpoint.resolve.execution.doubts import why_unknown
from cutpoint.resolve.execution.making import initialize
from cutpoint.resolve.execution.plain_methods import plain_method

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_MANAGERS = frozenset({"Manager", "BaseManager"})

_RELATION = "django.db.models.fields.reverse_related.ForeignObjectRel"

MISSING = object()
"""There is certainly no such attribute."""


def attribute_of(run: Interpreter, value: Value, name: str) -> Value:
    """`value.name`, or MISSING."""
    forced = run.force(value)
    value = run.plain(forced)
    if type(forced) is Guess and isinstance(value, str):
        return _guessed(plain_method(run, value, name))
    kind = type(value)
    if kind is Module:
        return _of_module(run, value, name)
    if kind is Class:
        found = of_class(run, value, name)
        if type(found) is Instance and found.owner is not None and found.owner[0] is not value:
            return _of_heir(run, value, found)
        return _by_metaclass(run, value, name) if found is MISSING else found
    if kind is Instance:
        return _of_instance(run, value, name)
    if kind is Symbol:
        return run.symbol(f"{value.name}.{name}")
    if kind is Super:
        return _of_super(run, value, name)
    if kind is Options:
        return _of_options(run, value.owner, name)
    if kind is Function:
        return _of_function(run, value, name)
    if kind is Bound and type(value.function) is Function:
        return _of_function(run, value.function, name)
    if isinstance(value, str) or kind in (Sequence, Mapping, tuple, Content):
        return plain_method(run, value, name) or Unknown(f"the method {name} of a plain value")
    if kind is Unknown:
        return value
    return Unknown(f"the attribute {name} of an unknown value")


def _guessed(method: Value) -> Value:
    """A method of a guessed text gives a guess."""
    if type(method) is not Native:
        return Unknown("a method of a guessed text")
    return Native(lambda arguments, keywords: Guess(method.call(arguments, keywords)))


def _of_module(run: Interpreter, module: Module, name: str) -> Value:
    if name == "__name__":
        return module.name
    if name == "__dict__":
        run.run_module(module)
        return Mapping(module.env, of_names=True)
    return run.member(module.name, name)


def of_class(run: Interpreter, cls: Class, name: str, *, receiver: Value = None) -> Value:
    """An attribute of the class *cls*, for *receiver* when it is asked of an instance."""
    special = _special(run, cls, name)
    if special is not MISSING:
        return special
    return _along(run, run.linear(cls), name, cls if receiver is None else receiver)


def _special(run: Interpreter, cls: Class, name: str) -> Value:
    match name:
        case "__name__":
            return cls.name
        case "__qualname__":
            return cls.qualname
        case "__module__":
            return cls.module.name
        case "__bases__":
            return tuple(cls.bases)
        case "__mro__":
            return tuple(run.linear(cls))
        case "mro":
            return Unknown("the mro of a class")
        case "__dict__":
            return Mapping(cls.attributes, of_names=True)
        case "__subclasses__":
            return Native(lambda _arguments, _keywords: Sequence(subclasses_of(run, cls)))
        case "_meta":
            return Options(cls)
    return MISSING


def _along(run: Interpreter, order: list[Value], name: str, receiver: Value) -> Value:
    for base in order:
        if type(base) is Class:
            if name == "__init__" and base.dotted in run.boundaries:
                return Bound(Symbol(f"{base.dotted}.__init__"), receiver)
            if name in base.attributes:
                return _bound(run, base.attributes[name], receiver)
        elif type(base) is Symbol:
            if base.name != "builtins.object":
                return _of_library(run, base.name, name, receiver)
        else:
            return Unknown(f"the attribute {name} of a class with an unknown base")
    return MISSING


def _of_library(run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    is_field = type(receiver) is Instance and receiver.owner is not None
    if is_field and name == "remote_field" and type(run.plain(receiver.callee)) is Symbol:
        relation = Instance(Symbol(_RELATION), [], {}, receiver.place)
        relation.attributes["through"] = _through(run, receiver, *receiver.owner)
        return relation
    if owner in DICTS and type(receiver) is Instance:
        method = plain_method(run, held_by(run, receiver), name)
        if method is not None:
            return method
    known = run.library_attribute(owner, name, receiver)
    return Bound(Symbol(f"{owner}.{name}"), receiver) if known is None else known


def _bound(run: Interpreter, value: Value, receiver: Value) -> Value:
    function = value if type(value) is Function else run.force(value)
    if type(function) is not Function:
        return value
    match function.kind:
        case "staticmethod":
            return function
        case "classmethod":
            return Bound(function, receiver.callee if type(receiver) is Instance else receiver)
        case "classproperty":
            return run.call(function, [receiver.callee if type(receiver) is Instance else receiver], {}, function.place)
        case "property":
            if type(receiver) is Class:
                return Unknown("a property of a class")
            return _of_property(run, function, receiver)
    return function if type(receiver) is Class else Bound(function, receiver)


def _of_property(run: Interpreter, function: Function, receiver: Value) -> Value:
    """What a property gives; a cached one is worked out once for each object, as at run time."""
    result = run.call(function, [receiver], {}, function.place)
    is_cached = any(type(each) is Symbol and each.last == "cached_property" for each in function.decorators)
    if is_cached and type(receiver) is Instance and type(result) is not Unknown:
        receiver.attributes.setdefault(function.name, result)
    return result


def _of_instance(run: Interpreter, instance: Instance, name: str) -> Value:
    if name == "__class__":
        return instance.callee
    if name == "__dict__":
        return Mapping(instance.attributes, is_open=True)
    if name in instance.attributes:
        return instance.attributes[name]
    callee = run.plain(instance.callee)
    if instance.owner is not None and name == "through":
        return _through(run, instance, *instance.owner)
    if type(callee) is Symbol:
        return _of_library(run, callee.name, name, instance)
    if type(callee) is not Class:
        return Unknown(why_unknown(instance))
    initialize(run, instance, callee)
    if name in instance.attributes:
        return instance.attributes[name]
    found = of_class(run, callee, name, receiver=instance)
    if found is MISSING:
        return _by_getattr(run, instance, callee, name)
    if type(found) is Bound and type(found.function) is Symbol and found.function.name.startswith("django."):
        # Django's fields and the like keep what they are made with under the same names.
        keywords = (instance.outer or ([], instance.keywords))[1]
        if name == "remote_field" and "to" in keywords:
            # A field's class may say later what the field points at.
            relation = instance.attributes[name] = Instance(Symbol(_RELATION), [], {}, instance.place)
            relation.attributes["model"] = keywords["to"]
            return relation
        if name in keywords:
            return keywords[name]
        if name in ("null", "primary_key", "blank", "unique", "editable") and ".db.models" in found.function.name:
            return name == "editable"
    return found


def _through(run: Interpreter, instance: Instance, cls: Class, name: str) -> Value:
    """`Product.categories.through`: the model between, given or automatic."""
    if "through" in instance.keywords:
        return instance.keywords["through"]
    label = run.app_label_of(cls)
    return ModelReference(f"{label}.{cls.name}_{name}") if label else Unknown("the table between two models")


def _by_getattr(run: Interpreter, instance: Instance, cls: Class, name: str) -> Value:
    """What `__getattr__` gives for a name that nothing else has, as wrappers of settings use it."""
    if name.startswith("__"):
        return MISSING
    hook = of_class(run, cls, "__getattr__", receiver=instance)
    if type(hook) is not Bound or type(hook.function) is not Function:
        return MISSING
    return run.call(hook, [name], {}, instance.place)


def _of_heir(run: Interpreter, cls: Class, value: Instance) -> Value:
    """A manager that *cls* inherits from an abstract base: Django makes a copy of it for each model."""
    callee = run.plain(value.callee)
    bases = run.linear(callee) if type(callee) is Class else [callee]
    if value.owner is None or not any(getattr(base, "name", "").rpartition(".")[2] in _MANAGERS for base in bases):
        return value
    name = value.owner[1]
    made = cls.inherited_managers.get(name)
    if made is None:
        made = cls.inherited_managers[name] = Instance(value.callee, value.arguments, value.keywords, value.place)
        made.owner, made.attributes, made.initialized = (cls, name), value.attributes, value.initialized
    return made


def _by_metaclass(run: Interpreter, cls: Class, name: str) -> Value:
    """What `__getattr__` of the metaclass gives for a name that the class doesn't have, as classes in the place of others use it."""
    metaclass = metaclass_of(run, cls)
    if name.startswith("__") or type(metaclass) is not Class or not metaclass.module.found.ours:
        return MISSING
    hook = run.plain(of_class(run, metaclass, "__getattr__"))
    return run.call(hook, [cls, name], {}, hook.place) if type(hook) is Function else MISSING


def _of_super(run: Interpreter, value: Super, name: str) -> Value:
    receiver = run.plain(value.receiver)
    cls = receiver.callee if type(receiver) is Instance else receiver
    cls = run.plain(cls)
    if type(cls) is not Class:
        return Unknown("super() of an unknown class")
    order = run.linear(cls)
    if value.owner in order:
        order = order[order.index(value.owner) + 1 :]
    found = _along(run, order, name, receiver)
    # object's own __init__ and the like do nothing.
    return Bound(Symbol(f"builtins.object.{name}"), receiver) if found is MISSING else found


def _of_function(run: Interpreter, function: Function, name: str) -> Value:
    match name:
        case "__name__" | "__qualname__":
            return function.name
        case "__module__":
            return function.env.module.name
    known = run.function_attribute(function, name)
    return Unknown(f"the attribute {name} of a function") if known is None else known


def _of_options(run: Interpreter, cls: Class, name: str) -> Value:
    match name:
        case "object_name":
            return cls.name
        case "model_name":
            return cls.name.lower()
        case "app_label":
            label = run.app_label_of(cls)
            return label or Unknown("the label of an app that is not installed")
        case "label" | "label_lower":
            label = f"{run.app_label_of(cls)}.{cls.name}"
            return label.lower() if name == "label_lower" else label
        case "model" | "concrete_model":
            return cls
        case "get_field":
            return Native(lambda arguments, keywords: _field(run, cls, [*arguments, *keywords.values()]))
    if name == "abstract":
        return run.is_abstract(cls)
    value = run.option(cls, name)
    if value is not None:
        return value
    if name == "proxy":
        return False
    if name == "db_table":
        return f"{run.app_label_of(cls)}_{cls.name.lower()}"
    return Instance(Symbol(f"django.db.models.options.Options.{name}"), [], {}, Place(cls.path, cls.line))


def _field(run: Interpreter, cls: Class, arguments: list[Value]) -> Value:
    name = run.plain(arguments[0]) if arguments else None
    found = run.plain(of_class(run, cls, name)) if isinstance(name, str) else None
    is_field = type(found) is Instance and found.owner is not None
    return found if is_field else Unknown("a field by its name", Place(cls.path, cls.line))


__all__ = ["MISSING", "attribute_of", "initialize", "of_class"]
