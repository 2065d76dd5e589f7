"""Package → `local.py`: the operations over the tables of this process's own database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import OperationKind
from cutpoint.emit.proposal.library.bodies import answer_of, called, work
from cutpoint.emit.proposal.library.implementation import Implementation
from cutpoint.emit.proposal.library.package import is_call
from cutpoint.emit.proposal.library.reading import of_instance
from cutpoint.emit.proposal.library.writing import call, laid_out, prefixed, quoted

if TYPE_CHECKING:
    from cutpoint.emit.proposal.library.package import Method, Package


_ANSWER = "answer_of_it"
"""No parameter is called so."""


def local(package: Package) -> str:
    """The whole file."""
    return Implementation(
        package,
        says=f"{package.api} over the tables of this process: what runs in the monolith from the first day on.",
        class_says=[
            f"Serves {package.api} by the ORM.",
            "",
            "An idempotency key is honored with the help of *answers*, which then lie in the same database;",
            "without them a call is part of the caller's transaction, as the code was that it takes the place of.",
        ],
        name=f"Local{package.api}",
        start=("    def __init__(self, answers: Answers | None = None) -> None:\n        self._answers = answers\n"),
        row="Any",
        of_row=of_instance,
        body=_body,
        imports=(("typing", "Any"), (".", "rows"), (".once", "Answers")),
    ).text()


def _body(method: Method) -> str:
    done = called(method) if is_call(method) else work(method, "rows")
    if method.operation.kind is OperationKind.COMMAND and not method.operation.idempotent:
        done = call("once", "self._answers", quoted(method.name), "header", prefixed("lambda: ", done))
    start = "        header.refuse_if_late()\n"
    if method.returns.name == "None":
        return f"{start}        {laid_out(done, 8)}\n"
    if not is_call(method):
        return f"{start}        return {laid_out(done, 8, len('return '))}\n"
    answer = laid_out(answer_of(method, _ANSWER), 8, len("return "))
    return f"{start}        {_ANSWER} = {laid_out(done, 8, len(_ANSWER) + 3)}\n        return {answer}\n"
