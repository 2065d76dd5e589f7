"""Django's `Model` in a method resolution order: its own methods call no `super()`, so those of a class behind it never run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value

_MODEL = frozenset({"django.db.models.Model", "django.db.models.base.Model"})
# Not among them: `__init__`, which ends with `super().__init__()`.
_METHODS = frozenset(
    {
        *("save", "asave", "save_base", "delete", "adelete", "refresh_from_db", "arefresh_from_db", "from_db"),
        *("clean", "clean_fields", "full_clean", "validate_unique", "validate_constraints", "get_constraints"),
        *("get_deferred_fields", "serializable_value", "prepare_database_save", "unique_error_message"),
        *("date_error_message", "check", "__str__", "__repr__", "__eq__", "__hash__", "__reduce__"),
        *("__getstate__", "__setstate__"),
    }
)


def ends_at(base: Value, name: str) -> bool:
    """Whether looking up *name* ends at *base*, which is Django's `Model`, though its source isn't at hand."""
    return name in _METHODS and type(base) is Symbol and base.name in _MODEL
