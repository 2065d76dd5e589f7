"""`def delete(self): self.removed = now(); self.save()` of a library's base class: rows are marked, and Django's delete never runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.query_words import DELETING

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.infer.world import World

# By any of these a method hands on to what Django does, or does the same with Django's own means.
_HANDING_ON = (b"super", b"ollector", b"raw_delete", b"delete_batch")


def is_told_by_constructs(world: World, label: str, name: str, definer: object, value: Value) -> bool:
    """Whether a method of a library's class *definer*, named like one of Django's, is told by what constructs say of Django's."""
    if type(definer) is not Class or definer.module.found.ours:
        return False
    found = definer.module.found
    if name not in DELETING or found.stand_in or found.name.startswith("django.") or world.space.soft_delete(label):
        return True
    body = getattr(world.program.plain(value), "body", None)
    return not isinstance(body, bytes) or b"save" not in body or any(word in body for word in _HANDING_ON)
