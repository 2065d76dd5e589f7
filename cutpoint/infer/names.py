"""Names that are not local: those of functions around, of the module, builtins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function, Module
from cutpoint.domain.types import NOTHING, LibraryName, Type, Unknown, join, one, unknown
from cutpoint.domain.values import Symbol
from cutpoint.infer.shared_containers import with_added
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.infer.frame import Frame

_SETTLED = (Class, Function, Module, Symbol, str, int, bool)


def lookup(frame: Frame, name: str) -> Type:
    """The type of a name that has no local value in *frame*."""
    frame.missed[name] = None
    outermost, scope = frame, frame.scope
    while scope is not None:
        if name in scope.cells or name in scope.args:
            scope.cell_readers[frame] = None
            return scope.cells.get(name) or scope.args.get(name) or NOTHING
        outermost, scope = scope, scope.scope
    if frame.is_class_body and frame.owner is not None and name in frame.owner.attributes:
        return type_of_value(frame, frame.owner.attributes[name])
    function = outermost.function
    if function is not None and function.env.outer is not None and (found := _enclosed(frame, function, name)):
        return found
    return global_type(frame, frame.module, name)


def _enclosed(frame: Frame, function: Function, name: str) -> Type:
    """What a function that a call has made while its module loads sees of that call: `class Manager` in `def scoped(**scopes)`."""
    scope: Environment | None = function.env
    while scope is not None and scope.outer is not None:
        if not scope.is_class and name in scope.names:
            return type_of_value(frame, scope.names[name])
        scope = scope.outer
    return NOTHING


def global_type(frame: Frame, module: Module, name: str) -> Type:
    """The type of a module's name, or of a builtin."""
    known = frame.engine.globals.get((module.name, name))
    if known is not None:
        return known
    if name not in module.env:
        if name in BUILTINS:
            return one(LibraryName, f"builtins.{name}")
        value = frame.engine.world.program.member(module.name, name)
        if type(value) is Symbol and value.name == f"{module.name}.{name}":
            imported = frame.engine.world.typing_import(module, name)
            if imported is not None:
                return type_of_value(frame, imported)
            return join(frame.engine.read(("global", module.name, name), frame), NOTHING) or unknown("name")
    else:
        value = module.env[name]
    found = type_of_value(frame, value)
    if module.found.ours:
        found = with_added(frame, found, value, ("global", module.name, name))
    if type(value) in _SETTLED:
        frame.engine.globals[module.name, name] = found
        return found
    if not found or any(type(each) is Unknown for each in found):
        assigned = frame.engine.read(("global", module.name, name), frame)
        if assigned and not any(type(each) is Unknown for each in assigned):
            return assigned
        return found or assigned
    written = frame.engine.read(("global", module.name, name), frame)
    return join(found, written)


BUILTINS = frozenset(
    {
        "abs",
        "aiter",
        "all",
        "anext",
        "any",
        "ascii",
        "bin",
        "bool",
        "breakpoint",
        "bytearray",
        "bytes",
        "callable",
        "chr",
        "classmethod",
        "compile",
        "complex",
        "delattr",
        "dict",
        "dir",
        "divmod",
        "enumerate",
        "eval",
        "exec",
        "filter",
        "float",
        "format",
        "frozenset",
        "getattr",
        "globals",
        "hasattr",
        "hash",
        "help",
        "hex",
        "id",
        "input",
        "int",
        "isinstance",
        "issubclass",
        "iter",
        "len",
        "list",
        "locals",
        "map",
        "max",
        "memoryview",
        "min",
        "next",
        "object",
        "oct",
        "open",
        "ord",
        "pow",
        "print",
        "property",
        "range",
        "repr",
        "reversed",
        "round",
        "set",
        "setattr",
        "slice",
        "sorted",
        "staticmethod",
        "str",
        "sum",
        "super",
        "tuple",
        "type",
        "vars",
        "zip",
        "__import__",
        "ArithmeticError",
        "AssertionError",
        "AttributeError",
        "BaseException",
        "BlockingIOError",
        "BrokenPipeError",
        "BufferError",
        "ConnectionError",
        "EOFError",
        "Exception",
        "FileExistsError",
        "FileNotFoundError",
        "FloatingPointError",
        "GeneratorExit",
        "IOError",
        "ImportError",
        "IndexError",
        "InterruptedError",
        "IsADirectoryError",
        "KeyError",
        "KeyboardInterrupt",
        "LookupError",
        "MemoryError",
        "ModuleNotFoundError",
        "NameError",
        "NotADirectoryError",
        "NotImplemented",
        "NotImplementedError",
        "OSError",
        "OverflowError",
        "PermissionError",
        "ProcessLookupError",
        "RecursionError",
        "ReferenceError",
        "RuntimeError",
        "StopAsyncIteration",
        "StopIteration",
        "SyntaxError",
        "SystemError",
        "SystemExit",
        "TimeoutError",
        "TypeError",
        "UnboundLocalError",
        "UnicodeDecodeError",
        "UnicodeEncodeError",
        "UnicodeError",
        "ValueError",
        "Warning",
        "ZeroDivisionError",
        "__name__",
        "__file__",
        "__doc__",
    }
)
