"""Whether calls still lead to a frame."""

from typing import Any, cast

from cutpoint.infer import reaching


class StandIn:
    """Of a frame: what tells who calls it."""

    def __init__(self, *callers, **state):
        self.root, self.runs, self.running, self.left, self.function = False, 1, False, False, "f"
        self.calls = {}
        self.dependents = dict.fromkeys(callers)
        for caller in callers:
            caller.calls[self] = ()
        self.__dict__.update(state)


def is_reached(stand_in):
    """Of a stand-in."""
    return reaching.is_reached(cast("Any", stand_in))


def test_roots_and_what_was_never_run():
    assert is_reached(StandIn(root=True))
    assert is_reached(StandIn(runs=0))


def test_by_a_root_through_others():
    assert is_reached(StandIn(StandIn(StandIn(root=True))))


def test_by_the_body_of_a_module():
    assert is_reached(StandIn(StandIn(function=None)))


def test_by_a_body_that_is_being_run():
    caller = StandIn(running=True)
    reached = StandIn(caller)
    caller.calls.clear()
    assert is_reached(reached)
    assert not reached.left


def test_by_nobody_any_more():
    root = StandIn(root=True)
    caller = StandIn(root)
    reached = StandIn(caller)
    root.calls.clear()
    assert not is_reached(reached)
    # Whoever calls the upper one again has it run again, and that one the other.
    assert (reached.left, caller.left, root.left) == (True, True, False)


def test_in_a_circle():
    first = StandIn()
    second = StandIn(first)
    first.dependents[second] = None
    second.calls[first] = ()
    assert not is_reached(first)
