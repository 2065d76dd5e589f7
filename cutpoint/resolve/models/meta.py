"""The options of a model: its own `Meta`, or the one of an abstract ancestor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Bound, Class
from cutpoint.domain.values import Symbol, Unknown, Value
from cutpoint.resolve.execution.attributes import MISSING, of_class

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter


class Meta:
    """Options as the class statement gives them; what is not said is None."""

    def __init__(self, run: Interpreter, cls: Class) -> None:
        """Read the Meta that counts for *cls*."""
        self._run = run
        own = run.plain(cls.attributes.get("Meta"))
        self._own = own if type(own) is Class else None
        self._meta = self._own or self._handed_down(cls)

    def _handed_down(self, cls: Class) -> Class | None:
        """The Meta of the nearest ancestor that keeps its own: a model with a table does not hand it down."""
        for base in self._run.linear(cls)[1:]:
            if type(base) is Class and "Meta" in base.attributes:
                meta = self._run.plain(base.attributes["Meta"])
                if type(meta) is Class and (not is_model(self._run, base) or Meta(self._run, base).abstract):
                    return meta
        return None

    @property
    def abstract(self) -> bool:
        """Only a Meta of the class itself makes it abstract: Django takes the mark off when it hands a Meta down."""
        if self._own is None:
            return False
        for base in self._run.linear(self._own):
            if type(base) is Class and "abstract" in base.attributes:
                handed_down = base is not self._own and "." in base.qualname
                return not handed_down and self._run.truth(base.attributes["abstract"])[0] is True
        return False

    def truth(self, name: str, *, default: bool) -> bool:
        """A yes-or-no option."""
        value = self.value(name)
        if value is None:
            return default
        decided, likely = self._run.truth(value)
        return bool(likely) if decided is None else decided

    def text(self, name: str) -> str | None:
        """A text option; None when it is not said or not known."""
        value = self.value(name)
        return str(value) if isinstance(value, str) else None

    def value(self, name: str) -> Value:
        """An option's value, or None."""
        if self._meta is None:
            return None
        return self._run.plain(_or_none(of_class(self._run, self._meta, name)))

    def is_unknown(self, name: str) -> bool:
        """Whether the option is said, but only run time knows its value."""
        return type(self.value(name)) is Unknown


def is_model(run: Interpreter, cls: Class) -> bool:
    """Whether *cls* descends from Django's Model."""
    return any(type(base) is Symbol and is_django_model(base.name) for base in run.linear(cls))


def is_django_model(name: str) -> bool:
    """Whether the dotted *name* is Django's Model."""
    return name.startswith("django.") and name.endswith(".Model") and ".db.models" in name


def _or_none(value: Value) -> Value:
    return None if value is MISSING or type(value) is Bound else value
