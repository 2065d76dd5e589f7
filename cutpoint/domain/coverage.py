"""How much of what the code does to tables a report has, as it estimates by itself."""

import msgspec

from cutpoint.domain.source import Evidence


class CoverageCause(msgspec.Struct, frozen=True):
    """What hides a part of the rest."""

    kind: str
    """As blind spots have it."""
    share: float
    """Of all writes that the code is estimated to have, from 0 to 1."""
    evidence: tuple[Evidence, ...]
    """The first places, sorted."""
    remedy: str
    """What would mend it, as a clause: `--packages with the project's virtual environment`."""


class Coverage(msgspec.Struct, frozen=True):
    """Shares from 0 to 1; 1 where there is nothing to see."""

    writes_seen: float = 1.0
    """Of the writes by statements of code that counts, each with its table, those that are told, proved or inferred."""
    reads_seen: float = 1.0
    causes: tuple[CoverageCause, ...] = ()
    """What the rest of the writes is lost to, heaviest first."""
