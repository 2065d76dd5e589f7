"""Package → `tests/test_contract.py`: what each operation promises, asked of the ORM and of the fake alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.boundary import Through
from cutpoint.emit.proposal.library.bodies import passed, target
from cutpoint.emit.proposal.library.contract_test import contract_test
from cutpoint.emit.proposal.library.exercised import not_exercised
from cutpoint.emit.proposal.library.package import is_call
from cutpoint.emit.proposal.library.signatures import contract_imports
from cutpoint.emit.proposal.library.writing import Code, call, docstring, laid_out, quoted, spread, tuple_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.emit.proposal.library.package import Method, Package

_IGNORED = "  # type: ignore[import-not-found, import-untyped, unused-ignore]"
_SUBCLASSED = "  # type: ignore[misc, unused-ignore]"


def contract_tests(package: Package) -> str:
    """The whole file."""
    told = {name for name, _ in not_exercised(package)}
    tests = [contract_test(method) for method in package.methods if method.name not in told]
    classes = "\n\n".join([_contract(package, tests), _worlds(package), *_calls(package)])
    code = f"\n\n{classes}"
    contracts = [name for name in (*package.errors, "Conflict", "NotFound") if f"({name})" in code]
    contracts += [each.name for each in package.records if each.is_taken and f"{each.name}(" in code]
    calls = any(is_call(method) for method in package.methods)
    head = [
        docstring([f"What {package.api} promises, asked of the test database and of the fake."], 0),
        "from __future__ import annotations",
        "",
        *(["import inspect", ""] if calls else []),
        f"from django.test import TestCase{_IGNORED}",
        "",
        *(["from .. import rows"] if calls else []),
        *([contract_imports(contracts, "..contracts")] if contracts else []),
        "from ..fake_state import FakeState",
        f"from ..local import Local{package.api}",
        "from ..once import AnswersInMemory",
        f"from ..protocol import {package.api}",
        f"from ..testing import Fake{package.api}",
        "from .worlds import Checks, World",
    ]
    return "\n".join(head) + "\n" + code


def _contract(package: Package, tests: list[str]) -> str:
    said = docstring(["One test for each operation that can be asked without knowing more of the project."], 4)
    return f"class {package.api}Contract(Checks):\n{said}\n    api: {package.api}\n\n" + "\n".join(tests)


def _worlds(package: Package) -> str:
    api = package.api
    return (
        f"class LocalTest({api}Contract, TestCase):{_SUBCLASSED}\n"
        f"{docstring(['Over the ORM.'], 4)}\n"
        "    def setUp(self) -> None:\n"
        "        self.world = World()\n"
        f"        self.api = Local{api}(AnswersInMemory())\n\n\n"
        f"class FakeTest({api}Contract, TestCase):{_SUBCLASSED}\n"
        f"{docstring(['In memory; the database is only asked for what rows look like.'], 4)}\n"
        "    def setUp(self) -> None:\n"
        "        self.state = FakeState()\n"
        "        self.world = World(self.state)\n"
        f"        self.api = Fake{api}(self.state)\n"
    )


def _calls(package: Package) -> Iterator[str]:
    methods = [method for method in package.methods if is_call(method)]
    if not methods:
        return
    local = "".join(f"        {laid_out(call('self.check', *_bound(method)), 8)}\n" for method in methods)
    fake = "".join(
        f"    {spread(f'def test_{method.name}(', ['self'], ' -> None:', 4)}\n"
        f"        {laid_out(call('self.check', quoted(method.name), _names(method)), 8)}\n\n"
        for method in methods
    ).rstrip("\n")
    yield (
        f"class FunctionsTest(Checks, TestCase):{_SUBCLASSED}\n"
        f"{docstring(['Functions of the project can still be called as the operations call them.'], 4)}\n"
        "    def check(self, operation: str, target: object, arguments: tuple[str, ...]) -> None:\n"
        "        with self.subTest(operation):\n"
        "            if callable(target):\n"
        "                inspect.signature(target).bind(**dict.fromkeys(arguments))\n"
        "            else:\n"
        '                self.assertLessEqual(set(arguments), {"self"})\n\n'
        "    def test_they_take_what_they_are_given(self) -> None:\n"
        f"{local}"
    )
    yield (
        f"class AnswersTest(Checks, TestCase):{_SUBCLASSED}\n"
        f"{docstring(['What the fake cannot know it gives as a test has set it, and notes that it was asked.'], 4)}\n"
        "    def check(self, operation: str, names: tuple[str, ...]) -> None:\n"
        "        state, arguments = FakeState(), dict.fromkeys(names)\n"
        f"        asked = getattr(Fake{package.api}(state), operation)\n"
        "        with self.assertRaises(LookupError):\n"
        "            asked(**arguments, header=self.header)\n"
        '        state.answer(operation, "as set")\n'
        '        self.assertEqual(asked(**arguments, header=self.header) or "as set", "as set")\n'
        "        self.assertEqual(state.calls[-1].operation, operation)\n\n"
        f"{fake}\n"
    )


def _names(method: Method) -> Code | str:
    return tuple_of([quoted(slot.name) for slot in method.slots])


def _bound(method: Method) -> list[Code | str]:
    bound = ['"self"'] if method.operation.through is Through.ROW else []
    names = [*bound, *(quoted(slot.parameter.lookup) for slot in passed(method))]
    return [quoted(method.name), target(method, unbound=True), tuple_of(names)]
