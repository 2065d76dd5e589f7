"""What well-known model libraries add to a model; one file per library."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.resolve.execution.values import Instance
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

FIELD_CONSTRUCTS: dict[str, Callable[[ModelBuilder, ModelDraft, str, Instance], None]] = {}
MODEL_CONSTRUCTS: list[Callable[[ModelBuilder, ModelDraft], None]] = []
