"""Analysis → which code calls which, of all that entry points lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.flow import AFTER_COMMIT, BY_TASK, NOW, unpack_flow
from cutpoint.domain.source import Evidence
from cutpoint.draw.needs import Code, Need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.flow import FlowFunction

_WHEN = {NOW: "call", AFTER_COMMIT: "later", BY_TASK: "task"}


def needs(analysis: Analysis) -> Iterator[Need]:
    """One for each call, whatever the types of its arguments; whom a call leads to is inferred."""
    flow = unpack_flow(analysis.flow)
    module_of = {module.path: module.name for module in analysis.catalog.modules}

    def end(function: FlowFunction) -> Code:
        return Code(module_of.get(function.path, ""), function.app)

    for body, calls in enumerate(flow.calls):
        caller = flow.functions[flow.bodies[body]]
        for at in range(0, len(calls), 3):
            callee, line, when = calls[at : at + 3]
            called = flow.functions[flow.bodies[callee]]
            yield Need(end(caller), end(called), _WHEN[when], Evidence(caller.path, line), Certainty.INFERRED)
