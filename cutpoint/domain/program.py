"""The analyzed program as inference sees it: modules with their values, classes with their order, models by class."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.objects import Class, Module
    from cutpoint.domain.route import Route, Schedule
    from cutpoint.domain.source import SourceFile
    from cutpoint.domain.values import Value


class Program(Protocol):
    """What static execution leaves behind; modules that set-up did not load run when they are first asked for."""

    def module(self, name: str) -> Module | None:
        """The module *name*, run; None when it has no source here."""

    def stand_in_beside(self, name: str) -> Module | None:
        """What we say of the module *name* of a library whose own source is at hand; None when we say nothing."""

    def member(self, module: str, name: str) -> Value:
        """The value of *name* in *module*; a Symbol with its dotted name when there is no knowing."""

    def symbol(self, name: str) -> Value:
        """What a library's dotted name stands for: a setting's value, a known constant, or a Symbol."""

    def force(self, value: Value) -> Value:
        """*value* with references looked up; doubts stay."""

    def plain(self, value: Value) -> Value:
        """*value* forced, and the likeliest of several."""

    def linear(self, cls: Class) -> list[Value]:
        """The method resolution order, *cls* first: classes, and Symbols for what has no source."""

    def all_classes(self) -> list[Class]:
        """Every class that a class statement or a call has made so far, in that order."""

    def steps(self) -> int:
        """How many steps static execution has taken by now: as long as it takes no more, no value changes."""

    def label_of(self, cls: Class) -> str | None:
        """The label of the model that *cls* is, as in the catalog; None when it is no model."""

    def class_of(self, label: str) -> Class | None:
        """The class of a model; None for automatic ones."""

    def routes(self) -> tuple[Route, ...]:
        """The URL patterns that the project serves, in the order in which Django tries them."""

    def schedules(self) -> tuple[Schedule, ...]:
        """What apps of queues give to a clock."""

    def context_processors(self) -> tuple[str, ...]:
        """Dotted names of what adds to the context of each page, as the settings have them."""

    def template(self, name: str) -> SourceFile | None:
        """The file that a name of a template stands for; None when none of ours has it."""

    def facts(self, file: SourceFile) -> FileFacts:
        """What *file* says on its own."""
