"""`self.form` where all makers of `self` are known and hand an object over: it is true in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import FormOf, Object, Unknown
from cutpoint.domain.walking import kind_of

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame


def is_variant(frame: Frame) -> bool:
    """Whether it is known what `self` is made with."""
    cls = getattr(frame.receiver, "cls", None)
    return type(cls) is Class and frame.engine.makings.plain(cls) is not cls


def is_given(frame: Frame, test: Node, env: Env) -> bool:
    """Whether *test* is an attribute of a `self` of which all makers are known, and is an object for all of them."""
    if kind_of(test) != sk.ATTRIBUTE or not is_variant(frame):
        return False
    if not any(each is frame.receiver for each in frame.peek(test[1], env)):
        return False
    value = [each for each in frame.peek(test, env) if type(each) is not Unknown]
    return bool(value) and all(type(each) is FormOf or _is_true(frame, each) for each in value)


def _is_true(frame: Frame, each: Atom) -> bool:
    """Whether *each* is an object whose class has nothing to say about its truth."""
    return (
        type(each) is Object
        and type(each.cls) is Class
        and not any(_is_ours(frame.engine.world.member(each.cls, name)) for name in ("__bool__", "__len__"))
    )


def _is_ours(found: tuple[object, object] | None) -> bool:
    return found is not None and type(found[0]) is Class
