"""What cutpoint says of the transactions in a few lines, as texts to compare; around them stand the apps of `judging.py`.

transactions_of('''
    def pay(order: Order):
        with transaction.atomic():
            order.save()
''') == ["3 pay atomic: orders_order"]
"""

from textwrap import dedent

from cutpoint.domain.analysis import Analysis
from cutpoint.domain.transaction import Transaction
from cutpoint.emit.table_services import service_of_table
from tests.support.judging import analysis_of

PRELUDE = (
    "import contextlib; from contextlib import contextmanager, asynccontextmanager; from functools import wraps;"
    " from django.db import transaction; from django.utils.decorators import method_decorator; from django.views import View;"
    " from orders.models import Customer, Line, Order; from billing.models import Invoice"
)


def analyzed(code: str, files: dict[str, str] | None = None) -> Analysis:
    """The analysis of *code* as the module `billing/pay.py`, with the usual imports on its first line, and of *files*."""
    return analysis_of({"billing/pay.py": PRELUDE + "\n" + dedent(code).partition("\n")[2], **(files or {})})


def found_in(code: str, files: dict[str, str] | None = None) -> list[Transaction]:
    """The transactions in *code*."""
    return [each for each in analyzed(code, files).transactions if each.path == "billing/pay.py"]


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
    """`line label` of each explicit one."""
    analysis = analyzed(code, files)
    services = service_of_table(analysis)
    return [
        f"{each.line} {each.label(services)}"
        for each in analysis.transactions
        if each.path == "billing/pay.py" and each.kind != "implicit"
    ]
