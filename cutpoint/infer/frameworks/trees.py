"""Tree libraries (django-treebeard, django-mptt): a node's relatives are rows and querysets of its own model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, NONE, PLAIN, STORED, ModelClass, Query, Row, Type, join, one
from cutpoint.infer.agents.tree import ADDING, LOADING, MOVING, change_tree

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_MANY = frozenset(
    {
        "get_children",
        "get_descendants",
        "get_ancestors",
        "get_siblings",
        "get_family",
        "get_leafnodes",
        "get_tree",
        "get_root_nodes",
        "get_annotated_list_qs",
        "get_descendants_and_self",
        "get_ancestors_and_self",
    }
)
_ONE = frozenset(
    {
        "get_parent",
        "get_root",
        "get_first_child",
        "get_last_child",
        "get_first_sibling",
        "get_last_sibling",
        "get_next_sibling",
        "get_prev_sibling",
        "get_previous_sibling",
        "get_first_root_node",
        "get_last_root_node",
        "add_child",
        "add_sibling",
        "add_root",
    }
)
ATTRIBUTES: frozenset[str] = frozenset()
_COUNTED = frozenset({"get_descendant_count", "dump_bulk"})
METHODS = _MANY | _ONE | MOVING | LOADING | _COUNTED

_NODES = ("MP_Node", "NS_Node", "AL_Node", "LT_Node", "Node", "MPTTModel", "TreeNode")


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def _is_tree_node(frame: Frame, receiver: Row | ModelClass) -> bool:
    cls = frame.engine.world.program.class_of(receiver.label)
    return cls is not None and frame.engine.world.derives(cls, _NODES, "")


def _knows_by_numbers(frame: Frame, receiver: Row | ModelClass) -> bool:
    cls = frame.engine.world.program.class_of(receiver.label)
    return cls is not None and frame.engine.world.derives(cls, ("NS_Node", "MPTTModel"), "")


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """Relatives of a node."""
    if not isinstance(receiver, (Row, ModelClass)) or not _is_tree_node(frame, receiver):
        return None
    label, level = receiver.label, receiver.level
    level = max(level & 3, INFERRED) | (level & ~3)
    query = one(Query, label, level, "rows", None, None, ())
    if name in ADDING | MOVING | LOADING:
        change_tree(frame, label, level, name, keywords, node)
    if name in MOVING:
        return NONE
    if name in _COUNTED and _knows_by_numbers(frame, receiver):
        # Nested sets tell from the numbers of a node how many are below.
        return PLAIN
    if node is not None:
        frame.see("call", query[0], "filter" if name in _MANY else "get", node)
    if name in _COUNTED | LOADING:
        return PLAIN
    return query if name in _MANY else join(one(Row, label, level, STORED), NONE)
