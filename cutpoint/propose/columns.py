"""Drafts of commands → the parameters that carry what they write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from cutpoint.domain.boundary import Parameter, Purpose, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cutpoint.propose.drafts import Draft
    from cutpoint.propose.payloads import Payloads
    from cutpoint.propose.python_types import PythonTypes


def columns_of(draft: Draft, choosing: Sequence[Parameter], payloads: Payloads, types: PythonTypes) -> list[Parameter]:
    """One for each column that is written, beside those that choose rows.

    What is chosen and written alike is the value of a row that may be new; an update changes it, so it has another value.
    """
    written = list(payloads.written(draft))
    if draft.shape is Shape.UPDATE and draft.columns:
        column = draft.columns[0]
        annotation = types.of_field(draft.model, column) or "str"
        written = written[:1] or [Parameter(column, annotation, column, purpose=Purpose.WRITE)]
    taken = {each.name for each in choosing}
    if draft.shape is not Shape.UPDATE:
        return [each for each in written if each.name not in taken]
    return [msgspec.structs.replace(each, name=f"new_{each.name}") if each.name in taken else each for each in written]


def or_new(key: Parameter) -> Parameter:
    """Of a row that may be new the key may be left out."""
    return msgspec.structs.replace(key, optional=True)
