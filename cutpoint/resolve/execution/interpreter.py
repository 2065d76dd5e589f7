"""The interpreter: which modules ran, which classes were made, and the one door to evaluation, calls and attributes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from cutpoint.domain.skeleton import unpack_body
from cutpoint.domain.source import BlindSpot
from cutpoint.resolve.execution import attributes, calls, expressions, statements
from cutpoint.resolve.execution.environment import Environment
from cutpoint.resolve.execution.known.model_methods import receive
from cutpoint.resolve.execution.linear import linear_order
from cutpoint.resolve.execution.values import (
    Class,
    Deferred,
    Either,
    Guess,
    Instance,
    ModelReference,
    Module,
    Place,
    Reference,
    Symbol,
    Unknown,
    Unlikely,
    Value,
    either,
    settled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.module_index import Found, ModuleIndex

# Statements that the code of one module may run; only generated code comes near.
STEPS_PER_MODULE = 200_000
# Statements and calls that one call from a module's own level may lead to: enough for any factory of classes.
STEPS_PER_CALL = 5_000
# The same for all calls of one module together.
CALL_STEPS_PER_MODULE = 30_000
# The same for one `ready()`, which may loop over every model, and for all of them together.
STEPS_PER_READY = 20_000
READY_STEPS = 100_000
# Calls inside calls: what makes a class lies a few calls deep, what lies deeper is the work of running programs.
DEEPEST_CALL = 12

# Django's core is known by name; reading its machinery would teach nothing about the project.
_OPAQUE = (
    "django.db",
    "django.utils",
    "django.core",
    "django.conf",
    "django.apps",
    "django.contrib.gis.db",
    "django.dispatch",
)

# Known by name as well: what they do is in `known`, or does not matter to a model.
_OPAQUE_PACKAGES = frozenset(
    {"importlib_metadata", "pkg_resources", "setuptools", "six", "decouple", "environ", "environs"}
)

PENDING = object()
"""A name that a half-run module may still get."""


class OutOfSteps(Exception):
    """A module, or one call in it, ran for longer than code that makes classes does."""


class Interpreter:
    """Runs modules over their skeletons. One instance knows one monolith."""

    def __init__(self, index: ModuleIndex, read: Callable[[SourceFile], FileFacts]) -> None:
        """Find modules in *index*; *read* gives the facts of a file."""
        self.index = index
        self.read = read
        self.modules: dict[str, Module] = {}
        self.classes: list[Class] = []
        """Every class in the order in which class statements ran."""
        self.classes_by_name: dict[str, list[Class]] = {}
        self.blind_spots: list[BlindSpot] = []
        self.path_inserts: list[str] = []
        """Folders below the root that code put on sys.path."""
        self.constants: dict[str, Value] = {}
        """Dotted library names whose value is known: `django.VERSION` and the like."""
        self.boundaries: frozenset[str] = frozenset()
        """Library classes whose `__init__` is not followed: what it is handed is what counts."""
        self.added_settings: dict[str, Value] = {}
        """Settings that code set on django.conf.settings while it was imported."""
        self.setting: Callable[[str], tuple[bool, Value]] = lambda _: (False, None)
        self.app_label_of: Callable[[Class], str | None] = lambda _: None
        self.eager_packages: set[str] = set()
        """Packages of theirs that are installed as apps: their modules import each other at once, as Python does."""
        self.entry_points: Callable[[str], list[tuple[str, str]]] = lambda _: []
        """(name, value) of the entry points of a group."""
        self.is_abstract: Callable[[Class], bool] = lambda _: False
        self.option: Callable[[Class, str], Value] = lambda _cls, _name: None
        """The value of an option of the class's Meta, None when it is not said."""
        self.prepared_receivers: list[tuple[int, Value, Value]] = []
        """(classes made before, function, sender or None) of receivers of Django's class_prepared signal."""
        self.unlikely = 0
        """How many branches around the running statement the defaults do not take."""
        self.undecided = 0
        """How many branches around the running statement may not run."""
        self.failed_imports = 0
        self.trying = 0
        """How many `try` blocks are around the running statement, in its own module."""
        self.here = Place("", 0)
        """Where the call of a plain value's method stands that runs right now."""
        self._steps = STEPS_PER_MODULE
        self._call_steps = CALL_STEPS_PER_MODULE
        self._depth = 0
        self.steps_per_call = STEPS_PER_CALL
        self._ready_steps = READY_STEPS
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
            self._run_body(module, body)
        module.state = "done"

    def _run_body(self, module: Module, body: list[Node]) -> None:
        kept = self._steps, self._call_steps, self._depth, self.undecided, self.unlikely, self.trying
        self._steps, self._call_steps = STEPS_PER_MODULE, CALL_STEPS_PER_MODULE
        self._depth, self.undecided, self.unlikely, self.trying = 0, 0, 0, 0
        try:
            statements.run_body(self, body, Environment(module, None, module.env))
        except OutOfSteps:
            self.blind(
                module, 0, "execution-limit", "its code ran for longer than the limit; what comes after was not seen"
            )
        except RecursionError:
            self.blind(module, 0, "execution-limit", "its code is nested too deeply to be followed")
        finally:
            self._steps, self._call_steps, self._depth, self.undecided, self.unlikely, self.trying = kept

    def member(self, module_name: str, name: str) -> Value:
        """The value of *name* in a module, which runs first if it has to; a Symbol when there is no knowing."""
        module = self.import_module(module_name, None)
        if type(module) is not Module:
            return self.symbol(f"{module_name}.{name}")
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
                model = self.model_by_label(value.label)
                if model is None:
                    return value
                value = model
            else:
                return value
        return Unknown("a name that leads back to itself")

    def _forced_call(self, deferred: Deferred) -> Value:
        if deferred.result is deferred:
            deferred.result = Unknown("a call that needs its own result", deferred.place)
            deferred.result = calls.call_now(
                self, deferred.function, deferred.arguments, deferred.keywords, deferred.place
            )
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

    def call(self, function: Value, arguments: list[Value], keywords: dict[str, Value], place: Place) -> Value:
        """The result of a call, made now."""
        return calls.call_now(self, function, arguments, keywords, place)

    def call_at_length(self, function: Value, place: Place) -> Value:
        """Call *function*, a `ready()`, with more steps than other calls have."""
        kept = self.steps_per_call, self._call_steps
        allowed = min(STEPS_PER_READY, self._ready_steps)
        self.steps_per_call = self._call_steps = allowed
        try:
            return self.call(function, [], {}, place)
        finally:
            self._ready_steps -= allowed - max(self._call_steps, 0)
            self.steps_per_call, self._call_steps = kept

    def receive(self, decorator: Instance, function: Value) -> None:
        """Connect *function* to the signal that a `@receiver(…)` names, where signals make fields."""
        receive(self, decorator, function)

    def linear(self, cls: Class) -> list[Value]:
        """The method resolution order of *cls*, itself first: classes, and Symbols for what has no source."""
        return linear_order(self, cls)

    # Classes and models

    def register_class(self, cls: Class) -> None:
        """Note a class that a statement or a call has just made."""
        self.classes.append(cls)
        self.classes_by_name.setdefault(cls.name.lower(), []).append(cls)

    def subclasses(self, cls: Class) -> list[Value]:
        """Classes that name *cls* among their bases, in the order in which they were made."""
        return [other for other in self.classes if any(self.plain(base) is cls for base in other.bases)]

    def metaclass_of(self, cls: Class) -> Value:
        """The metaclass of *cls*, its own or its ancestors'; None when nobody names one."""
        for base in self.linear(cls):
            named = self.plain(base.keywords.get("metaclass")) if type(base) is Class else None
            if named is not None:
                return named
        return None

    def forget_classes(self, position: int, name: str) -> None:
        """Take back classes called *name* that were made at *position* or later: others stand for them."""
        gone = [cls for cls in self.classes[position:] if cls.name == name]
        self.classes[position:] = [cls for cls in self.classes[position:] if cls not in gone]
        named = self.classes_by_name.get(name.lower(), [])
        self.classes_by_name[name.lower()] = [cls for cls in named if cls not in gone]

    def model_by_label(self, label: str) -> Class | None:
        """The class that is registered as *label* so far, whatever its case."""
        app_label, _, name = label.rpartition(".")
        for cls in self.classes_by_name.get(name.lower(), ()):
            if self.app_label_of(cls) == app_label:
                return cls
        return None

    # Bookkeeping

    def guarded(self, body: Callable[[], Value], place: Place) -> Value:
        """Run the body of one function; an outermost call that takes too long gives Unknown, and a blind spot."""
        if self._depth:
            self.count_step()
            self._depth += 1
            try:
                return body()
            finally:
                self._depth -= 1
        steps, undecided, unlikely, trying = self._steps, self.undecided, self.unlikely, self.trying
        allowed = min(self.steps_per_call, self._call_steps)
        self._steps, self._depth = allowed, 1
        try:
            return body()
        except (OutOfSteps, RecursionError):
            if self.index.names.get(place.path):
                reason = "a call while the module loads that was not followed to its end"
                self.blind_spots.append(BlindSpot(place.path, place.line, "execution-limit", reason))
            return Unknown("a call that was not followed to its end", place)
        finally:
            self._call_steps -= allowed - max(self._steps, 0)
            self._steps, self._depth = steps, 0
            self.undecided, self.unlikely, self.trying = undecided, unlikely, trying

    @property
    def at_module_level(self) -> bool:
        """Whether no call of the analyzed code is running."""
        return self._depth == 0

    @property
    def too_deep(self) -> bool:
        """Whether calls are nested as deeply as they may be."""
        return self._depth >= DEEPEST_CALL

    def count_step(self) -> None:
        """Note one statement; raises OutOfSteps when the module has had its share."""
        self._steps -= 1
        if self._steps < 0:
            raise OutOfSteps

    def place(self, env: Environment, line: int) -> Place:
        """The place of *line* in the code that runs in *env*."""
        return Place(env.module.path, line, conditional=self.undecided > 0, unlikely=self.unlikely > 0)

    def blind(self, module: Module, line: int, kind: str, reason: str) -> None:
        """Note something of ours that was not understood."""
        if module.found.ours:
            self.blind_spots.append(BlindSpot(module.path, line, kind, reason))

    def merge(self, values: list[Any]) -> Value:
        """One value for the outcomes of several branches."""
        return either(values)


_INDIRECT = frozenset({Reference, Deferred, ModelReference, Guess, Either, Unlikely})


def is_opaque(name: str) -> bool:
    """Whether *name* is a part of Django that is known by name and never read."""
    if not name.startswith("django") or name == "django.conf.global_settings":
        return name.partition(".")[0] in _OPAQUE_PACKAGES
    return name == "django" or any(name == prefix or name.startswith(f"{prefix}.") for prefix in _OPAQUE)


def package_of(name: str) -> str:
    """The distribution's package around a module; each app of Django's counts as one."""
    parts = name.split(".")
    return ".".join(parts[:3]) if parts[0] == "django" else parts[0]
