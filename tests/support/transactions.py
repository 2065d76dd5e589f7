"""What cutpoint says of the transactions in a few files, as lines to compare; around them stand the apps of `judging.py`.

transactions_of({"billing/pay.py": '''
    from django.db import transaction
    …
'''}) == ["billing/pay.py:4 pay atomic writes-across: billing_invoice orders_order"]
"""

from cutpoint.domain.transaction import Transaction
from cutpoint.emit.table_services import service_of_table
from tests.support.judging import analysis_of


def found_in(code: str, files: dict[str, str] | None = None) -> list[Transaction]:
    """The transactions in *code*, the module `billing/pay.py`, that has the usual imports on its first line, and in *files*."""
    prelude = (
        "import contextlib; from contextlib import contextmanager, asynccontextmanager; from functools import wraps;"
        " from django.db import transaction; from django.utils.decorators import method_decorator;"
        " from django.views import View; from orders.models import Customer, Line, Order; from billing.models import Invoice"
    )
    from textwrap import dedent

    sources = {"billing/pay.py": prelude + "\n" + dedent(code).partition("\n")[2], **(files or {})}
    return [each for each in analysis_of(sources).transactions if each.path in sources]


def transactions_of(code: str, files: dict[str, str] | None = None, *, implicit: bool = False) -> list[str]:
    """`line function kind: tables written` of each, without implicit ones unless they are asked for."""
    return [
        " ".join(
            [
                f"{each.line}",
                each.function.removeprefix(f"{each.module}."),
                f"{each.kind}:",
                *(touched.table for touched in each.written),
            ]
        )
        for each in found_in(code, files)
        if implicit or each.kind != "implicit"
    ]


def labels_of(code: str, files: dict[str, str] | None = None) -> list[str]:
    """`line label` of each explicit one that is no context manager or decorator."""
    sources = analysis_of({"billing/pay.py": code, **(files or {})})
    services = service_of_table(sources)
    return [
        f"{each.line} {each.label(services)}"
        for each in sources.transactions
        if each.kind != "implicit" and not each.is_generic
    ]
