"""What a proposal asks of the project's text: signatures by place, and lines whose answers nobody uses."""

from textwrap import dedent

import pytest

from cutpoint.proposing import Texts

TEXT = dedent(
    """
    @decorated
    @twice
    def refund(invoice: "Invoice", amount=0, *lines, force: bool = False, **extra) -> Decimal | None:
        if not amount:
            return None
        return amount

    class Invoice:
        def pay(self, by: str):
            refund(self)
            self.total = refund(self,
                                1)
            return

        @classmethod
        def newest(cls):
            yield cls

        @staticmethod
        def rate(of):
            def inner():
                return 1
            inner()

    async def later():
        await refund(1)
        return await refund(2)
    """
)


@pytest.fixture
def texts():
    return Texts({"billing.py": TEXT.encode(), "broken.py": b"def (", "empty.py": b""}.get)


def test_a_signature_as_it_is_written(texts):
    for line in (2, 3, 4):
        found = texts.signature("billing.py", line, "billing.refund")
        assert [
            (each.name, each.annotation, each.default, each.has_default, each.is_variadic) for each in found.arguments
        ] == [
            ("invoice", "'Invoice'", "", False, False),
            ("amount", "", "int", True, False),
            ("lines", "", "", False, True),
            ("force", "bool", "bool", True, False),
            ("extra", "", "", False, True),
        ]
        assert (found.returns, found.binds, found.is_async, found.gives) == ("Decimal | None", "", False, True)


@pytest.mark.parametrize(
    ("line", "function", "binds", "names", "gives"),
    [
        (10, "billing.Invoice.pay", "self", ["by"], False),
        (17, "billing.Invoice.newest", "cls", [], True),
        (21, "billing.Invoice.rate", "", ["of"], False),
        (26, "billing.later", "", [], True),
    ],
)
def test_methods_and_what_they_give(texts, line, function, binds, names, gives):
    found = texts.signature("billing.py", line, function)
    assert (found.binds, [each.name for each in found.arguments], found.gives) == (binds, names, gives)


def test_what_is_not_there_has_no_signature(texts):
    assert texts.signature("billing.py", 1, "billing.refund") is None
    assert texts.signature("billing.py", 4, "billing.other") is None
    for path in ("broken.py", "empty.py", "nowhere.py"):
        assert texts.signature(path, 1, "x.y") is None
        assert texts.is_answer_used(path, 1)


def test_a_call_that_stands_alone_gives_to_nobody(texts):
    assert not texts.is_answer_used("billing.py", 11)
    assert texts.is_answer_used("billing.py", 12) and texts.is_answer_used("billing.py", 13)
    assert not texts.is_answer_used("billing.py", 27)
    assert texts.is_answer_used("billing.py", 28)
