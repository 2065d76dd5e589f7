"""The parts of a library that are the same for every cut, as they lie in the folder `texts`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def text(name: str) -> str:
    """What `texts/<name>.txt` holds."""
    return files(__package__).joinpath("texts", f"{name}.txt").read_text("utf-8")
