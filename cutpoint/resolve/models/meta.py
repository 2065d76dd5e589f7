"""The options of a model: its own `Meta`, or the one of an abstract ancestor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.execution.values import Bound, Class, Unknown, Value

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter


class Meta:
    """Options as the class statement gives them; what is not said is None."""

    def __init__(self, run: Interpreter, cls: Class) -> None:
        """Read the Meta that counts for *cls*."""
        self._run = run
        own = run.plain(cls.attributes.get("Meta"))
        self._own = own if type(own) is Class else None
        inherited = own if self._own else run.plain(_or_none(of_class(run, cls, "Meta")))
        self._meta = inherited if type(inherited) is Class else None

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
        return likely if decided is None else decided

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


def _or_none(value: Value) -> Value:
    return None if value is MISSING or type(value) is Bound else value
