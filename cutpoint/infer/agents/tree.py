"""`parent.add_child(instance=page)`, `page.move(other)`: nodes of trees (django-treebeard) are saved, and their relatives with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NEW, Query, Row, atom
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ADDING = frozenset({"add_child", "add_sibling", "add_root"})
MOVING = frozenset({"move", "fix_tree"})
LOADING = frozenset({"load_bulk"})


def change_tree(frame: Frame, label: str, level: int, name: str, keywords: Keywords, node: Node) -> None:
    """A node that is added is inserted; numbers and paths of its relatives are updated."""
    row = atom(Row, label, level, NEW)
    kin = frame.engine.world.space.are_kin
    with acting(frame, "tree", declaration_of(frame, row)):
        if name in ADDING | LOADING:
            # What is added is a node of the same tree: a row of the model, or of another that shares its table.
            given = [each for each in dict(keywords).get("instance", ()) if type(each) is Row]
            for each in [each for each in given if kin(each.label, label)] if given else [row]:
                made = atom(Row, each.label, each.level, NEW)
                call_type(frame, attribute(frame, made, "save", None), (), (), node)
        if name not in ("add_root", "fix_tree"):
            _renumber(frame, label, level, node)
    if name == "fix_tree":
        # Unlike the others it opens no transaction.
        _renumber(frame, label, level, node)


def _renumber(frame: Frame, label: str, level: int, node: Node) -> None:
    query = atom(Query, label, level, "rows", None, None, ())
    call_type(frame, attribute(frame, query, "update", None), (), (), node)
