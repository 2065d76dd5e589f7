"""Operations → the expressions that carry them out: over the ORM and in a fake by the same words, each on its own rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Purpose, Shape, Through
from cutpoint.emit.proposal.library.annotations import JSON, SCALARS
from cutpoint.emit.proposal.library.reading import mapper_name, reading
from cutpoint.emit.proposal.library.writing import Code, attribute, call, dictionary, flat, prefixed, quoted

if TYPE_CHECKING:
    from cutpoint.emit.proposal.library.annotations import Type
    from cutpoint.emit.proposal.library.package import Method, Slot


def work(method: Method, rows: str) -> Code:
    """The expression that does it, of any shape but `call`; *rows* is what has the rows."""
    operation = method.operation
    label, choosing = quoted(operation.model), conditions(method)
    match operation.shape:
        case Shape.GET:
            record = _maker(msgspec.structs.replace(method.returns, is_optional=False))
            if method.returns.is_optional:
                return call(f"{rows}.first", label, choosing, record)
            return call(f"{rows}.one", label, choosing, method.not_found, record)
        case Shape.LIST:
            return call(f"{rows}.many", label, choosing, _maker((*method.returns.items, method.returns)[0]))
        case Shape.COUNT | Shape.EXISTS:
            return call(f"{rows}.{operation.shape}", label, choosing)
        case Shape.CREATE | Shape.SAVE if operation.batch:
            given = method.slots[0].name if method.slots else "()"
            each = f"[told(each.to_columns()) for each in {given}]"
            return call(f"{rows}.{operation.shape}_many", label, each, method.conflict, _key(method))
        case Shape.CREATE:
            return call(f"{rows}.create", label, columns(method), method.conflict, _key(method))
        case Shape.SAVE | Shape.ENSURE:
            return call(f"{rows}.{operation.shape}", label, choosing, columns(method), method.conflict, _key(method))
        case Shape.UPDATE if method.returns.name == "int":
            return call(f"{rows}.update_many", label, choosing, columns(method))
        case Shape.UPDATE:
            return call(f"{rows}.update_one", label, choosing, columns(method), method.not_found)
        case Shape.DELETE if method.returns.name == "int":
            return call(f"{rows}.delete_many", label, choosing)
        case Shape.DELETE:
            return call(f"{rows}.delete_one", label, choosing, method.not_found)
    accessor, _, verb = operation.function.partition(".")
    linked = next((slot.name for slot in method.by(Purpose.LINK)), "None")
    label = quoted(linking_model(method))
    return call(f"{rows}.link", label, choosing, quoted(accessor), quoted(verb), linked, method.not_found)


def linking_model(method: Method) -> str:
    """The model of the row whose relation is changed, which is the other side's when it comes from the other end."""
    return next(
        (slot.parameter.model for slot in method.by(Purpose.CHOOSE) if slot.parameter.model), method.operation.model
    )


def called(method: Method) -> Code:
    """The expression that calls the project's own function."""
    slots = passed(method)
    given = dictionary({slot.parameter.lookup: _passed(slot, method) for slot in slots})
    if any(slot.parameter.optional for slot in slots):
        given = call("told", given)
    return call("rows.call", target(method), given)


def passed(method: Method) -> list[Slot]:
    """The arguments of the function, without what it is called on."""
    return [slot for slot in method.by(Purpose.PASS) if slot is not _receiver(method)]


def target(method: Method, *, unbound: bool = False) -> Code | str:
    """The expression of the function that is called, bound to the row that it is called on, or *unbound*."""
    operation = method.operation
    label, last = quoted(operation.model), operation.function.rpartition(".")[2]
    receiver = _receiver(method)
    if receiver is not None and not unbound:
        return attribute(call("rows.referred", label, receiver.name, error_of(operation.model, method)), last)
    if receiver is not None or operation.through is Through.CLASS:
        return attribute(call("rows.model", label), last)
    if operation.through is Through.MANAGER:
        return attribute(call("rows.manager", label, quoted(last)), last)
    within = operation.function.removeprefix(f"{operation.module}.")
    return call("rows.function", quoted(operation.module), quoted(within))


def _receiver(method: Method) -> Slot | None:
    if method.operation.through is not Through.ROW:
        return None
    return next((slot for slot in method.by(Purpose.PASS) if slot.parameter.lookup == "self"), None)


def answer_of(method: Method, value: str) -> Code | str:
    """*value*, which a function of the project gave, as the contract has it."""
    return reading(method.returns, value)


def _maker(kind: Type) -> str:
    """What makes a *kind* of a row."""
    if kind.name in SCALARS or kind.name in (JSON, "None", "tuple"):
        return f"lambda row: {flat(reading(kind, 'row'))}"
    return mapper_name(kind.name)


def conditions(method: Method) -> Code:
    """The dict of lookups by which it chooses rows."""
    slots = method.by(Purpose.CHOOSE)
    always: dict[str, Code | str] = {slot.parameter.lookup: slot.name for slot in slots if not slot.parameter.optional}
    sometimes: dict[str, Code | str] = {slot.parameter.lookup: slot.name for slot in slots if slot.parameter.optional}
    if not sometimes:
        return dictionary(always)
    free = call("given", dictionary(sometimes))
    return Code("{", (*dictionary(always).items, prefixed("**", free))) if always else free


def columns(method: Method) -> Code:
    """The dict of what it writes."""
    slots = method.by(Purpose.WRITE)
    found = dictionary({slot.parameter.lookup: slot.name for slot in slots})
    return call("told", found) if any(slot.parameter.optional for slot in slots) else found


def _passed(slot: Slot, method: Method) -> Code | str:
    parameter = slot.parameter
    if not parameter.model:
        return slot.name
    return call("rows.referred", quoted(parameter.model), slot.name, error_of(parameter.model, method))


def error_of(model: str, method: Method) -> str:
    """Of the errors of *method*, the one that says that there is no row of *model*."""
    name = model.rpartition(".")[2].replace("_", "").lower()
    mine = [each for each in method.errors if each.lower().startswith(f"{name}notfound")]
    return mine[0] if mine else method.not_found


def _key(method: Method) -> str:
    kind = method.returns.items[0] if method.returns.items else method.returns
    return kind.name if kind.name in SCALARS else "object"
