"""Boundary → all files of its proposal."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Protocol, cast

from cutpoint.emit.proposal import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary


class _Part(Protocol):
    """What lies in the folder of parts."""

    def files(self, boundary: Boundary, /) -> Iterator[tuple[str, str]]: ...


@cache
def _parts() -> tuple[_Part, ...]:
    names = sorted(info.name for info in pkgutil.iter_modules(parts.__path__))
    return tuple(cast("_Part", importlib.import_module(f"{parts.__name__}.{name}")) for name in names)


def proposal_files(boundary: Boundary) -> dict[str, str]:
    """Text by path below the output folder, sorted by path."""
    found = {path: text for part in _parts() for path, text in part.files(boundary)}
    return dict(sorted(found.items()))
