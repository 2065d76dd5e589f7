"""Calls: functions of the analyzed code run on their arguments; what libraries do is looked up in `known`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Bound, Class, Deferred, Function, Instance, Native, Partial, Super
from cutpoint.domain.scope import Environment
from cutpoint.domain.values import Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.attributes import MISSING, attribute_of
from cutpoint.resolve.execution.branches import RAISED
from cutpoint.resolve.execution.doubts import either
from cutpoint.resolve.execution.known import KEPT_CALLS, KNOWN_FUNCTIONS, KNOWN_METHODS
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.interpreter import Interpreter


RAISES = "a call that raises an exception"


def evaluate_call(run: Interpreter, node: Node, env: Environment) -> Value:
    """A call expression; at the level of a module or class, one without effects is put off until it is needed."""
    _, function_node, argument_nodes, keyword_nodes, line, _ = node
    function = run.plain(run.evaluate(function_node, env))
    place = run.place(env, line)
    if type(function) is Symbol and function.name in _NEEDS_SCOPE:
        return _in_scope(run, function.name, env, argument_nodes, place)
    arguments = _arguments(run, argument_nodes, env)
    keywords = _keywords(run, keyword_nodes, env)
    target = function.function if type(function) is Bound else function
    if run.at_module_level and type(target) is Function and _may_wait(target):
        return Deferred(function, arguments, keywords, place)
    return call_now(run, function, arguments, keywords, place, env)


def _may_wait(function: Function) -> bool:
    """Whether a call changes nothing but its result; what is done for a known function may change the caller's scope."""
    return not function.flags & sk.HAS_EFFECTS and not function.is_lambda and _known_name(function) is None


def _known_name(function: Function) -> str | None:
    """The name under which a call of a library's function is kept, though its source is here; None for any other."""
    found = function.env.module.found
    return None if found.ours else KEPT_CALLS.get(f"{found.name}.{function.qualname}")


def _arguments(run: Interpreter, nodes: list[Node], env: Environment) -> list[Value]:
    arguments: list[Value] = []
    for node in nodes:
        if type(node) is list and node[0] == sk.STAR:
            arguments += iterate(run, run.evaluate(node[1], env), None)[0]
        else:
            arguments.append(run.evaluate(node, env))
    return arguments


def _keywords(run: Interpreter, nodes: list[Node], env: Environment) -> dict[str, Value]:
    keywords: dict[str, Value] = {}
    for name, value_node in nodes:
        value = run.evaluate(value_node, env)
        if name is not None:
            keywords[name] = value
            continue
        inner = run.plain(value)
        if type(inner) is Mapping:
            keywords.update({key: item for key, item in inner.items.items() if isinstance(key, str)})
    return keywords


def call_now(
    run: Interpreter,
    function: Value,
    arguments: list[Value],
    keywords: dict[str, Value],
    place: Place,
    env: Environment | None = None,
) -> Value:
    """The result of calling *function*, which is worked out at once."""
    function = run.plain(function)
    kind = type(function)
    if kind is Function:
        if function.name == "with_metaclass":
            # Every compatibility layer has its own copy, and all of them only look like classes.
            return KNOWN_FUNCTIONS["six.with_metaclass"](run, arguments, keywords, place, env)
        return _called(run, function, arguments, keywords, place, env)
    if kind is Bound:
        if type(function.function) is Function:
            return _called(run, function.function, [function.receiver, *arguments], keywords, place, env)
        return _library_method(run, function, arguments, keywords, place)
    if kind is Symbol:
        return _library_call(run, function, arguments, keywords, place, env)
    if kind is Class:
        return _construct(run, function, arguments, keywords, place)
    if kind is Native:
        run.here = place
        return function.call(arguments, keywords)
    if kind is Partial:
        return call_now(
            run, function.function, [*function.arguments, *arguments], {**function.keywords, **keywords}, place, env
        )
    if kind is Instance:
        return _call_instance(run, function, arguments, keywords, place)
    reason = function.reason if kind is Unknown else "a call of an unknown function"
    return Unknown(reason, place)


def _called(
    run: Interpreter,
    function: Function,
    arguments: list[Value],
    keywords: dict[str, Value],
    place: Place,
    env: Environment | None,
) -> Value:
    kept = _known_name(function)
    if kept is not None:
        return _library_call(run, Symbol(kept), arguments, keywords, place, env)
    return run.guarded(lambda: _run_function(run, function, arguments, keywords), place)


def _library_call(
    run: Interpreter,
    function: Symbol,
    arguments: list[Value],
    keywords: dict[str, Value],
    place: Place,
    env: Environment | None,
) -> Value:
    known = KNOWN_FUNCTIONS.get(function.name)
    if known is not None:
        result = known(run, arguments, keywords, place, env)
        if result is not NotImplemented:
            return result
    _note_handed(run, function.name, [*arguments, *keywords.values()], place)
    return Instance(function, arguments, keywords, place)


def _note_handed(run: Interpreter, name: str, values: list[Value], place: Place) -> None:
    if run.handed is not None:
        run.handed += [(value, name, place) for value in map(run.plain, values) if type(value) in (Sequence, Mapping)]


def _library_method(
    run: Interpreter, bound: Bound, arguments: list[Value], keywords: dict[str, Value], place: Place
) -> Value:
    name = bound.function.name
    known = KNOWN_FUNCTIONS.get(name)
    methods = KNOWN_METHODS.get(name.rpartition(".")[2], ())
    # `OrderManager.from_queryset(…)`: the function behind the bare name would not know the class that it is called on.
    if known is not None and not (methods and type(bound.receiver) is Class):
        result = known(run, arguments, keywords, place, None)
        if result is not NotImplemented:
            return result
    for method in methods:
        result = method(run, bound.receiver, arguments, keywords, place)
        if result is not NotImplemented:
            return result
    _note_handed(run, name, [*arguments, *keywords.values()], place)
    return Instance(Bound(bound.function, bound.receiver), arguments, keywords, place)


def _construct(run: Interpreter, cls: Class, arguments: list[Value], keywords: dict[str, Value], place: Place) -> Value:
    for base in run.linear(cls):
        if type(base) is Symbol and base.name == "builtins.type":
            # A metaclass is called: its class is what type() makes of the same arguments.
            return KNOWN_FUNCTIONS["builtins.type"](run, arguments, keywords, place, None)
        if type(base) is Class and "__new__" in base.attributes and base.module.found.ours:
            return _construct_with_new(run, cls, base, arguments, keywords, place)
    return Instance(cls, arguments, keywords, place)


def _construct_with_new(
    run: Interpreter, cls: Class, base: Class, arguments: list[Value], keywords: dict[str, Value], place: Place
) -> Value:
    made = run.plain(call_now(run, base.attributes["__new__"], [cls, *arguments], dict(keywords), place))
    return made if type(made) is Class else Instance(cls, arguments, keywords, place)


def _call_instance(
    run: Interpreter, instance: Instance, arguments: list[Value], keywords: dict[str, Value], place: Place
) -> Value:
    callee = run.plain(instance.callee)
    if type(callee) is Class:
        method = attribute_of(run, instance, "__call__")
        if method is not MISSING and type(method) is Bound and type(method.function) is Function:
            return call_now(run, method, arguments, keywords, place)
    if type(callee) is Symbol:
        for known in KNOWN_METHODS["__call__"]:
            result = known(run, instance, arguments, keywords, place)
            if result is not NotImplemented:
                return result
        decorated = run.plain(arguments[0]) if len(arguments) == 1 and not keywords else None
        if type(decorated) is Class and not any(each is instance for each in decorated.decorators):
            # `track(exclude=[…])(Order)` does to the class what `@track(exclude=[…])` would; what it gives isn't known.
            decorated.decorators.append(instance)
    return Instance(instance, arguments, keywords, place)


def _run_function(run: Interpreter, function: Function, arguments: list[Value], keywords: dict[str, Value]) -> Value:
    if run.is_too_deep(function):
        return Unknown("calls nested too deeply", function.place)
    if function.body is None:
        return Unknown("a function of test code, whose body was not read", function.place)
    if not function.is_given_back and function.kind == "function":
        return Unknown("a function behind a decorator", function.place)
    scope = Environment(function.env.module, function.env, {})
    scope.owner = function.owner
    scope.prefix = f"{function.qualname}.<locals>."
    scope.receiver = arguments[0] if arguments else None
    _bind(run, function, arguments, keywords, scope)
    if function.is_lambda:
        return run.evaluate(function.body, scope)
    with run.inside(function):
        ended = run.run_body(sk.unpack_body(function.body), scope)
    if scope.yields is not None:
        return Sequence(scope.yields)
    returns = scope.returns if ended or not scope.returns else [*scope.returns, None]
    if ended == RAISED and not returns:
        return Unknown(RAISES, function.place)
    return either(returns) if returns else None


def _bind(
    run: Interpreter, function: Function, arguments: list[Value], keywords: dict[str, Value], scope: Environment
) -> None:
    names = scope.names
    given = list(arguments)
    rest = dict(keywords)
    for name, kind, _, default in function.parameters:
        if kind in (sk.POSITIONAL, sk.POSITIONAL_ONLY) and given:
            names[name] = given.pop(0)
        elif kind == sk.VARIADIC:
            names[name] = tuple(given)
            given = []
        elif kind == sk.KEYWORDS:
            names[name] = Mapping(rest)
            rest = {}
        elif name in rest:
            names[name] = rest.pop(name)
        elif default != sk.NO_VALUE:
            names[name] = run.evaluate(default, function.env)
        else:
            names[name] = Unknown(f"the argument {name} of {function.name}", function.place)


_NEEDS_SCOPE = frozenset({"builtins.super", "builtins.locals", "builtins.globals", "builtins.vars", "builtins.dir"})


def _in_scope(run: Interpreter, name: str, env: Environment, nodes: list[Node], place: Place) -> Value:
    arguments = [run.plain(run.evaluate(node, env)) for node in nodes]
    match name:
        case "builtins.super":
            if len(arguments) == 2 and type(arguments[0]) is Class:
                return Super(arguments[0], arguments[1])
            scope: Environment | None = env
            # super() in a comprehension or lambda means the method around it.
            while scope is not None and scope.owner is None:
                scope = scope.outer
            return Super(scope.owner, scope.receiver) if scope else Unknown("super() outside a class", place)
        case "builtins.globals":
            return Mapping(env.module.env, of_names=True)
        case "builtins.locals" | "builtins.vars" if not arguments:
            return Mapping(env.names, of_names=True)
        case "builtins.dir" if not arguments:
            return tuple(sorted(env.names))
        case "builtins.dir":
            held = run.plain(run.attribute(arguments[0], "__dict__"))
            if type(held) is Mapping:
                return tuple(sorted(name for name in held.items if isinstance(name, str)))
        case "builtins.vars":
            return run.attribute(arguments[0], "__dict__")
    return Unknown(f"{name.rpartition('.')[2]}()", place)
