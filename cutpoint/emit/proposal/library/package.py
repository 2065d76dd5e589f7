"""Boundary → one package for each side that serves something, with a Python name for everything in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import SIGNAL, Operation, OperationKind, Parameter, Purpose, Shape
from cutpoint.domain.cut import Side
from cutpoint.domain.pythons import BUILTINS
from cutpoint.emit.proposal.library.annotations import Type, type_of
from cutpoint.emit.proposal.library.python_names import identifier, package_name, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cutpoint.domain.boundary import Boundary, Record

KEY = "pk"
CONTRACT_NAMES = frozenset(
    {"Unset", "UNSET", "Json", "ApiError", "NotFound", "Conflict", "DeadlineExceeded", "ContractBroken", "CallHeader"}
)
"""What the contracts of every package hold."""
_OTHER_NAMES = frozenset(
    {
        "Event",
        "Enum",
        "Final",
        "TypeAlias",
        "Mapping",
        "Any",
        "Protocol",
        "NoReturn",
        "Callable",
        "Answers",
        "FakeState",
    }
    | {"AnswersInMemory", "Publisher", "Relay", "Row", "TestCase", "World", "Checks", "Decimal", "UUID"}
)
_BODY_NAMES = (
    "self",
    "header",
    "rows",
    "tuple",
    "plain",
    "plain_or_none",
    "json_of",
    "many_of",
    "given",
    "told",
    "once",
)
"""What the bodies of generated methods use."""


class Slot(msgspec.Struct, frozen=True):
    """A parameter of a method, or a field of a class, under its Python name."""

    name: str
    type: Type
    parameter: Parameter

    @property
    def is_choice(self) -> bool:
        """Whether it is a condition that may be left out."""
        return self.parameter.optional and self.parameter.purpose is Purpose.CHOOSE


class Class(msgspec.Struct, frozen=True):
    """A record or an event."""

    name: str
    model: str
    slots: tuple[Slot, ...]
    is_taken: bool = False
    """Whether it is a row that is to be written."""

    @property
    def key(self) -> str:
        """The field that has the primary key."""
        return next((slot.name for slot in self.slots if slot.parameter.lookup == KEY), "")


class Method(msgspec.Struct, frozen=True):
    """An operation under its Python name."""

    name: str
    operation: Operation
    slots: tuple[Slot, ...]
    returns: Type
    not_found: str
    """The error that it raises when there is no row."""
    conflict: str
    errors: tuple[str, ...]
    """The classes of all that it raises."""
    record: Class | None = None
    """What it gives, or gives many of."""
    item: Class | None = None
    """What it takes many of."""

    def by(self, purpose: Purpose) -> tuple[Slot, ...]:
        """Its parameters for one purpose."""
        return tuple(slot for slot in self.slots if slot.parameter.purpose is purpose)


class Event(msgspec.Struct, frozen=True):
    """Something that happened: the class that tells it, and the method of those who listen."""

    name: str
    told: Class
    operation: Operation

    @property
    def is_heard(self) -> bool:
        """Whether Django itself says it, and not the code that sends a signal of its own."""
        return self.operation.action != SIGNAL and bool(self.told.slots)


class Package(msgspec.Struct, frozen=True):
    """What one side serves."""

    name: str
    api: str
    """The name of its protocol; all other classes are called after it."""
    serves: str
    """In words."""
    methods: tuple[Method, ...]
    events: tuple[Event, ...]
    records: tuple[Class, ...]
    errors: tuple[str, ...]

    @property
    def heard(self) -> tuple[Event, ...]:
        """Events that Django itself says."""
        return tuple(event for event in self.events if event.is_heard)


def packages(boundary: Boundary) -> tuple[Package, ...]:
    """What is taken out first."""
    found: list[Package] = []
    taken = _top_modules(boundary)
    for side in Side:
        operations = [operation for operation in boundary.operations if operation.served_by is side]
        if not operations:
            continue
        stem = boundary.name if side is Side.TAKE else "monolith"
        name = package_name(stem, {*taken, *(each.name for each in found)})
        serves = f"what is taken out by the cut {boundary.name}" if side is Side.TAKE else "what stays"
        found.append(_package(name, serves, operations, boundary.records))
    return tuple(found)


def _top_modules(boundary: Boundary) -> set[str]:
    sites = [site for operation in boundary.operations for site in operation.call_sites]
    names = [*(site.module for site in sites), *(operation.module for operation in boundary.operations)]
    return {name.partition(".")[0] for name in names}


def _package(name: str, serves: str, operations: list[Operation], records: Iterable[Record]) -> Package:
    api = "".join(part[:1].upper() + part[1:] for part in name.split("_") if part)
    own = {f"{prefix}{api}{suffix}" for prefix in ("", "Local", "Fake") for suffix in ("", "Listener", "Contract")}
    taken = {*CONTRACT_NAMES, *_OTHER_NAMES, *own, *BUILTINS}
    asked = [each for each in operations if each.kind is not OperationKind.EVENT]
    happened = [each for each in operations if each.kind is OperationKind.EVENT]
    by_name: dict[str, Record] = {}
    for record in records:
        by_name.setdefault(record.name, record)
    needed = _needed(asked, by_name)
    classes = dict(zip(needed, unique((_capital(each) for each in needed), taken, mark=""), strict=True))
    taken |= set(classes.values())
    raised = sorted({error for operation in asked for error in operation.errors} - CONTRACT_NAMES)
    errors = dict(zip(raised, unique((_capital(each) for each in raised), taken, mark=""), strict=True))
    taken |= set(errors.values())
    told = unique((_capital(_camel(each.name)) for each in happened), taken, mark="")
    listed = unique(each.name for each in operations)
    by_place = dict(zip(map(id, operations), listed, strict=True))
    # A parameter may be called like a builtin, as `id` is; no class is.
    reserved = ({*taken, *told} - BUILTINS) | set(_BODY_NAMES)
    made = {
        each: msgspec.structs.replace(
            _class(classes[each], by_name[each].model, by_name[each].fields, classes), is_taken=_is_taken(each, asked)
        )
        for each in needed
    }
    by_class = {each.name: each for each in made.values()}
    return Package(
        name,
        api,
        serves,
        tuple(_with_classes(_method(by_place[id(each)], each, classes, errors, reserved), by_class) for each in asked),
        tuple(
            Event(by_place[id(each)], _class(event, each.model, each.parameters, classes), each)
            for each, event in zip(happened, told, strict=True)
        ),
        tuple(made.values()),
        tuple(errors[each] for each in raised),
    )


def _with_classes(method: Method, classes: Mapping[str, Class]) -> Method:
    given = (*method.returns.items, method.returns)[0].name
    taken = [name for slot in method.slots for name in slot.type.names if name in classes]
    return msgspec.structs.replace(method, record=classes.get(given), item=classes[min(taken)] if taken else None)


def _needed(operations: Iterable[Operation], records: Mapping[str, Record]) -> list[str]:
    names = {name: name for name in records}
    said = {
        text for operation in operations for text in (operation.returns, *(each.type for each in operation.parameters))
    }
    found = frozenset[str]().union(*(type_of(text, names).names for text in said))
    return sorted(found & set(records))


def _is_taken(record: str, operations: Iterable[Operation]) -> bool:
    names = {record: record}
    return any(record in type_of(each.type, names).names for one in operations for each in one.parameters)


def _method(
    name: str, operation: Operation, classes: Mapping[str, str], errors: Mapping[str, str], reserved: set[str]
) -> Method:
    raised = [errors.get(error, error) for error in operation.errors]
    slots = _slots(operation.parameters, classes, reserved)
    returns = type_of(operation.returns, classes)
    return Method(
        name,
        operation,
        slots,
        returns,
        next((error for error in raised if error.rstrip("_").endswith("NotFound")), "NotFound"),
        next((error for error in raised if error.rstrip("_").endswith("Conflict")), "Conflict"),
        tuple(raised),
    )


def _class(name: str, model: str, fields: Iterable[Parameter], classes: Mapping[str, str]) -> Class:
    return Class(name, model, _slots(fields, classes, {"self", "to_columns"}))


def _slots(parameters: Iterable[Parameter], classes: Mapping[str, str], reserved: set[str]) -> tuple[Slot, ...]:
    """Those that may be left out last."""
    ordered = sorted(parameters, key=lambda each: each.optional)
    names = unique((each.name for each in ordered), reserved)
    return tuple(Slot(name, type_of(each.type, classes), each) for name, each in zip(names, ordered, strict=True))


def _capital(text: str) -> str:
    found = identifier(text)
    return f"{found[:1].upper()}{found[1:]}"


def _camel(text: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in text.split("_"))


def is_call(method: Method) -> bool:
    """Whether it is a function of the project as it stands."""
    return method.operation.shape is Shape.CALL
