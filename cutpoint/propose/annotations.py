"""Annotations of functions as they stand → the plain types that cross in their place: a model becomes its key or its record."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.boundary import Parameter, Purpose
from cutpoint.propose.python_types import optional, required
from cutpoint.propose.words import model_word, plural, variable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.propose.payloads import Payloads
    from cutpoint.propose.python_types import PythonTypes
    from cutpoint.propose.sources import Argument

UNKNOWN = "Json"
"""The type of what nobody has said anything about: whatever goes over a wire."""
_NO_VALUES = frozenset(
    {
        "request",
        "info",
        "context",
        "form",
        "formset",
        "queryset",
        "qs",
        "sender",
        "instance",
        "view",
        "cursor",
        "session",
    }
    | {"response", "manager", "serializer", "root", "objects", "callback", "func", "apps", "schema_editor", "parser"}
)
_NO_VALUE_ENDINGS = ("_class", "_cls", "_func", "_fn", "_callback", "_qs", "_queryset", "_form", "_request", "func_obj")
"""Names that arguments have by convention which are no values: what holds them stays where it is."""
_PLAIN = frozenset({"int", "str", "bool", "float", "bytes", "Decimal", "date", "datetime", "time", "timedelta", "UUID"})
_MANY = frozenset(
    {"list", "List", "tuple", "Tuple", "set", "Set", "frozenset", "FrozenSet", "Iterable", "Sequence", "Collection"}
    | {"Iterator", "QuerySet", "Manager", "AbstractSet"}
)
_DICTS = frozenset({"dict", "Dict", "Mapping", "defaultdict", "DefaultDict", "MutableMapping", "TypedDict"})


class _Said(NamedTuple):
    """What an annotation says."""

    plain: str = ""
    """A plain type."""
    model: str = ""
    """The label of a model."""
    is_many: bool = False
    is_optional: bool = False


def is_value(argument: Argument) -> bool:
    """Whether *argument* may be something that can be sent; what may be left out is left out."""
    if argument.has_default or argument.is_variadic:
        return True
    return argument.name not in _NO_VALUES and not argument.name.endswith(_NO_VALUE_ENDINGS)


class Annotations:
    """Reads them in terms of the models of one crossing."""

    def __init__(self, labels: Iterable[str], types: PythonTypes, payloads: Payloads) -> None:
        self._types = types
        self._payloads = payloads
        self._by_name: dict[str, str] = {}
        self._by_word: dict[str, str] = {}
        self._by_words: dict[str, str] = {}
        for label in labels:
            self._by_name.setdefault(label.rpartition(".")[2], label)
            self._by_word.setdefault(model_word(label), label)
            self._by_words.setdefault(plural(model_word(label)), label)

    def parameter(self, argument: Argument) -> Parameter:
        """The parameter that takes the place of *argument*."""
        said = self._said(argument.annotation) if argument.annotation else _Said()
        if not said.plain and not said.model:
            said = self._by_its_name(argument)
        left_out = argument.has_default or argument.is_variadic
        if said.model:
            name, annotation = self._of_model(argument.name, said)
        else:
            plain = said.plain or UNKNOWN
            name, annotation = argument.name, f"tuple[{plain}, ...]" if said.is_many else plain
        if (said.is_optional or left_out) and annotation != UNKNOWN:
            annotation = optional(annotation)
        return Parameter(variable(name), annotation, argument.name, left_out, Purpose.PASS, said.model)

    def _of_model(self, name: str, said: _Said) -> tuple[str, str]:
        key = self._types.of_key(said.model)
        if said.is_many:
            one = model_word(said.model) if name == plural(model_word(said.model)) else name.removesuffix("s")
            return f"{one}_ids", f"tuple[{key}, ...]"
        return f"{name}_id", key

    def _by_its_name(self, argument: Argument) -> _Said:
        if argument.name in self._by_word:
            return _Said(model=self._by_word[argument.name])
        if argument.name in self._by_words:
            return _Said(model=self._by_words[argument.name], is_many=True)
        if argument.name.endswith(("_ids", "_pks")):
            return _Said(plain="int", is_many=True)
        if argument.name.endswith(("_id", "_pk")) or argument.name in {"pk", "id"}:
            return _Said(plain="int")
        by_relation = self._types.of_any_relation(argument.name)
        if by_relation is not None:
            return _Said(model=by_relation)
        by_default = argument.default if argument.default in _PLAIN else ""
        return _Said(plain=by_default or required(self._types.of_any_field(argument.name) or ""))

    def answer(self, annotation: str, *, is_used: bool, gives: bool) -> str:
        """The type of what an operation gives back."""
        if annotation == "None" or not gives or not is_used:
            return "None"
        said = self._said(annotation) if annotation else _Said()
        found = self._payloads.name(said.model) if said.model else said.plain or UNKNOWN
        if said.is_many:
            found = f"tuple[{found}, ...]"
        return optional(found) if said.is_optional and found != UNKNOWN else found

    def rows(self, label: str) -> str:
        """The type of rows of a model."""
        return f"tuple[{self._payloads.name(label)}, ...]"

    def _said(self, annotation: str) -> _Said:
        try:
            tree = ast.parse(annotation, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return _Said()
        return self._of_node(tree)

    def _of_node(self, node: ast.expr) -> _Said:
        match node:
            case ast.Constant(value=str() as text):
                return self._said(text)
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return _Said(plain=name) if name in _PLAIN else _Said(model=self._by_name.get(name, ""))
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return self._either([left, right])
            case ast.Subscript(value=ast.Name(id=name) | ast.Attribute(attr=name), slice=inner):
                return self._of_generic(name, inner.elts if isinstance(inner, ast.Tuple) else [inner])
        return _Said()

    def _of_generic(self, name: str, inner: list[ast.expr]) -> _Said:
        if name in {"Optional", "Union"}:
            return self._either(inner)._replace(is_optional=True)
        if name in _DICTS:
            return _Said(plain="Json")
        if name in _MANY and inner:
            return self._of_node(inner[0])._replace(is_many=True)
        return self._of_node(inner[0]) if inner and name in {"Annotated", "Awaitable", "Final"} else _Said()

    def _either(self, parts: list[ast.expr]) -> _Said:
        none = [part for part in parts if isinstance(part, ast.Constant) and part.value is None]
        others = [self._of_node(part) for part in parts if part not in none]
        known = others[0] if others and all(each[:3] == others[0][:3] for each in others) else _Said()
        return known._replace(is_optional=bool(none) or any(each.is_optional for each in others))
