"""Names of Python and of libraries whose values are known, whatever the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.values import Guess, Sequence, Symbol, Unknown

if TYPE_CHECKING:
    from cutpoint.domain.values import Value

_SIX: dict[str, object] = {
    "PY2": False,
    "PY3": True,
    "string_types": (Symbol("builtins.str"),),
    "text_type": Symbol("builtins.str"),
    "integer_types": (Symbol("builtins.int"),),
    "class_types": (Symbol("builtins.type"),),
}

CONSTANTS: dict[str, Value] = {
    "django.get_version": Unknown("django.get_version"),
    # What is newer than the projects that anybody still runs, and older than what tests of versions reject.
    "sys.version_info": (3, 12, 0, "final", 0),
    "sys.platform": Guess("linux"),
    "sys.argv": Guess(Sequence([], [])),
    "os.name": Guess("posix"),
    "os.sep": "/",
    "os.pardir": "..",
    "os.curdir": ".",
    "os.path.pardir": "..",
    "os.path.curdir": ".",
    "typing.TYPE_CHECKING": False,
    "typing_extensions.TYPE_CHECKING": False,
    **{f"{six}.{name}": value for six in ("six", "django.utils.six") for name, value in _SIX.items()},
}
