"""Work that is handed over: to a queue, by a function or its name, and to a management command, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import NOTHING, PROVED, FunctionOf, Method, Object, PartialOf, Type, join, one
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.entries.decorating import keywords_of, name_of_decorator
from cutpoint.infer.entries.task_libraries import library_of
from cutpoint.infer.texts import texts_in
from cutpoint.infer.transactions import called_later

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame

_TASK = "a task that only run time names"
_COMMAND = "a management command that only run time names"


def send(frame: Frame, task: Type, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """A task, given as a function or by its name, runs with these arguments, elsewhere."""
    named = texts_in(task)
    functions = _functions(frame, named) if named else tuple(each for each in task if type(each) in _CALLABLE)
    if not functions and node is not None and not (named and all("\0" not in name for name in named)):
        _blind(frame, node, "task-at-run-time", _TASK)
    with called_later(frame, by_task=True):
        call_type(frame, functions, arguments, keywords, None if named else node)
    return one(Object, "celery.result", PROVED)


_CALLABLE = (FunctionOf, Method, PartialOf)


def _functions(frame: Frame, names: list[str]) -> Type:
    """The functions of ours that have these names, as tasks or in their modules."""
    found = NOTHING
    for name in names:
        function = tasks_by_name(frame.engine).get(name) or _in_module(frame, name)
        if function is not None:
            found = join(found, one(FunctionOf, function, None))
    return found


def _in_module(frame: Frame, name: str) -> Function | None:
    program = frame.engine.world.program
    module, _, last = name.rpartition(".")
    found = program.module(module) if module and "\0" not in name else None
    value = program.plain(program.member(module, last)) if found is not None and found.found.ours else None
    return value if type(value) is Function else None


def tasks_by_name(engine: Engine) -> dict[str, Function]:
    """Tasks of ours under the names that their decorators give them, and under their dotted names."""
    known = engine.circumstances.tasks
    if known is None:
        known = engine.circumstances.tasks = {}
        for function in engine.defined:
            for decorator in function.decorators:
                dotted = name_of_decorator(decorator)
                library = library_of(dotted) if dotted else None
                if library is not None and dotted.rpartition(".")[2] in library[1].tasks:
                    given = engine.world.program.plain(keywords_of(decorator).get("name"))
                    own = f"{function.env.module.name}.{function.qualname}"
                    known.setdefault(given if isinstance(given, str) else own, function)
    return known


def call_command(frame: Frame, a: tuple[Type, ...], k: Keywords, node: Node) -> Type | None:
    """`call_command("sweep")` runs the command of that name, here and now."""
    given = a[0] if a else dict(k).get("command_name", NOTHING)
    names = texts_in(given)
    commands: Type = tuple(each for each in given if type(each) is Object)
    for name in names or ():
        cls = _command(frame, name)
        commands = join(commands, one(Object, cls, PROVED)) if cls is not None else commands
    if names is None and not commands and node is not None:
        _blind(frame, node, "command-at-run-time", _COMMAND)
    for each in commands:
        call_type(frame, attribute(frame, each, "handle", None), (), (), node)
    return None


def _command(frame: Frame, name: str) -> Class | None:
    """The class of a command of ours; the last app that has one of this name wins, as in Django."""
    program = frame.engine.world.program
    if not name.isidentifier():
        return None
    for app in reversed(frame.engine.world.catalog.apps):
        if app.ours:
            found = program.module(f"{app.name}.management.commands.{name}")
            value = program.plain(found.env.get("Command")) if found is not None else None
            if type(value) is Class:
                return value
    return None


def _blind(frame: Frame, node: Node, kind: str, reason: str) -> None:
    """Count a place where only run time knows what is called."""
    if frame.module.found.ours:
        frame.engine.circumstances.unnamed[frame.module.path, node[4], kind, reason] = None


def is_sent_by_call(function: Function) -> bool:
    """Whether calling *function* puts it in a queue: `@db_task() def pay(): …` and then `pay()`."""
    for decorator in function.decorators:
        name = name_of_decorator(decorator)
        library = library_of(name) if name else None
        if library is not None and library[1].is_sent_by_call and name.rpartition(".")[2] in library[1].tasks:
            return True
    return False
