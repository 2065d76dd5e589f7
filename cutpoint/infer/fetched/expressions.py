"""Expressions of a body -> values, in the order in which Python looks at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.infer.fetched.origins import (
    FURTHEST,
    NO_OBJECT,
    Call,
    Value,
    common,
    step,
    without,
)
from cutpoint.infer.fetched.parts import fresh, is_super, looks_like_class, parts_of
from cutpoint.infer.fetched.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.skeleton import Node

# They look at all rows of what they are given.
_LOOKING_AT_ALL = frozenset(
    {"list", "len", "tuple", "set", "sorted", "bool", "sum", "min", "max", "any", "all", "dict"}
)
# Of these, what they give has the same rows.
_SAME_ROWS = frozenset({"list", "tuple", "set", "sorted", "reversed", "iter", "cast"})
_EMPTY = frozenset({"list", "dict", "set"})
_FILLING = frozenset({"append", "add", "insert", "extend", "update", "appendleft"})
_MAKING = frozenset({"create", "acreate"})
_REFRESHING = frozenset({"refresh_from_db", "arefresh_from_db"})


class Walk(Standing):
    """One walk through a body."""

    def bind(self, target: Node, value: Value) -> None:
        """Bind a name, the parts of a tuple, an attribute or an item."""
        match target:
            case [sk.NAME, name, *_]:
                self.names[name] = value
            case [sk.TUPLE | sk.LIST, targets, *_]:
                for index, each in enumerate(targets):
                    self.bind(each, step(value, f"[{index}]", self.point.held))
            case [sk.STAR, inner]:
                self.bind(inner, fresh(inner))
            case [sk.ATTRIBUTE, base, name, *_]:
                self.put(self.visit(base), name, value)
            case [sk.SUBSCRIPT, base, str() as key, *_]:
                self.put(self.visit(base), f"[{key}]", value)
            case [sk.SUBSCRIPT, base, index, *_]:
                self.fill(self.visit(base), value)
                self.visit(index)

    # Expressions

    def visit(self, node: Node) -> Value:
        """The value of an expression that is used for anything; what it looks at is loaded from here on."""
        value = self.look(node)
        self.record.use(value, "")
        return value

    def look(self, node: Node) -> Value:
        """The value of an expression of which the caller says what it is used for."""
        if type(node) is not list or not node:
            return NO_OBJECT if node is None else fresh(node)
        match node:
            case [sk.NAME, name, *_]:
                return self._name(node, name)
            case [sk.ATTRIBUTE, base, name, *_]:
                return self._attribute(node, base, name)
            case [sk.CALL, *_]:
                return self._call(node)
            case [sk.SUBSCRIPT, base, index, *_]:
                return self._item(node, base, index)
            case [sk.AWAIT, inner]:
                return self.look(inner)
            case [sk.NAMED, name, inner]:
                value = self.visit(inner)
                self.names[name] = value
                return value
            case [sk.TUPLE, items, *_]:
                return self._tuple(node, items)
            case [sk.LIST | sk.SET, items, *_]:
                return self._list(node, items)
            case [sk.DICT, pairs, *_] if all(type(key) is not str for key, _ in pairs):
                return self._list(node, [part for pair in pairs for part in pair[1:]])
        return self._branching(node)

    def _branching(self, node: Node) -> Value:
        match node:
            case [sk.BOOLEAN, _, operands]:
                self.test(operands[0])
                self.apart(operands[1:])
                return fresh(node)
            case [sk.CONDITIONAL, test, *branches]:
                self.test(test)
                values = [value for each in branches for value in self.apart([each])]
                return (("either", tuple(values)), ())
            case [sk.UNARY, "not", inner]:
                self.test(inner)
                return fresh(node)
            case [sk.COMPREHENSION, *_]:
                return self._comprehension(node)
        return self._other(node)

    def _other(self, node: Node) -> Value:
        match node:
            case [sk.LAMBDA, *_]:
                self.record.inner.setdefault(id(node[2]), []).append((dict(self.names), self.point))
                return fresh(node)
            case [sk.COMPARE, left, operators, comparators]:
                self.visit(left)
                for operator, each in zip(operators, comparators, strict=False):
                    value = self.visit(each)
                    if operator in ("in", "not in"):
                        self.run(value)
                return fresh(node)
            case [sk.YIELD | sk.YIELD_FROM, *_]:
                self.record.generates = True
        self._parts(node)
        return fresh(node)

    def test(self, node: Node) -> None:
        """An expression whose truth counts; a queryset runs for it."""
        self.run(self.visit(node))

    def apart(self, nodes: Iterable[Node]) -> list[Value]:
        """Expressions that are not always looked at: what they load holds for those of them that follow only."""
        before = self.point
        values = [self.visit(each) for each in nodes]
        self.point = common(before, self.point)
        return values

    def _parts(self, node: Node) -> None:
        for each in parts_of(node):
            self.visit(each)

    def _name(self, node: Node, name: str) -> Value:
        value = self.names.get(name)
        if value is None:
            value = (("free", name), ())
        elif value[0][0] == "function":
            self.record.inner.setdefault(name, []).append((dict(self.names), self.point))
        self.record.seen[id(node)] = value, self.point
        return value

    def _attribute(self, node: Node, base: Node, name: str) -> Value:
        owner = self.visit(base)
        value = step(owner, name, self.point.held)
        self.record.seen[id(node)] = value, self.point
        if len(value[1]) <= FURTHEST:
            self.load(value)
            return value
        return fresh(node)

    def _item(self, node: Node, base: Node, index: Node) -> Value:
        value = self.visit(base)
        self.visit(index)
        if type(index) is str:
            return step(value, f"[{index}]", self.point.held)
        return value if type(index) is list and index[:1] == [sk.SLICE] else (("item", id(node), value), ())

    def _list(self, node: Node, items: Iterable[Node]) -> Value:
        made: Value = (("list", id(node)), ())
        for each in items:
            self.fill(made, self.visit(each))
        return made

    def _tuple(self, node: Node, items: list[Node]) -> Value:
        made = fresh(node)
        held: dict[Value, Value] = {(made[0], (f"[{index}]",)): self.visit(each) for index, each in enumerate(items)}
        self.point = self.point._replace(held={**self.point.held, **held}, loaded=self.point.loaded | held.keys())
        return made

    def _call(self, node: Node) -> Value:
        _, function, arguments, keywords, *_ = node
        receiver, name = None, ""
        if type(function) is list and function[0] == sk.ATTRIBUTE:
            receiver, name = self.look(function[1]), function[2]
            self.record.use(receiver, name, id(node))
            if is_super(function[1]):
                receiver = self.own
        else:
            self.visit(function)
            name = function[1] if type(function) is list and function[0] == sk.NAME else ""
        given: list[Value | None] = []
        is_open = False
        for each in arguments:
            is_open = is_open or (type(each) is list and each[:1] == [sk.STAR])
            value = self.visit(each)
            given.append(None if is_open else value)
        named = {key: value for key, value in [(key, self.visit(each)) for key, each in keywords] if key is not None}
        call = Call(receiver, name, tuple(given), named, self.point, self._passes_on(arguments, keywords))
        result: Value = (("call", id(node)), ())
        self._note(node, call, result)
        return self._result(call, node, result)

    def _note(self, node: Node, call: Call, result: Value) -> None:
        key = id(node)
        self.record.calls[key] = call
        self.record.seen[key] = result, self.point
        places: list[tuple[int | str, Value | None]] = [
            (-1, call.receiver),
            *enumerate(call.arguments),
            *call.keywords.items(),
        ]
        for place, value in places:
            if value is not None and value[0][0] not in ("other", "none"):
                self.record.by_root.setdefault(value[0], []).append((key, place, value[1]))
        self.point = self.point._replace(done=self.point.done | {key})

    def _result(self, call: Call, node: Node, result: Value) -> Value:
        first = call.arguments[0] if call.arguments else None
        if call.receiver is None:
            if call.name in _LOOKING_AT_ALL and first is not None:
                self.run(first)
            if call.name in _EMPTY and not node[2] and not node[3]:
                return (("list", id(node)), ())
            if call.name == "defaultdict":
                return (("list", id(node)), ())
            if call.name in _SAME_ROWS and call.arguments and call.arguments[-1] is not None:
                return call.arguments[-1] if call.name == "cast" else call.arguments[0] or result
        elif call.name == "all" and not node[2]:
            value: Value = (("any", (call.receiver, result)), ())
            self.record.seen[id(node)] = value, call.point
            return value
        elif call.name == "values" and not node[2] and not node[3] and not call.receiver[1]:
            # Of a dict; what a queryset gives then are no rows.
            return call.receiver
        elif call.name in _FILLING and call.arguments and call.arguments[-1] is not None:
            self.fill(call.receiver, call.arguments[-1])
        elif call.name in _REFRESHING:
            self.point = without(self.point, call.receiver)
        if (call.receiver is not None and call.name in _MAKING) or looks_like_class(node[1]):
            held: dict[Value, Value] = {(result[0], (key,)): value for key, value in call.keywords.items()}
            self.point = self.point._replace(held={**self.point.held, **held}, loaded=self.point.loaded | held.keys())
        return result

    def _passes_on(self, arguments: list[Node], keywords: list[Node]) -> bool:
        positional, named = self.spread.get(sk.VARIADIC), self.spread.get(sk.KEYWORDS)
        return (
            positional is not None
            and any(
                type(each) is list and each[0] == sk.STAR and each[1][:2] == [sk.NAME, positional] for each in arguments
            )
            and any(key is None and type(each) is list and each[:2] == [sk.NAME, named] for key, each in keywords)
        )

    def _comprehension(self, node: Node) -> Value:
        _, kind, element, value_node, generators, *_ = node
        names, before = dict(self.names), self.point
        after = before
        for index, (target, iterable, conditions, _is_async) in enumerate(generators):
            self.iterate(target, iterable)
            if index == 0:
                after = self.point
            for each in conditions:
                self.test(each)
        if kind == "dict":
            self.visit(element)
        made = self.visit(value_node if kind == "dict" else element)
        # What is made inside keeps what it was made with.
        self.names, self.point = names, after._replace(held={**self.point.held, **after.held})
        return made

    def iterate(self, target: Node, iterable: Node) -> None:
        """Bind *target* to one row of what is iterated over."""
        match iterable, target:
            case [sk.CALL, [sk.NAME, "enumerate", *_], [inner, *_], *_], [sk.TUPLE | sk.LIST, [index, row], *_]:
                self.bind(index, fresh(index))
                self.iterate(row, inner)
            case [sk.CALL, [sk.NAME, "zip", *_], inners, *_], [sk.TUPLE | sk.LIST, targets, *_] if len(inners) == len(
                targets
            ):
                for row, inner in zip(targets, inners, strict=True):
                    self.iterate(row, inner)
            case [sk.CALL, [sk.ATTRIBUTE, base, "items", *_], [], [], *_], [sk.TUPLE | sk.LIST, [key, row], *_]:
                self.bind(key, fresh(key))
                self.bind(row, (("item", id(row), self.visit(base)), ()))
            case _:
                value = self.visit(iterable)
                self.run(value)
                self.bind(target, (("item", id(target), value), ()))
