"""Where a walk through a body stands: what each name is bound to, and what holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.infer.fetched.origins import RAN, START, Point, Record, Value, without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.skeleton import Node


class Standing:
    """Of one walk."""

    def __init__(self, parameters: Iterable[list[Node]]) -> None:
        self.record = Record()
        self.names: dict[str, Value] = {each[0]: (("param", each[0]), ()) for each in parameters}
        self.own = next(iter(self.names.values()), None)
        """The first parameter: the object behind `super()`."""
        self.spread = {each[1]: each[0] for each in parameters if each[1] in (sk.VARIADIC, sk.KEYWORDS)}
        self.point: Point = START

    def put(self, owner: Value, name: str, value: Value) -> None:
        """`owner.name = value`: what was reached through it before is another thing, and the relation has its row."""
        place = (owner[0], (*owner[1], name))
        self.point = without(self.point, place)
        if name.endswith("_id"):
            self.point = without(self.point, (owner[0], (*owner[1], name.removesuffix("_id"))))
        self.point = self.point._replace(held={**self.point.held, place: value}, loaded=self.point.loaded | {place})

    def load(self, value: Value) -> None:
        """*value* was looked at."""
        if value not in self.point.loaded:
            self.point = self.point._replace(loaded=self.point.loaded | {value})

    def run(self, value: Value) -> None:
        """All rows of *value* were looked at."""
        self.load((value[0], (*value[1], RAN)))

    def fill(self, container: Value, value: Value) -> None:
        """A list or dict that was made here gets *value* as an item."""
        if container[0][0] == "list" and not container[1]:
            self.record.filled.setdefault(container[0], []).append((value, self.point))
