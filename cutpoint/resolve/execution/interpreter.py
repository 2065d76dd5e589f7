"""The interpreter: which modules ran, which classes were made, and the one door to evaluation, calls and attributes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Deferred, Module
from cutpoint.domain.scope import Environment
from cutpoint.domain.skeleton import unpack_body
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import (
    Either,
    Guess,
    ModelReference,
    Place,
    Reference,
    Symbol,
    Unknown,
    Unlikely,
    Value,
)
from cutpoint.resolve.execution import attributes, calls, expressions, statements
from cutpoint.resolve.execution.branches import RAISED
from cutpoint.resolve.execution.budget import SPENT, Budget
from cutpoint.resolve.execution.class_registry import model_by_label
from cutpoint.resolve.execution.doubts import settled
from cutpoint.resolve.execution.known import (
    DECORATORS,
    KNOWN_FUNCTIONS,
    attribute_of_function,
    attribute_of_library,
)
from cutpoint.resolve.execution.known.constants import CONSTANTS
from cutpoint.resolve.execution.known.model_methods import receive
from cutpoint.resolve.execution.linear import linear_order
from cutpoint.resolve.execution.notes import Notes
from cutpoint.resolve.execution.opaque import is_opaque, package_of
from cutpoint.resolve.execution.shallow_names import ShallowNames
from cutpoint.resolve.execution.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.source import Found, SourceFile
    from cutpoint.resolve.module_index import ModuleIndex

PENDING = object()
"""A name that a half-run module may still get."""


class Interpreter(Budget, Notes, Surroundings):
    """Runs modules over their skeletons. One instance knows one monolith."""

    def __init__(self, index: ModuleIndex, read: Callable[[SourceFile], FileFacts]) -> None:
        """Find modules in *index*; *read* gives the facts of a file."""
        Budget.__init__(self)
        Notes.__init__(self)
        Surroundings.__init__(self)
        self.index = index
        self.read = read
        self.shallow_names = ShallowNames(index, read)
        self.modules: dict[str, Module] = {}
        self.classes: list[Class] = []
        """Every class in the order in which class statements ran."""
        self.classes_by_name: dict[str, list[Class]] = {}
        self.running: set[str] = set()
        """Those that run right now."""
        self.constants: dict[str, Value] = dict(CONSTANTS)
        """Dotted library names whose value is known: `django.VERSION` and the like."""
        self.added_settings: dict[str, Value] = {}
        """Settings that code set on django.conf.settings while it was imported."""
        self.prepared_receivers: list[tuple[int, Value, Value]] = []
        """(classes made before, function, sender or None) of receivers of Django's class_prepared signal."""
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 30_000))

    # Modules

    def import_module(self, name: str, importer: Module | None) -> Value:
        """The module *name*, run if it is of ours or of the importer's own package; a Symbol when it has no source."""
        if is_opaque(name):
            return Symbol(name)
        known = self.modules.get(name)
        if known is None:
            found = self.index.find(name)
            if found is None:
                return Symbol(name)
            known = self._module(found)
            self.modules[name] = known
        if known.state == "new" and self._is_eager(known.found, importer):
            parent = name.rpartition(".")[0]
            if parent:
                self.import_module(parent, importer)
            self.run_module(known)
        return known

    def _module(self, found: Found) -> Module:
        known = self.modules.get(found.name)
        if known is None:
            known = self.modules[found.name] = Module(found)
        return known

    def _is_eager(self, found: Found, importer: Module | None) -> bool:
        if found.ours:
            return True
        if importer is None or importer.found.ours:
            return False
        package = package_of(found.name)
        return package in self.eager_packages and package == package_of(importer.name)

    def run_module(self, module: Module) -> None:
        """Run the code of *module*, unless it has run or is running."""
        if module.state != "new":
            return
        module.state = "running"
        file = module.found.file
        if file is not None:
            facts = self.read(file)
            body = unpack_body(facts.body) if facts.body else []
            module.env["__name__"] = module.name
            package = module.name if module.found.is_package else module.name.rpartition(".")[0]
            module.env["__package__"] = package
            if module.found.is_package and module.found.ours:
                module.env["__path__"] = (f"/{file.path}".removesuffix("/__init__.py"),)
            module.env["__file__"] = f"/{file.path}" if module.found.ours else file.location
            self.run_top(module, body)
        module.state = "done"

    def run_top(self, module: Module, body: list[Node]) -> None:
        """Run *body* as the code of *module*, on steps of its own."""
        is_caught = self.trying > 0
        with self.module_share():
            try:
                if statements.run_body(self, body, Environment(module, None, module.env)) == RAISED and not is_caught:
                    self.endings.append((self.raised_at, "an exception ends the code here"))
            except SPENT:
                reason = "its code ran for longer than the limit; what comes after was not seen"
                self.blind(module, 0, "execution-limit", reason)
            except RecursionError:
                self.blind(module, 0, "execution-limit", "its code is nested too deeply to be followed")

    def member(self, module_name: str, name: str) -> Value:
        """The value of *name* in a module, which runs first if it has to; a Symbol when there is no knowing."""
        module = self.import_module(module_name, None)
        if type(module) is not Module:
            return self.symbol(f"{module_name}.{name}")
        if not module.found.ours and f"{module_name}.{name}" in KNOWN_FUNCTIONS:
            # What is known of a library's function goes before its source, which may ask for what only run time has.
            return Symbol(f"{module_name}.{name}")
        self.run_module(module)
        if name in module.env:
            return module.env[name]
        if module.found.is_package:
            below = self.import_module(f"{module.name}.{name}", None)
            if type(below) is Module:
                return below
        if module.star_sources:
            return self.symbol(f"{module.star_sources[-1]}.{name}")
        fallback = module.env.get("__getattr__")
        if fallback is not None:
            result = self.plain(self.call(fallback, [name], {}, Place(module.path, 0)))
            if type(result) is not Unknown:
                return result
        return PENDING if module.state == "running" else Symbol(f"{module_name}.{name}")

    def symbol(self, name: str) -> Value:
        """The library name *name*, or its value when that is known."""
        if name in self.constants:
            return self.constants[name]
        if name.startswith("django.conf.settings."):
            found, value = self.setting(name.removeprefix("django.conf.settings."))
            if found:
                return value
        return Symbol(name)

    # Values

    def force(self, value: Value) -> Value:
        """*value* once references are looked up and put-off calls are made; doubts stay."""
        for _ in range(50):
            kind = type(value)
            if kind is Reference:
                found = self.member(value.module, value.name)
                # A name that its half-run module does not have yet stays a reference.
                if found is PENDING:
                    return value
                value = found
            elif kind is Deferred:
                value = self._forced_call(value)
            elif kind is ModelReference:
                model = model_by_label(self, value.label)
                if model is None:
                    return value
                value = model
            else:
                return value
        return Unknown("a name that leads back to itself")

    def _forced_call(self, deferred: Deferred) -> Value:
        if deferred.result is deferred:
            self.taken += 1
            deferred.result = Unknown("a call that needs its own result", deferred.place)
            asked = (deferred.function, deferred.arguments, deferred.keywords, deferred.place)
            with self.put_off_share():
                deferred.result = calls.call_now(self, *asked)
        return deferred.result

    def plain(self, value: Value) -> Value:
        """*value* forced and without doubts: the default of a guess, the likeliest of several."""
        kind = type(value)
        while kind in _INDIRECT:
            forced = settled(self.force(value))
            if forced is value:
                return value
            value = forced
            kind = type(value)
        return value

    def truth(self, value: Value) -> tuple[bool | None, bool | None]:
        """(truth, likely truth) of *value*: both None when only run time knows, the first alone when defaults tell."""
        value = self.force(value)
        if type(value) is Guess:
            return None, self.truth(value.value)[1]
        if type(value) is Unlikely:
            return None, False
        if type(value) is Either:
            truths = [self.truth(option) for option in value.options]
            decided = {truth for truth, _ in truths}
            likely = truths[0][1] if value.ranked else None
            return (decided.pop(), truths[0][1]) if len(decided) == 1 and None not in decided else (None, likely)
        return expressions.truth_of(value)

    def run_body(self, body: list[Node], env: Environment) -> int:
        """Run statements; tells how they ended (`statements.NORMAL` and its kin)."""
        return statements.run_body(self, body, env)

    def evaluate(self, node: Node, env: Environment) -> Value:
        """The value of an expression."""
        return expressions.evaluate(self, node, env)

    def attribute(self, value: Value, name: str) -> Value:
        """`value.name`; Unknown when there is no such thing."""
        found = attributes.attribute_of(self, value, name)
        return Unknown(f"no attribute {name}") if found is attributes.MISSING else found

    library_attribute = attribute_of_library
    function_attribute = staticmethod(attribute_of_function)
    decorators = DECORATORS
    receive = receive

    def call(self, function: Value, arguments: list[Value], keywords: dict[str, Value], place: Place) -> Value:
        """The result of a call, made now."""
        return calls.call_now(self, function, arguments, keywords, place)

    def linear(self, cls: Class) -> list[Value]:
        """The method resolution order of *cls*, itself first: classes, and Symbols for what has no source."""
        return linear_order(self, cls)

    # Bookkeeping

    def guarded(self, body: Callable[[], Value], place: Place) -> Value:
        """Run the body of one function; an outermost call that takes too long gives Unknown, and a blind spot."""
        if not self.at_module_level:
            return self.nested_call(body)
        try:
            return self.outermost_call(body)
        except (*SPENT, RecursionError):
            if self.index.names.get(place.path):
                reason = "a call while the module loads that was not followed to its end"
                self.blind_spots.append(BlindSpot(place.path, place.line, "execution-limit", reason))
            return Unknown("a call that was not followed to its end", place)

    def place(self, env: Environment, line: int) -> Place:
        """The place of *line* in the code that runs in *env*."""
        return Place(env.module.path, line, conditional=self.undecided > 0, unlikely=self.unlikely > 0)


_INDIRECT = frozenset({Reference, Deferred, ModelReference, Guess, Either, Unlikely})
