"""Comprehensions and generator expressions, gone through as loops are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.scope import Environment
from cutpoint.domain.values import Mapping, Sequence, Value
from cutpoint.resolve.execution.doubts import is_key
from cutpoint.resolve.execution.targets import assign, iterate

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Place
    from cutpoint.resolve.execution.interpreter import Interpreter

_MOST_ITEMS = 20_000


def comprehension(run: Interpreter, node: Node, env: Environment) -> Value:
    """What the comprehension gives; over what only run time knows, one item stands for all."""
    _, kind, element, value_node, generators, line, _ = node
    inner = Environment(env.module, env, {})
    keys: list[Value] = []
    values: list[Value] = []

    def visit(depth: int, is_sure: bool) -> None:
        if depth == len(generators):
            keys.append(run.evaluate(element, inner))
            places.append(place if is_sure else place.doubted(unlikely=False))
            if kind == "dict":
                values.append(run.evaluate(value_node, inner))
            return
        target, iterable, tests, _ = generators[depth]
        items, _places = iterate(run, run.evaluate(iterable, inner), run.place(env, line))
        for item in items:
            if len(keys) >= _MOST_ITEMS:
                return
            run.count_step()
            assign(run, target, item, inner, line)
            truths = [run.truth(run.evaluate(test, inner))[0] for test in tests]
            if False not in truths:
                visit(depth + 1, is_sure and None not in truths)

    place = run.place(env, line)
    places: list[Place | None] = []
    visit(0, is_sure=True)
    if kind == "dict":
        result = Mapping({})
        for key, value in zip(map(run.plain, keys), values, strict=True):
            if is_key(key):
                result.items[key] = value
            else:
                result.open = True
        return result
    return Sequence(keys, places, "set" if kind == "set" else "list")
