"""Parting → third-party models that both sides need: who keeps each, and what the other side works with instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.cut import ThirdParty

if TYPE_CHECKING:
    from cutpoint.score.parting import Parting

AN_ID, A_COPY, OPERATIONS = "an id", "a copy", "operations"


def third_parties(parting: Parting) -> tuple[ThirdParty, ...]:
    """Those that the other side needs, sorted: it writes them, reads them, or only points at them."""
    known = parting.facts.third_parties
    written = {use.model for use in parting.crossing_writes if use.model in known}
    read = {use.model for use in parting.crossing if use.model in known} - written
    pointed_at = {link.to for link in parting.crossing_links if link.to in known} - written - read
    gets = {
        **dict.fromkeys(written, OPERATIONS),
        **dict.fromkeys(read, A_COPY),
        **dict.fromkeys(pointed_at, AN_ID),
    }
    return tuple(ThirdParty(model, parting.side_of(model), gets[model]) for model in sorted(gets))
