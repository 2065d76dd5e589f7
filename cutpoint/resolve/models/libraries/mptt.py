"""django-mptt: a model below MPTTModel has four columns for its place in the tree, named by its MPTTMeta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.models.draft import FieldDraft

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

_COLUMNS = (("left_attr", "lft"), ("right_attr", "rght"), ("tree_id_attr", "tree_id"), ("level_attr", "level"))


def add_tree_columns(builder: ModelBuilder, draft: ModelDraft) -> None:
    """The columns come with the topmost model that has a table; its children by multi-table inheritance share them."""
    if draft.cls is None or draft.proxy or not builder.inherits_from(draft, "mptt.models.MPTTModel"):
        return
    meta = of_class(builder.run, draft.cls, "MPTTMeta")
    options = builder.run.plain(meta) if meta is not MISSING else None
    taken = draft.all_field_names()
    for option, default in _COLUMNS:
        said = of_class(builder.run, options, option) if type(options) is Class else MISSING
        name = builder.run.plain(said) if said is not MISSING else default
        name = name if isinstance(name, str) else default
        if name not in taken:
            draft.fields[name] = FieldDraft(name, "PositiveIntegerField", draft.path, draft.line)
