"""Package → `testing.py`: a fake that holds its rows in memory, notes its calls, and gives what a test has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.bodies import work
from cutpoint.emit.proposal.library.implementation import Implementation
from cutpoint.emit.proposal.library.package import is_call
from cutpoint.emit.proposal.library.reading import of_fake
from cutpoint.emit.proposal.library.writing import call, dictionary, laid_out, prefixed, quoted

if TYPE_CHECKING:
    from cutpoint.emit.proposal.library.package import Method, Package


def fake(package: Package) -> str:
    """The whole file."""
    return Implementation(
        package,
        says=f"{package.api} in memory, for tests of those who call it.",
        class_says=[
            f"Serves {package.api} from the rows of *state*.",
            "",
            "A test fills the state, sets answers in it, and looks into it for the calls that were made.",
        ],
        name=f"Fake{package.api}",
        start="    def __init__(self, state: FakeState) -> None:\n        self._state = state\n",
        row="Row",
        of_row=of_fake,
        body=_body,
        imports=tuple((".fake_state", name) for name in ("FakeState", "Row", "value_in", "value_in_or_none")),
    ).text()


def _body(method: Method) -> str:
    unknown = call("self._state.unanswered", quoted(method.name))
    done = unknown if is_call(method) else work(method, "self._state")
    arguments = dictionary({slot.name: slot.name for slot in method.slots})
    run = call("self._state.run", quoted(method.name), "header", arguments, prefixed("lambda: ", done))
    give = "" if method.returns.name == "None" else "return "
    return f"        {give}{laid_out(run, 8, len(give))}\n"
