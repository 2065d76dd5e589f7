"""Expressions: evaluated to values; whatever depends on what only run time knows is Unknown, with the reason."""

from __future__ import annotations

import builtins
import re
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Bound, Class, Function, Instance
from cutpoint.domain.scope import Environment
from cutpoint.domain.values import Either, Guess, Mapping, Sequence, Symbol, TooLargeError, Unknown, Value
from cutpoint.resolve.execution import calls
from cutpoint.resolve.execution.budget import OutOfItemsError
from cutpoint.resolve.execution.comprehensions import comprehension
from cutpoint.resolve.execution.dict_classes import held_by, item_of
from cutpoint.resolve.execution.doubts import either, is_key, why_unknown
from cutpoint.resolve.execution.known.environment_lookups import without_default
from cutpoint.resolve.execution.lines import line_of
from cutpoint.resolve.execution.operators import binary, compare, truth_of, unary
from cutpoint.resolve.execution.sizes import size_of, too_large
from cutpoint.resolve.execution.targets import iterate
from cutpoint.resolve.execution.texts import put_together

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.interpreter import Interpreter

__all__ = ["binary", "evaluate", "truth_of"]

_BUILTINS = frozenset(dir(builtins))
# What makes a value, and doesn't only find one.
_MAKING = frozenset(
    (sk.CALL, sk.SUBSCRIPT, sk.LIST, sk.TUPLE, sk.SET, sk.DICT, sk.BINARY, sk.FORMATTED, sk.COMPREHENSION)
)


def evaluate(run: Interpreter, node: Node, env: Environment) -> Value:
    """The value of *node* in *env*."""
    if type(node) is not list:
        return node
    handler = _EVALUATE.get(node[0])
    if handler is None:
        return Unknown("an expression that is not described")
    try:
        value = handler(run, node, env)
        if node[0] in _MAKING:
            run.count_items(size_of(value))
    except (TooLargeError, OutOfItemsError) as error:
        if run.looping and type(error) is OutOfItemsError:
            raise
        return too_large(run, env, line_of(node))
    return value


def _name(run: Interpreter, node: Node, env: Environment) -> Value:
    name = node[1]
    found, value = env.lookup(name)
    if found:
        return value
    if name in _BUILTINS:
        return Symbol(f"builtins.{name}")
    if env.module.star_sources:
        return run.symbol(f"{env.module.star_sources[-1]}.{name}")
    return Unknown(f"the name {name} is not defined", run.place(env, node[2]))


def _attribute(run: Interpreter, node: Node, env: Environment) -> Value:
    return run.attribute(evaluate(run, node[1], env), node[2])


def _call(run: Interpreter, node: Node, env: Environment) -> Value:
    return calls.evaluate_call(run, node, env)


def _subscript(run: Interpreter, node: Node, env: Environment) -> Value:
    base = held_by(run, run.plain(evaluate(run, node[1], env)))
    index = run.plain(evaluate(run, node[2], env))
    if type(base) is Mapping:
        found = item_of(run, base, index) if is_key(index) else None
        if found is not None or (is_key(index) and index in base.items):
            return found
        return Unknown(f"no key {index!r}" if isinstance(index, str) else "an unknown key")
    if type(base) is Symbol and base.name == "os.environ":
        return Guess(without_default(index, None))
    if type(base) is Symbol and base.name == "sys.modules" and isinstance(index, str):
        return run.modules.get(index, Unknown(f"the module {index}"))
    if type(base) in (Class, Symbol):
        # Manager["Order"], QuerySet[Order]: the parameter changes nothing about the class.
        return base
    items = base.items if type(base) is Sequence else base
    if isinstance(items, str | tuple | list):
        if type(index) is int and -len(items) <= index < len(items):
            return items[index]
        if type(index) is Instance and type(index.callee) is Symbol and index.callee.name == "builtins.slice":
            bounds = [part if type(part) is int else None for part in map(run.plain, index.arguments)]
            part = items[slice(*bounds[:3])] if bounds and 0 not in bounds[2:] else items
            return Sequence(list(part)) if isinstance(part, list) else part
    if type(base) is Instance and type(base.callee) is Symbol:
        item = Bound(Symbol(f"{base.callee.name}.__getitem__"), base)
        return calls.call_now(run, item, [index], {}, run.place(env, node[3]))
    reason = why_unknown(base) if type(base) in (Unknown, Instance) else "an unknown item"
    return Unknown(reason, (base.place if type(base) is Unknown else None) or run.place(env, node[3]))


def _items(run: Interpreter, nodes: list[Node], env: Environment, lines: int | list[int] = 0) -> Sequence:
    result = Sequence([])
    for index, node in enumerate(nodes):
        line = lines if isinstance(lines, int) else lines[index]
        if type(node) is list and node[0] == sk.STAR:
            result.extend(*iterate(run, evaluate(run, node[1], env), run.place(env, line) if line else None))
        else:
            result.append(evaluate(run, node, env), run.place(env, line) if line else None)
    return result


def _list(run: Interpreter, node: Node, env: Environment) -> Value:
    return _items(run, node[1], env, node[2])


def _tuple(run: Interpreter, node: Node, env: Environment) -> Value:
    return tuple(_items(run, node[1], env).items)


def _set(run: Interpreter, node: Node, env: Environment) -> Value:
    items = _items(run, node[1], env)
    items.kind = "set"
    return items


def _dict(run: Interpreter, node: Node, env: Environment) -> Value:
    result = Mapping({})
    for key_node, value_node in node[1]:
        value = evaluate(run, value_node, env)
        if key_node == [sk.STAR]:
            inner = run.plain(value)
            if type(inner) is Mapping:
                result.update(inner.items)
                result.open |= inner.open
            else:
                result.open = True
            continue
        key = run.plain(evaluate(run, key_node, env))
        if is_key(key):
            result.items[key] = value
        else:
            result.open = True
    return result


def _star(run: Interpreter, node: Node, env: Environment) -> Value:
    items, places = iterate(run, evaluate(run, node[1], env), None)
    return Sequence(items, places, "star")


def _binary(run: Interpreter, node: Node, env: Environment) -> Value:
    operator, operands = node[1], node[2]
    first = next(filter(None, map(line_of, operands)), 0)
    value = evaluate(run, operands[0], env)
    for operand in operands[1:]:
        value = binary(run, operator, value, evaluate(run, operand, env), run.place(env, line_of(operand) or first))
    return value


def _unary(run: Interpreter, node: Node, env: Environment) -> Value:
    return unary(run, node[1], evaluate(run, node[2], env))


def _compare(run: Interpreter, node: Node, env: Environment) -> Value:
    left = evaluate(run, node[1], env)
    outcome: Value = True
    for operator, right_node in zip(node[2], node[3], strict=True):
        right = evaluate(run, right_node, env)
        result = compare(run, operator, left, right)
        if result is False:
            return False
        if result is not True:
            outcome = result
        left = right
    return outcome


def _boolean(run: Interpreter, node: Node, env: Environment) -> Value:
    wants = node[1] == "or"
    doubtful: list[Value] = []
    for operand in node[2]:
        value = evaluate(run, operand, env)
        decided, _ = run.truth(value)
        if decided is wants:
            # `asked() and False` is false whatever is asked, while `asked() or "default"` may be either.
            return either([*doubtful, value]) if doubtful and wants else value
        if decided is None:
            doubtful.append(value)
    last = [value] if decided is not None else []
    return either([*doubtful, *last]) if doubtful else value


def _conditional(run: Interpreter, node: Node, env: Environment) -> Value:
    decided, likely = run.truth(evaluate(run, node[1], env))
    if decided is not None:
        return evaluate(run, node[2] if decided else node[3], env)
    pair = (evaluate(run, node[2], env), evaluate(run, node[3], env))
    return either(list(pair)) if likely is None else Either(pair if likely else pair[::-1], ranked=True)


def _formatted(run: Interpreter, node: Node, env: Environment) -> Value:
    return put_together([run.plain(evaluate(run, part, env)) for part in node[1]])


# Specifications that cannot make a text much longer.
_SPECIFICATION = re.compile(r"0?\d{0,2}[dsxX]?")


def _format(run: Interpreter, node: Node, env: Environment) -> Value:
    value, specification = run.plain(evaluate(run, node[1], env)), run.plain(evaluate(run, node[2], env))
    if isinstance(value, str | int) and specification == "!r":
        return repr(str(value) if isinstance(value, str) else value)
    if isinstance(value, str | int) and isinstance(specification, str) and _SPECIFICATION.fullmatch(specification):
        try:
            return format(value, specification)
        except ValueError:
            pass
    return Unknown("a text with unknown parts")


def _lambda(run: Interpreter, node: Node, env: Environment) -> Value:
    return Function("<lambda>", node[1], node[2], env, run.place(env, node[3]), is_lambda=True)


def _named(run: Interpreter, node: Node, env: Environment) -> Value:
    value = evaluate(run, node[2], env)
    env.bind(node[1], value, 0)
    return value


def _inner(run: Interpreter, node: Node, env: Environment) -> Value:
    return evaluate(run, node[1], env)


def _yield(run: Interpreter, node: Node, env: Environment) -> Value:
    env.yields = [*(env.yields or ()), evaluate(run, node[1], env)]
    return Unknown("what a generator is sent")


def _yield_from(run: Interpreter, node: Node, env: Environment) -> Value:
    items, _ = iterate(run, evaluate(run, node[1], env), None)
    env.yields = [*(env.yields or ()), *items]
    return Unknown("what a generator is sent")


def _slice(run: Interpreter, node: Node, env: Environment) -> Value:
    bounds = [evaluate(run, part, env) for part in node[1:4]]
    return Instance(Symbol("builtins.slice"), bounds, {}, run.place(env, 0))


_EVALUATE: dict[int, Callable[[Interpreter, Node, Environment], Value]] = {
    sk.NAME: _name,
    sk.ATTRIBUTE: _attribute,
    sk.CALL: _call,
    sk.SUBSCRIPT: _subscript,
    sk.LIST: _list,
    sk.TUPLE: _tuple,
    sk.SET: _set,
    sk.DICT: _dict,
    sk.STAR: _star,
    sk.BINARY: _binary,
    sk.UNARY: _unary,
    sk.COMPARE: _compare,
    sk.BOOLEAN: _boolean,
    sk.CONDITIONAL: _conditional,
    sk.FORMATTED: _formatted,
    sk.FORMAT: _format,
    sk.LAMBDA: _lambda,
    sk.COMPREHENSION: comprehension,
    sk.NAMED: _named,
    sk.AWAIT: _inner,
    sk.YIELD: _yield,
    sk.YIELD_FROM: _yield_from,
    sk.SLICE: _slice,
}
