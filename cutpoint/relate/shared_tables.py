"""Tables → those that several apps write: who should own each, and the fewest write sites to move for one writer."""

from collections.abc import Iterable

from cutpoint.domain.access import Bucket, Move, SharedTable, Table

# The share of all write sites that makes an app the owner in fact, where the one that declares the table never writes it.
NEARLY_ALL = 0.8
_MOST_SHARES = 5


def shared_tables(tables: Iterable[Table]) -> tuple[SharedTable, ...]:
    """One for each of *tables* with several writers, in their order."""
    return tuple(_shared(table) for table in tables if table.shared)


def _shared(table: Table) -> SharedTable:
    suggested, reason = _owner_to_be(table)
    writer = _cheapest_writer(table)
    return SharedTable(
        table=table.name,
        owner=table.owner,
        bucket=table.bucket,
        suggested_owner=suggested,
        reason=reason,
        writers=table.writers,
        writer=writer,
        moves=_moves(table, writer),
    )


def _moves(table: Table, writer: str) -> tuple[Move, ...]:
    return tuple(Move(use.app, use.evidence) for use in table.writers if use.app != writer)


def _cheapest_writer(table: Table) -> str:
    """The app that leaves the fewest places to move when it stays; the owner before others, and then by label."""

    def cost(app: str) -> tuple[int, bool, str]:
        left = {place for move in _moves(table, app) for place in move.evidence}
        return len(left), app != table.owner, app

    # Code outside of apps can't be a table's writer; of several writers, at most one is that.
    return min((use.app for use in table.writers if use.app is not None), key=cost)


def _owner_to_be(table: Table) -> tuple[str | None, str]:
    total = len({place for use in table.writers for place in use.evidence})
    declared = _how_declared(table)
    for use in table.writers:
        if use.app is not None and use.app == table.owner:
            return table.owner, f"{declared} and writes it in {use.sites} of {total} places"
    never = f"{declared} and never writes it" if table.owner and table.bucket is Bucket.OWN else declared
    most = max(table.writers, key=lambda use: (use.app is not None, use.sites))
    if most.app is not None and most.sites >= NEARLY_ALL * total:
        return most.app, f"{never}; {most.app} writes it in {most.sites} of {total} places"
    return table.owner, f"{never}, and nobody has nearly all of its writes: {_shares(table)}"


def _how_declared(table: Table) -> str:
    if table.owner is None:
        return "no model declares it"
    return (
        f"{table.owner} declares it" if table.bucket is Bucket.OWN else f"{table.owner}, an app of others, declares it"
    )


def _shares(table: Table) -> str:
    ranked = sorted(table.writers, key=lambda use: -use.sites)
    shares = [f"{use.app or 'code outside of apps'} {use.sites}" for use in ranked[:_MOST_SHARES]]
    left = len(ranked) - len(shares)
    return ", ".join(shares) + (f" and {left} more" if left else "")
