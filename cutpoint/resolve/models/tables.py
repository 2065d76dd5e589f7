"""The table of a model: its name as Django makes and shortens it, and whether another model stands for it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft
    from cutpoint.resolve.models.meta import Meta

_LONGEST_NAMES = {"postgresql": 63, "mysql": 64, "oracle": 30}
"""Characters that a table's name may have, by `connection.vendor`; sqlite has no limit."""


def table_of(builder: ModelBuilder, draft: ModelDraft, meta: Meta) -> str | None:
    """The table that holds the model's rows; None for an abstract one, and for a proxy of a model without source."""
    if draft.abstract:
        return None
    if draft.proxy:
        return draft.concrete.table if draft.parents else None
    if meta.is_unknown("db_table") and draft.ours:
        reason = f"db_table of {draft.label} is only known at run time; Django's default name is shown"
        builder.blind(draft.path, draft.line, "unknown-table", reason)
    return truncated(builder, meta.text("db_table") or f"{draft.app_label}_{draft.name.lower()}")


def truncated(builder: ModelBuilder, table: str) -> str:
    """*table* as long as the default database lets it be: the rest becomes four digits of a hash, as Django does it."""
    vendor = builder.run.plain(builder.run.constants.get("django.db.connection.vendor"))
    longest = _LONGEST_NAMES.get(vendor) if isinstance(vendor, str) else None
    bare = table.strip('"')
    if longest is None or len(bare) <= longest:
        return table
    # Not for security: it only has to be the hash that Django takes.
    digest = hashlib.md5(bare.encode(), usedforsecurity=False).hexdigest()[:4]
    return f"{bare[: longest - 4]}{digest}"


def is_swapped(builder: ModelBuilder, draft: ModelDraft, meta: Meta) -> bool:
    """Whether the settings put another model in its place."""
    setting = meta.text("swappable")
    if setting is None or draft.abstract:
        return False
    found, value = builder.run.setting(setting)
    chosen = builder.run.plain(value) if found else None
    builder.swappable.add((setting, chosen if isinstance(chosen, str) else draft.label))
    return isinstance(chosen, str) and chosen.lower() != draft.label.lower()
