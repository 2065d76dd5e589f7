"""Boundary → every file of the library, below `library/`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.proposal.library.contract_tests import contract_tests
from cutpoint.emit.proposal.library.contracts import contracts
from cutpoint.emit.proposal.library.event_tests import event_tests
from cutpoint.emit.proposal.library.fake import fake
from cutpoint.emit.proposal.library.local import local
from cutpoint.emit.proposal.library.package import packages
from cutpoint.emit.proposal.library.protocol import protocol
from cutpoint.emit.proposal.library.readme import readme
from cutpoint.emit.proposal.library.signals import signals
from cutpoint.emit.proposal.library.texts import text
from cutpoint.emit.proposal.library.writing import docstring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary
    from cutpoint.emit.proposal.library.package import Package

_ALWAYS = ("values.py", "rows.py")
_FOR_TESTS = ("once.py", "fake_state.py", "tests/row_factory.py", "tests/worlds.py")
_OF_EVENTS = ("events.py", "hearing.py")


def library_files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """Texts by path below the output folder."""
    for package in packages(boundary):
        for path, content in _files(package):
            yield f"library/{package.name}/{path}", content


def _files(package: Package) -> Iterator[tuple[str, str]]:
    yield "README.md", readme(package)
    yield "__init__.py", docstring([f"What {package.serves} serves: see protocol.py."], 0)
    yield "py.typed", ""
    yield "contracts.py", contracts(package)
    yield "protocol.py", protocol(package)
    yield "tests/__init__.py", docstring(["What the package promises."], 0)
    for name in (*_ALWAYS, *_FOR_TESTS):
        yield name, text(name)
    if package.methods:
        yield "local.py", local(package)
        yield "testing.py", fake(package)
        yield "tests/test_contract.py", contract_tests(package)
    if package.events:
        for name in _OF_EVENTS if package.heard else _OF_EVENTS[:1]:
            yield name, text(name)
        yield "signals.py", signals(package)
    if package.heard:
        yield "tests/test_events.py", event_tests(package)
