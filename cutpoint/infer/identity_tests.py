"""What `==` and `is` tell where one side is a class: `type(field) is CountField`, `note.content_type.model_class() == Order`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.lookups.lookup_path import CONTENT_TYPE
from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING, STORED, ClassOf, Group, ModelClass, Object, Row, Type, one, type_of
from cutpoint.domain.walking import kind_of
from cutpoint.infer.aliases import assigned_call
from cutpoint.infer.generic_keys import ADMITTED, generic_targets
from cutpoint.infer.levels import weakened
from cutpoint.infer.loaded import path_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame


def of_exact_class(frame: Frame, value: Type, right: Node, env: Env) -> Type | None:
    """The part of *value* that `type(value) is right` lets through: None if it tells nothing, and nothing if there is none."""
    name = right[1] if kind_of(right) == sk.ATTRIBUTE else right
    if kind_of(name) != sk.NAME or name[1] in env:
        # What a local name holds may stand for a class below it.
        return None
    classes = frame.peek(right, env)
    if len(classes) != 1 or not isinstance(classes[0], (ClassOf, ModelClass)) or not value:
        return None
    wanted = _class_of(frame, classes[0])
    if wanted is None:
        return None
    kept = [each for each in value if _may_be(frame, each, wanted)]
    return type_of(*kept) if kept else NOTHING


def _class_of(frame: Frame, each: Atom) -> Class | None:
    if isinstance(each, (ModelClass, Row)):
        return frame.engine.world.program.class_of(each.label)
    cls = each.cls if isinstance(each, (ClassOf, Object)) else None
    return frame.engine.makings.plain(cls) if type(cls) is Class else None


def _may_be(frame: Frame, each: Atom, wanted: Class) -> bool:
    """Whether the class of *each* is *wanted*, or one above it for which *each* may stand."""
    if not isinstance(each, (Row, Object)):
        return True
    if type(each) is Object and type(each.cls) is str:
        last = each.cls.rpartition(".")[2]
        return any(name.rpartition(".")[2] == last for name in frame.engine.world.lineage(wanted))
    own = _class_of(frame, each)
    return own is None or own in frame.engine.world.program.linear(wanted)


def models_in(frame: Frame, right: Node, env: Env) -> list[str] | None:
    """The labels of `(Order, Line)`, as it stands or under a name; None where there is anything but models."""
    if kind_of(right) in (sk.TUPLE, sk.LIST, sk.SET):
        values = [frame.peek(part, env) if type(part) is list else NOTHING for part in right[1]]
    else:
        found = frame.peek(right, env)
        values = list(found[0].items) if len(found) == 1 and type(found[0]) is Group else []
    labels = [value[0].label for value in values if len(value) == 1 and type(value[0]) is ModelClass]
    return labels if labels and len(labels) == len(values) else None


def models_among(frame: Frame, value: Type, labels: list[str], *, truth: bool) -> Type:
    """The part of *value* that may, or may not, be one of the models *labels*: a local name may hold one below its own."""
    kept = [
        each
        for each in value
        if type(each) is not ModelClass
        or (
            any(label == each.label or _is_below(frame, label, each) for label in labels)
            if truth
            else each.label not in labels or _has_models_below(frame, each)
        )
    ]
    return type_of(*kept) if kept else NOTHING


def _is_below(frame: Frame, label: str, each: ModelClass) -> bool:
    cls, own = frame.engine.world.program.class_of(label), _class_of(frame, each)
    return cls is not None and own in frame.engine.world.program.linear(cls)


def _has_models_below(frame: Frame, each: ModelClass) -> bool:
    own = _class_of(frame, each)
    return own is None or bool(frame.engine.world.subclasses(own))


def with_admitted(frame: Frame, left: Node, right: Node, env: Env, *, truth: bool) -> Env:
    """*env* where the content type of a row is that of a model, or is not: its generic key leads there, or does not.

    A row that may have several generic keys tells nothing: which one a content type belongs to is not known.
    """
    content_type = _content_type_in(frame, left)
    path = path_of(content_type[1]) if content_type is not None else None
    if content_type is None or path is None:
        return env
    rows = [each for each in frame.peek(content_type[1], env) if type(each) is Row]
    keys = [name for each in rows if (name := _generic_key(frame, each, content_type[2])) is not None]
    models = frame.peek(_model_in(right), env) if rows and len(keys) == len(rows) else NOTHING
    if len(models) != 1 or type(models[0]) is not ModelClass:
        return env
    changed = dict(env)
    for each, name in zip(rows, keys, strict=True):
        key = (*path, name, ADMITTED)
        if truth:
            changed[key] = one(Row, models[0].label, weakened(each.level, 0), STORED)
            continue
        known = env.get(key) or generic_targets(frame, each.label, name, each.level)
        rest = [part for part in known if type(part) is not Row or part.label != models[0].label]
        if rest:
            changed[key] = type_of(*rest)
    return changed


def _content_type_in(frame: Frame, left: Node) -> Node | None:
    """`note.content_type` of `note.content_type.model_class()`, of a local name for that, or as it stands."""
    match assigned_call(frame, left):
        case [sk.CALL, [sk.ATTRIBUTE, [sk.ATTRIBUTE, *_] as content_type, "model_class", *_], [], [], *_]:
            return content_type
        case [sk.ATTRIBUTE, *_] as content_type:
            return content_type
    return None


def _model_in(right: Node) -> Node:
    """`Order` of `ContentType.objects.get_for_model(Order)`, or as it stands."""
    match right:
        case [sk.CALL, [sk.ATTRIBUTE, _, "get_for_model", *_], [model, *_], *_]:
            return model
    return right


def _generic_key(frame: Frame, row: Row, name: str) -> str | None:
    """The generic key of a row whose content type is under *name*."""
    links = frame.engine.world.space.links(row.label)
    if name not in links or links[name].target != CONTENT_TYPE:
        return None
    keys = [link.name for link in links.values() if link.forward and link.kind is RelationKind.GENERIC]
    return keys[0] if len(keys) == 1 else None
