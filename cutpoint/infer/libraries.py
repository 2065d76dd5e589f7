"""Libraries whose values certainly touch no table."""

from __future__ import annotations

import sys

# Functions of these are looked at: they hand on what they are given.
_HANDING_ON = frozenset(
    {
        "builtins",
        "functools",
        "itertools",
        "contextlib",
        "copy",
        "operator",
        "typing",
        "typing_extensions",
        "collections",
        "dataclasses",
        "asyncio",
        "concurrent",
        "threading",
        "abc",
        "enum",
        "importlib",
        "inspect",
        "textwrap",
        "types",
        "weakref",
        "queue",
        "signal",
        "heapq",
        "random",
        "multiprocessing",
        "unittest",
        "sqlite3",
    }
)


def plain_library(name: str) -> bool:
    """Whether everything below the dotted *name* is certainly no model, and hands on none."""
    top = name.partition(".")[0]
    return top in sys.stdlib_module_names and top not in _HANDING_ON


# What Django's own code does is known from constructs; only its generic views and contrib's managers are read.
_FOLLOWED_IN_DJANGO = ("django.views.generic", "django.contrib.", "django.forms.formsets")


# Forms that keep whose password they change, and save that row.
_KEEPING_ROWS = frozenset({"django.contrib.auth.forms"})


def keeps_rows(module: str) -> bool:
    """Whether objects of a library's *module* are looked at like ours, as they keep rows that they are given."""
    return module in _KEEPING_ROWS


def is_followed(module: str) -> bool:
    """Whether functions of a library's *module* are looked at like ours."""
    top = module.partition(".")[0]
    return top != "django" or module.startswith(_FOLLOWED_IN_DJANGO)
