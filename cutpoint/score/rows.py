"""Sparse rows of weights, for many cuts at once: what each row has on the side that is taken, in one step."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Numbers = NDArray[np.int64]

DIGITS = 9
"""Sums are rounded to so many before they are compared: their order is no fact of the project."""


_DENSE = 8_000_000
"""Cells up to which a matrix without gaps is faster than one with them."""


class Rows:
    """A sparse matrix by rows; a row may be empty."""

    def __init__(self, rows: Sequence[Iterable[tuple[int, float]]], width: int) -> None:
        """Of each row, (column, weight), each column once; there are *width* columns."""
        listed = [tuple(row) for row in rows]
        self.count = len(listed)
        self._columns = np.array([column for row in listed for column, _ in row], dtype=np.int64)
        self._weights = np.array([weight for row in listed for _, weight in row], dtype=np.float64)
        lengths = np.array([len(row) for row in listed], dtype=np.int64)
        self._filled = np.flatnonzero(lengths)
        self._starts = (np.cumsum(lengths) - lengths)[self._filled]
        self._width = width
        self._whole: Floats | None = None
        if self.count * width <= _DENSE:
            self._whole = np.zeros((self.count, width))
            self._whole[np.repeat(np.arange(self.count), lengths), self._columns] = self._weights

    @property
    def size(self) -> int:
        """How many numbers are held for each cut at once."""
        return self.count if self._whole is not None else len(self._weights)

    def of(self, values: Floats) -> Floats:
        """(rows, cuts): of each row, the sum of weight times value of its columns; *values* are (columns, cuts)."""
        if self._whole is not None:
            return np.round(self._whole @ values, DIGITS)
        found = np.zeros((self.count, values.shape[1]))
        if len(self._filled):
            found[self._filled] = np.add.reduceat(self._weights[:, None] * values[self._columns], self._starts, axis=0)
        return np.round(found, DIGITS)

    @cached_property
    def whole(self) -> Floats:
        """(rows, 1): the sum of each row."""
        return self.of(np.ones((self._width, 1)))
