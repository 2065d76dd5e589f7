"""One operation → the test of what it promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Purpose, Shape
from cutpoint.emit.proposal.library.bodies import linking_model
from cutpoint.emit.proposal.library.writing import Code, call, laid_out, quoted, spread, tuple_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.emit.proposal.library.package import Method, Slot

_KEYS = ("pk", "pk__in")


def contract_test(method: Method) -> str:
    """A method `test_<operation>` of the class of the contract."""
    lines = [
        f"    {spread(f'def test_{method.name}(', ['self'], ' -> None:', 4)}",
        *(f"        {line}" for line in _steps(method)),
    ]
    return "\n".join(lines) + "\n"


def _steps(method: Method) -> Iterator[str]:
    match method.operation.shape:
        case Shape.GET:
            yield from _get(method)
        case Shape.LIST:
            yield from _list(method)
        case Shape.COUNT:
            yield _row(method)
            yield f"found = {_asked(method, before=8)}"
            yield "self.assertGreaterEqual(found, 1)"
            yield "self.world.remove(row)"
            yield _asserted("assertEqual", _asking(method), "found - 1")
        case Shape.EXISTS:
            yield from _exists(method)
        case Shape.CREATE:
            yield from _create(method)
        case Shape.SAVE:
            yield from _save(method)
        case Shape.ENSURE:
            yield from _ensure(method)
        case Shape.UPDATE:
            yield from _update(method)
        case Shape.DELETE:
            yield from _delete(method)
        case _:
            yield from _link(method)


def _get(method: Method) -> Iterator[str]:
    yield _row(method)
    yield f"found = {_asked(method, before=8)}"
    if method.returns.is_optional:
        yield "assert found is not None"
    yield from _is_the_row(method, "found")
    yield "self.world.remove(row)"
    if method.returns.is_optional:
        yield _asserted("assertIsNone", _asking(method))
        return
    yield f"with self.assertRaises({method.not_found}):"
    yield f"    {_asked(method, deeper=4)}"


def _is_the_row(method: Method, found: str) -> Iterator[str]:
    yield f"self.assertEqual({found}.{_key_of(method)}, row.key)"


def _list(method: Method) -> Iterator[str]:
    yield _row(method)
    key = _key_of(method)
    choices = [slot for slot in method.slots if slot.is_choice]
    sure = [slot for slot in method.by(Purpose.CHOOSE) if not slot.is_choice]
    for given in [sure, *([*sure, slot] for slot in choices)]:
        yield f"found = {_asked(method, given, before=8)}"
        yield f"self.assertIn(row.key, [each.{key} for each in found])"
    yield "self.world.remove(row)"
    yield f"found = {_asked(method, sure, before=8)}"
    yield f"self.assertNotIn(row.key, [each.{key} for each in found])"


def _exists(method: Method) -> Iterator[str]:
    yield _row(method) if method.by(Purpose.CHOOSE) else _row(method).removeprefix("row = ")
    yield _asserted("assertTrue", _asking(method))
    if any(slot.parameter.lookup in _KEYS for slot in method.by(Purpose.CHOOSE)):
        yield "self.world.remove(row)"
        yield _asserted("assertFalse", _asking(method))


def _create(method: Method) -> Iterator[str]:
    label = quoted(method.operation.model)
    yield from _values(method)
    yield "header = self.once"
    if method.operation.batch:
        record = method.item.name if method.item is not None else "dict"
        yield f"rows_to_be = ({record}(**values),)"
        yield f"keys = self.api.{method.name}(rows_to_be, header=header)"
        yield "self.assertEqual(len(keys), 1)"
        yield f"self.assert_stored({label}, keys[0], stored)"
        yield _asserted("assertEqual", call(f"self.api.{method.name}", "rows_to_be", "header=header"), "keys")
        return
    asked = _calling(
        method, {slot.name: f"values[{quoted(slot.name)}]" for slot in method.slots if not slot.is_choice}, "header"
    )
    yield f"key = {laid_out(asked, 8, 6)}"
    yield _asserted("assertTrue", call("self.world.has", label, "key"))
    yield f"self.assert_stored({label}, key, stored)"
    yield _asserted("assertEqual", asked, "key")


def _values(method: Method) -> Iterator[str]:
    """`values` by names of parameters, `stored` by names of columns."""
    label = quoted(method.operation.model)
    slots = written(method)
    columns = [quoted(slot.parameter.lookup) for slot in slots]
    yield spread("self.world.refuse_unless_enough(", [label, tuple_of(columns)], "", 8)
    yield spread("stored = self.world.values_of_a_row(", [label, *columns], "", 8)
    pairs = [f"{quoted(slot.name)}: stored[{quoted(slot.parameter.lookup)}]" for slot in slots]
    yield spread("values = {", pairs, "", 8)


def written(method: Method) -> list[Slot]:
    """What goes into columns of a new row; of many rows at once, of each of them."""
    slots = method.item.slots if method.item is not None else method.slots
    return [slot for slot in slots if not _is_key(slot) and slot.parameter.lookup]


def _key_of(method: Method) -> str:
    return method.record.key if method.record is not None else ""


def _is_key(slot: Slot) -> bool:
    return slot.parameter.lookup in _KEYS


def _save(method: Method) -> Iterator[str]:
    """Of a row that is there; a new one needs more than every call site writes."""
    slots = method.item.slots if method.item is not None else method.slots
    key = next((slot.name for slot in slots if slot.parameter.lookup == "pk"), "")
    if not key:
        yield from _create(method)
        return
    label = quoted(method.operation.model)
    yield _row(method)
    yield spread(
        "stored = self.world.values_of_a_row(",
        [label, *(quoted(slot.parameter.lookup) for slot in written(method))],
        "",
        8,
    )
    values = {slot.name: f"stored[{quoted(slot.parameter.lookup)}]" for slot in written(method)}
    if method.item is None:
        yield f"key = {_call(method, {key: 'row.key', **values}, 'self.header', 8, 6)}"
    else:
        given = [f"{name}={value}" for name, value in {key: "row.key", **values}.items()]
        yield f"item = {laid_out(call(method.item.name, *given), 8, 7)}"
        yield f"(key,) = self.api.{method.name}((item,), header=self.header)"
    yield "self.assertEqual(key, row.key)"
    yield f"self.assert_stored({label}, row.key, stored)"


def _ensure(method: Method) -> Iterator[str]:
    label = quoted(method.operation.model)
    yield from _values(method)
    asked = _calling(
        method, {slot.name: f"values[{quoted(slot.name)}]" for slot in method.slots if not _is_key(slot)}, "self.header"
    )
    yield f"key = {laid_out(asked, 8, 6)}"
    yield _asserted("assertTrue", call("self.world.has", label, "key"))
    yield f"self.world.refuse_unless_shown({label}, key)"
    yield _asserted("assertEqual", asked, "key")


def _update(method: Method) -> Iterator[str]:
    label = quoted(method.operation.model)
    slots = method.by(Purpose.WRITE)
    yield _row(method)
    names = [quoted(slot.parameter.lookup) for slot in slots]
    yield spread("values = self.world.values(", [label, *names], "", 8)
    given = {slot.name: f"values[{quoted(slot.parameter.lookup)}]" for slot in slots}
    asked = _calling(method, {**_choosing(method), **given}, "self.header")
    if method.returns.name == "int":
        yield _asserted("assertEqual", asked, "1")
    else:
        yield laid_out(asked, 8)
    yield f"self.assert_stored({label}, row.key, values)"
    if method.returns.name != "int":
        yield "self.world.remove(row)"
        yield f"with self.assertRaises({method.not_found}):"
        yield f"    {_call(method, {**_choosing(method), **given}, 'self.header', 12)}"


def _delete(method: Method) -> Iterator[str]:
    label = quoted(method.operation.model)
    yield _row(method)
    if method.returns.name == "int":
        yield _asserted("assertGreaterEqual", _asking(method), "1")
        yield _asserted("assertFalse", call("self.world.has", label, "row.key"))
        return
    yield _asked(method)
    yield _asserted("assertFalse", call("self.world.has", label, "row.key"))
    yield f"with self.assertRaises({method.not_found}):"
    yield f"    {_asked(method, deeper=4)}"


def _link(method: Method) -> Iterator[str]:
    label = quoted(linking_model(method))
    accessor, _, verb = method.operation.function.partition(".")
    yield laid_out(call("row = self.world.row", label), 8)
    linked = call("self.world.linked", label, "row.key", quoted(accessor))
    slot = next(iter(method.by(Purpose.LINK)), None)
    given = _choosing(method)
    if slot is None or not slot.parameter.model:
        yield _call(method, {**given, **({slot.name: "()"} if slot is not None else {})}, "self.header")
        yield _asserted("assertEqual", linked, "set()")
        return
    yield f"other = self.world.row({quoted(slot.parameter.model)})"
    yield _call(method, {**given, slot.name: "(other.key,)"}, "self.header")
    yield _asserted("assertEqual", linked, "set()" if verb == "remove" else "{other.key}")


def _row(method: Method) -> str:
    lookups = [slot.parameter.lookup for slot in method.by(Purpose.CHOOSE) if not _is_key(slot)]
    return spread("row = self.world.row(", [quoted(each) for each in (method.operation.model, *lookups)], "", 8)


def _choosing(method: Method, slots: Iterable[Slot] | None = None) -> dict[str, str]:
    found: dict[str, str] = {}
    for slot in slots if slots is not None else method.by(Purpose.CHOOSE):
        lookup = slot.parameter.lookup
        asked = {"pk": "row.key", "pk__in": "(row.key,)"}.get(lookup, f"row.asked({quoted(lookup)})")
        found[slot.name] = asked
    return found


def _asked(method: Method, slots: Iterable[Slot] | None = None, *, deeper: int = 0, before: int = 0) -> str:
    return laid_out(_asking(method, slots), 8 + deeper, before)


def _asking(method: Method, slots: Iterable[Slot] | None = None) -> Code:
    return _calling(method, _choosing(method, slots), "self.header")


def _call(method: Method, arguments: dict[str, str], header: str, indent: int = 8, before: int = 0) -> str:
    return laid_out(_calling(method, arguments, header), indent, before)


def _calling(method: Method, arguments: dict[str, str], header: str) -> Code:
    items = [*(f"{name}={value}" for name, value in arguments.items()), f"header={header}"]
    return call(f"self.api.{method.name}", *items)


def _asserted(assertion: str, *items: Code | str) -> str:
    return laid_out(call(f"self.{assertion}", *items), 8)
