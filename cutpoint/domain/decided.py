"""A cut that the team has decided on, as rules see it: the side of every table and of every module that has one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from cutpoint.domain.service import Services


def rest_of(name: str) -> str:
    """What the other side of the cut *name* is called where services are: in findings, ledgers and pairs of rules."""
    return f"rest-of-{name}"


class Decided(NamedTuple):
    """One decided cut; its sides are called like services, the taken one by the name of the cut."""

    name: str
    services: Services
    """Two, one for each side; what is on none of them is outside."""

    @property
    def sides(self) -> frozenset[str]:
        """The names of both."""
        return frozenset({self.name, rest_of(self.name)})

    def across(self, side: str) -> str:
        """The other side."""
        return rest_of(self.name) if side == self.name else self.name
