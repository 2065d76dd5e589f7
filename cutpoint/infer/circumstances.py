"""Circumstances: who hears which signal, and for whom a framework acts at the moment, over all frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame

Agent: TypeAlias = tuple[str, str, int, str]
"""(mechanism, path, line, name) of a form, view, admin … by which a framework does something."""


class Circumstances:
    """Of one analysis."""

    def __init__(self) -> None:
        self.connections: dict[tuple[str, str | None, Function], None] = {}
        """(signal of Django's, sender's label or None for any, receiver) of every connection."""
        self.hearing: dict[Function, None] = {}
        """Receivers of Django's signals."""
        self.open: dict[tuple[str, Atom], None] = {}
        """(signal of Django's, receiver) of those that hear any sender."""
        self.told: dict[tuple[str, str, Atom], None] = {}
        """(signal of Django's, sender's label, receiver) of those among them that were called for a sender by itself."""
        self.keepings: dict[tuple[str, str, str, int], None] = {}
        """(model, model of the rows that its saves and deletes leave, path, line) of every registration."""
        self.sending: Frame | None = None
        """The frame that sends a signal at the moment."""
        self.sent: dict[tuple[Frame, Frame, int], None] = {}
        """(sender, receiver, line) of calls of receivers."""
        self.declarations: dict[Class | Function, Node] = {}
        """Class or function by which a framework acts -> the call that stands for that."""
        self.actions: dict[Frame, str] = {}
        """Frame in which a framework acts for one action of a view -> the action."""
        self.administered: dict[str, tuple[Frame, int]] = {}
        """Label of a model that the admin has without a class of ours -> the frame and line that register it."""
        self.tasks: dict[str, Function] | None = None
        """Tasks by name, once somebody has asked for one."""
        self.shown_by_types: frozenset[str] | None = None
        """Labels of models that types of GraphQL show, once somebody has asked."""
        self.unnamed: dict[tuple[str, int, str, str], None] = {}
        """(path, line, kind, reason) of what is called by a name that only run time knows."""
        self.walked: dict[Frame, dict[frozenset[str], None]] = {}
        """Frame -> the models that each of its loops walks over."""
        self.acting: tuple[Frame, tuple[Agent, ...]] | None = None
        """The frame in which a framework acts at the moment, and by which declarations, outermost first."""

    def agents_in(self, frame: Frame) -> tuple[Agent, ...]:
        """The declarations by which a framework acts in *frame* at the moment: frames that it calls are their own."""
        return self.acting[1] if self.acting is not None and self.acting[0] is frame else ()
