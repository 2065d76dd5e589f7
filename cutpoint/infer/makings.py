"""Objects told apart by the models that they are made with: `Publish(page)` is another thing than `Publish(revision)`.

A class whose objects are made with rows, querysets or classes of several models gets a variant for each combination. To
everything else a variant is a subclass without a body, so that its methods and attributes are looked at on their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, NEW, NONE, STORED, Items, Manager, ModelClass, Object, Query, Row, Type
from cutpoint.domain.values import Place

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

    Key: TypeAlias = tuple[tuple[str, tuple[str, ...]], ...]

# A class that is made with more combinations is a container of anything.
_MOST_VARIANTS = 24
# An argument that may be of more models tells nothing.
_MOST_MODELS = 3


class Makings:
    """What the classes of one analysis were made with so far."""

    def __init__(self) -> None:
        self._telling: dict[Class, bool] = {}
        self._met: dict[Class, dict[Key, dict[Frame, None]]] = {}
        self._variants: dict[tuple[Class, Key], Class] = {}
        self.variants: dict[Class, Class] = {}
        """Variant -> the class that it is one of."""
        self._models: dict[Class, tuple[str, ...]] = {}
        self._states: dict[Class, int] = {}
        self._without: dict[Class, frozenset[str]] = {}

    def class_of(self, frame: Frame, cls: Class, arguments: tuple[Type, ...], keywords: Keywords) -> Class:
        """*cls*, or the variant of it that these arguments make."""
        tells = self._telling.get(cls)
        if tells is None:
            tells = self._telling[cls] = _tells_apart(frame.engine, cls)
        key = _key(frame.engine, arguments, keywords) if tells else ()
        if not key:
            return cls
        met = self._met.setdefault(cls, {})
        is_new = key not in met
        if is_new and len(met) >= _MOST_VARIANTS:
            return cls
        met.setdefault(key, {})[frame] = None
        return self._variant(cls, key)

    def in_state(self, cls: Class, state: int) -> Class:
        """The variant of a form or serializer whose objects are about new rows, or about stored ones."""
        if cls in self._states:
            cls = self.variants[cls]
        if state == ANY:
            return cls
        made = self._variant(cls, (("instance", (_STATES[state],)),))
        self._states[made] = state
        self._models[made] = ()
        return made

    def state_of(self, cls: Class) -> int:
        """The state of the rows that objects of *cls* are about."""
        return self._states.get(cls, ANY)

    def plain(self, cls: Class) -> Class:
        """The class that *cls* is a variant of; itself if it is none."""
        return self.variants.get(cls, cls)

    def models_of(self, cls: Class) -> tuple[str, ...]:
        """The models that an object of the variant *cls* was made with."""
        return self._models.get(cls, ())

    def is_without(self, cls: Class, name: str) -> bool:
        """Whether objects of the variant *cls* are made with None for *name*."""
        return name in self._without.get(cls, ())

    def has_variants(self, cls: Class) -> bool:
        """Whether objects of *cls* are told apart."""
        return bool(self._met.get(cls)) or any((cls, key) in self._variants for key in _KEYS_OF_STATES)

    def are_alike(self, cls: Class) -> bool:
        """Whether all objects of *cls* are made with the same models, as far as is known."""
        return len(self._met.get(cls, ())) == 1

    def _variant(self, cls: Class, key: Key) -> Class:
        made = self._variants.get((cls, key))
        if made is None:
            made = Class(cls.name, cls.module, cls.qualname, [cls], Place(cls.path, cls.line))
            self._variants[cls, key] = made
            self.variants[made] = cls
            self._without[made] = frozenset(name for name, models in key if not models)
            self._models[made] = tuple(sorted({model for _, models in key for model in models}))
        return made


_STATES = {NEW: "new", STORED: "stored"}
_KEYS_OF_STATES = tuple((("instance", (name,)),) for name in _STATES.values())

# What these are about, their own declarations tell; exceptions only carry what they are given.
_NOT_TOLD_APART = ("BaseForm", "BaseFormSet", "BaseSerializer", "Field", "View", "BaseException", "Exception")


def _tells_apart(engine: Engine, cls: Class) -> bool:
    """Whether it matters what objects of *cls* are made with: a class of ours, and no variant already."""
    return (
        cls.module.found.ours
        and cls not in engine.makings.variants
        and not engine.world.derives(cls, _NOT_TOLD_APART, "")
    )


def _key(engine: Engine, arguments: tuple[Type, ...], keywords: Keywords) -> Key:
    """Which models each argument is of, as far as it tells."""
    found: list[tuple[str, tuple[str, ...]]] = []
    given = [*((str(index), each) for index, each in enumerate(arguments)), *keywords]
    users = [name for name, value in given if _is_row_of(value, engine.world.user_label)]
    for name, value in given:
        models = {model for each in value if type(each) in _OF_MODELS for model in _models(engine, each)}
        if not any(type(each) is ModelClass for each in value) and not (len(users) > 1 and name == users[0]):
            # A user who is handed over is who acts, and not what the object is about; their class is, and
            # so is the first of two users: `Delete(member, user=request.user)`.
            models.discard(engine.world.user_label)
        if name is not None and 0 < len(models) <= _MOST_MODELS:
            found.append((name, tuple(sorted(models))))
        elif name is not None and value is NONE:
            # It may be done without what others are given: `Publish(page, log=None)`.
            found.append((name, ()))
    return tuple(found) if any(models for _, models in found) else ()


_OF_MODELS = frozenset({Row, Query, Manager, ModelClass, Items, Object})


def _is_row_of(value: Type, label: str) -> bool:
    return any(type(each) is Row and each.label == label for each in value)


def _models(engine: Engine, each: Atom) -> tuple[str, ...]:
    if isinstance(each, (Row, Query, Manager, ModelClass)):
        return (each.label,) if each.label else ()
    if type(each) is Items:
        return tuple(model for item in each.item for model in _models(engine, item))
    if type(each) is Object and type(each.cls) is Class:
        return engine.makings.models_of(each.cls)
    return ()
