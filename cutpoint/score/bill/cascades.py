"""A cascade across: deleting a row here deleted rows there, so the delete becomes an event that the other side hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import Item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.parting import Parting

KIND = "cascade"


def items(parting: Parting) -> Iterator[Item]:
    """One for each relation."""
    for link in parting.cascades:
        yield Item(KIND, f"deleting {link.to} deletes {link.model}: an event of the delete", 1.0, (link.place,))
