"""Accesses → the rows of the report about them: in the words of the published format, with services."""

import msgspec

from cutpoint.domain.access import Access, Action, Certainty, Join, Step
from cutpoint.domain.source import Evidence
from cutpoint.emit.belonging import Belonging


class AccessRow(msgspec.Struct, frozen=True):
    """Code of ours touches a table."""

    path: str
    line: int
    end_line: int
    function: str
    module: str
    app: str | None
    service: str | None
    action: Action
    table: str | None
    model: str | None
    columns: tuple[str, ...] | None
    joins: tuple[Join, ...]
    via: str
    certainty: Certainty
    in_loop: bool
    cause: Evidence | None
    on_behalf_of: str | None
    chain: tuple[Step, ...]
    because: str


def access_row(access: Access, belonging: Belonging = Belonging()) -> AccessRow:  # noqa: B008 - it holds nothing
    """*access* with the service that counts as reader or writer."""
    return AccessRow(
        path=access.path,
        line=access.line,
        end_line=access.end_line,
        function=access.function,
        module=access.module,
        app=access.app,
        service=belonging.of_access(access),
        action=access.action,
        table=access.table,
        model=access.model,
        columns=access.columns,
        joins=access.joins,
        via=access.via,
        certainty=access.certainty,
        in_loop=access.in_loop,
        cause=access.cause,
        on_behalf_of=access.on_behalf_of,
        chain=access.chain,
        because=access.because,
    )
