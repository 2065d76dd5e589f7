"""The interpreter and the model builder after set-up, as the Program that inference reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Module
from cutpoint.resolve.execution.class_registry import forget_classes_of

if TYPE_CHECKING:
    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.objects import Class
    from cutpoint.domain.route import Route, Schedule
    from cutpoint.domain.source import SourceFile
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.templates import Templates


class ResolvedProgram:
    """Answers from one finished set-up."""

    def __init__(
        self,
        run: Interpreter,
        builder: ModelBuilder,
        routes: tuple[Route, ...] = (),
        schedules: tuple[Schedule, ...] = (),
        templates: Templates | None = None,
    ) -> None:
        """*builder* has built every model; *routes*, *schedules* and *templates* are all that the project has."""
        self._run = run
        self._routes = routes
        self._schedules = schedules
        self._templates = templates
        self._builder = builder
        self._labels: dict[int, str | None] = {}
        self._classes = {draft.label: draft.cls for draft in builder.drafts.values() if draft.cls is not None}
        for draft in builder.drafts.values():
            if draft.cls is not None:
                self._labels[id(draft.cls)] = draft.label if draft.app_label else f"{draft.module}.{draft.name}"
                self._classes.setdefault(f"{draft.module}.{draft.name}", draft.cls)

    def module(self, name: str) -> Module | None:
        """The module *name*, run; None when it has no source here."""
        found = self._run.import_module(name, None)
        if type(found) is not Module:
            return None
        self._run.run_module(found)
        return found

    def stand_in_beside(self, name: str) -> Module | None:
        """What we say of the module *name* of a library whose own source is at hand, run apart from it."""
        found = self._run.index.stand_in_beside(name)
        if found is None:
            return None
        module = Module(found)
        self._run.run_module(module)
        forget_classes_of(self._run, module)
        return module

    def member(self, module: str, name: str) -> Value:
        """The value of *name* in *module*; a Symbol with its dotted name when there is no knowing."""
        return self._run.member(module, name)

    def symbol(self, name: str) -> Value:
        """What a library's dotted name stands for."""
        return self._run.symbol(name)

    def force(self, value: Value) -> Value:
        """*value* with references looked up; doubts stay."""
        return self._run.force(value)

    def plain(self, value: Value) -> Value:
        """*value* forced, and the likeliest of several."""
        return self._run.plain(value)

    def linear(self, cls: Class) -> list[Value]:
        """The method resolution order, *cls* first."""
        return self._run.linear(cls)

    def all_classes(self) -> list[Class]:
        """Every class made so far."""
        return self._run.classes

    def steps(self) -> int:
        """How many steps static execution has taken by now."""
        return self._run.taken

    def label_of(self, cls: Class) -> str | None:
        """The label of the model that *cls* is; None when it is no model."""
        return self._labels.get(id(cls))

    def class_of(self, label: str) -> Class | None:
        """The class of a model; None for automatic ones."""
        return self._classes.get(label)

    def routes(self) -> tuple[Route, ...]:
        """The URL patterns that the project serves."""
        return self._routes

    def schedules(self) -> tuple[Schedule, ...]:
        """What apps of queues give to a clock."""
        return self._schedules

    def context_processors(self) -> tuple[str, ...]:
        """Dotted names of what adds to the context of each page, as the settings have them."""
        return self._templates.processors() if self._templates is not None else ()

    def template(self, name: str) -> SourceFile | None:
        """The file that a name of a template stands for."""
        return self._templates.find(name) if self._templates is not None else None

    def facts(self, file: SourceFile) -> FileFacts:
        """What *file* says on its own."""
        return self._run.read(file)
