"""What a database does because of an access: the noun that triggers and views give."""

from typing import NamedTuple

from cutpoint.domain.declared_schema import Deed


class Followed(NamedTuple):
    """One thing that happens because of an access."""

    deed: Deed
    via: str
    steps: tuple[tuple[str, int], ...]
    """Places of the declarations that lead there, the last one the cause."""
    because: str
    is_sure: bool
