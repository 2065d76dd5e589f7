"""Kinds of neutral edits, a file for each matter."""

from benchmarks.mutation.neutral import (
    classes,
    cutting,
    extraction,
    files,
    imports,
    layout,
    names,
    order,
    removal,
    statements,
    types,
)
from benchmarks.mutation.neutral.kind import Edits

ALL: Edits = {
    **layout.KINDS,
    **imports.KINDS,
    **names.KINDS,
    **order.KINDS,
    **extraction.KINDS,
    **cutting.KINDS,
    **classes.KINDS,
    **removal.KINDS,
    **files.KINDS,
    **statements.KINDS,
    **types.KINDS,
}
