"""Package → `testing.py`: a fake that holds its rows in memory, notes its calls, and gives what a test has set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.bodies import work
from cutpoint.emit.proposal.library.implementation import Implementation
from cutpoint.emit.proposal.library.package import is_call
from cutpoint.emit.proposal.library.reading import of_fake
from cutpoint.emit.proposal.library.writing import dictionary, quoted

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
    arguments = dictionary({slot.name: slot.name for slot in method.slots})
    inner = f"self._state.unanswered({quoted(method.name)})" if is_call(method) else work(method, "self._state")
    give = "" if method.returns.name == "None" else "return "
    lines = [quoted(method.name), "header", arguments, f"lambda: {inner}"]
    joined = "".join(f"            {line.replace(chr(10), chr(10) + '    ')},\n" for line in lines)
    return f"        {give}self._state.run(\n{joined}        )\n"
