"""Which views of Django REST framework list which permissions: `permission_classes = [IsOwner & IsAuthenticated]`."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.values import Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.infer.world import World

_LISTED = "permission_classes"
_VIEWS = ("APIView", "ViewSet")


class PermissionedViews:
    """Answers for one analysis."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._views: dict[Class, list[Class]] | None = None

    def of(self, permission: Class) -> list[Class]:
        """The views that ask *permission*, in the order of their names."""
        if self._views is None:
            self._views = {}
            for view in sorted(self._world.program.all_classes(), key=attrgetter("dotted")):
                if view.module.found.ours and any(name.endswith(_VIEWS) for name in self._world.lineage(view)):
                    found = self._world.member(view, _LISTED)
                    for each in dict.fromkeys(self._classes_in(found[1]) if found is not None else ()):
                        self._views.setdefault(each, []).append(view)
        return self._views.get(permission, [])

    def _classes_in(self, value: Value) -> Iterator[Class]:
        plain = self._world.program.plain(value)
        if type(plain) is Class:
            yield plain
        for item in plain.items if type(plain) is Sequence else plain if type(plain) is tuple else ():
            yield from self._classes_in(item)
