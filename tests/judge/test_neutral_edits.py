"""Edits that change nothing of what is coupled: nothing is new, whether held against a revision or a baseline."""

import ast
import re
import subprocess
import sys

import pytest

from tests.support.judging import baseline_of, held_against, since

PATH = "billing/tasks.py"
CODE = '''\
import json
from django.db import transaction
from orders.models import Line, Order
from billing.models import Invoice


class Payments:
    def pay(self, invoice: Invoice, how):
        """Pay it."""
        order = invoice.order
        order.state = "paid"
        order.save()
        for line in order.lines.all():
            line.amount = 0
            line.save()
        return Order.objects.filter(state="x").count(), Line.objects.filter(order=order).delete()

    def cancel(self, pk):
        Order.objects.filter(pk=pk).update(state="cancelled")
        with transaction.atomic():
            Order.objects.create(state="new", customer_id=pk); Order.objects.create(state="new", customer_id=pk)


def total(order_id):
    order = Order.objects.select_related("customer").get(pk=order_id)
    print(order.customer.name)
    return sum(line.amount for line in order.lines.all())


def archive(thing):
    thing.state = "old"
    thing.save()


def tidy(order: Order, other: Order):
    archive(order)
    archive(other)

    def inner():
        order.delete()

    inner()


def one(): Order.objects.get(pk=1).delete()
'''
BEFORE = {PATH: CODE}


def formatted(width):
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length", str(width), "-"]
    return subprocess.run(command, input=CODE, capture_output=True, text=True, check=True).stdout


def renamed(*pairs, code=CODE):
    for old, new in pairs:
        code, count = re.subn(rf"\b{old}\b", new, code)
        assert count, old
    return code


def replaced(*pairs, code=CODE):
    for old, new in pairs:
        assert old in code, old
        code = code.replace(old, new)
    return code


def parted(at):
    head, found, tail = CODE.partition(at)
    assert found
    return head, found + tail


def decorated(code):
    """Each function cached. A decorator that opens a transaction would be more than an edit that changes nothing."""
    return "import functools\n" + re.sub(r"^( *)(?=def )", r"\1@functools.cache\n\1", code, flags=re.MULTILINE)


METHODS = re.sub(r"^    ", "", parted("    def pay")[1].partition("\n\ndef total")[0], flags=re.MULTILINE)
FUNCTIONS = renamed(("def pay", "def settle"), ("def cancel", "def revoke"), ("total", "sum_of"), ("archive", "bury"))
DECORATED = decorated(CODE)
ANNOTATED = replaced(
    ("how)", "how: str) -> int"), ("self, pk)", "self, pk: int) -> None"), ("    order = ", "    order: Order = ")
)
TWO_FILES = {
    PATH: parted("def archive")[0],
    "billing/more.py": f"from orders.models import Order\n{parted('def archive')[1]}",
}
EDITS = {
    "as narrow as a newspaper": {PATH: formatted(40)},
    "as wide as black": {PATH: formatted(88)},
    "written by ast": {PATH: ast.unparse(ast.parse(CODE))},
    "locals": {
        PATH: renamed(
            ("line", "row"), (r"order(?= = |\.state = |\.save|\.lines|\.customer)", "it"), (r"order=order", "order=it")
        )
    },
    "parameters": {PATH: renamed(("order_id", "number"), ("thing", "it"), ("other", "another"))},
    "comments and blank lines": {PATH: re.sub(r"\n(?=\n|    def )", "\n\n# why\n", CODE)},
    "other docstring": {PATH: replaced(('"""Pay it."""', '"""Pay it,\n\n        as was agreed.\n        """'))},
    "decorators": {PATH: DECORATED},
    "annotations": {PATH: ANNOTATED},
    "functions in another order": {
        PATH: parted("\n\nclass")[0] + "\n\n" + parted("def total")[1] + parted("class")[1].partition("def total")[0]
    },
    "imports sorted otherwise": {PATH: replaced(("import Line, Order", "import Order, Line"), ("import json\n", ""))},
    "module imported": {
        PATH: renamed(
            (r"from orders.models import Line, Order", "import orders.models"),
            (r"(Order|Line)(?=\.objects|[,)])", r"orders.models.\1"),
        )
    },
    "imported under another name": {
        PATH: renamed(
            ("import Line, Order", "import Line as L, Order as O"),
            ("(?<!as )Order(?! as)", "O"),
            (r"Line(?=\.objects)", "L"),
        )
    },
    "file moved": {PATH: "", "billing/jobs.py": CODE},
    "file gone elsewhere": {"billing/jobs/__init__.py": "", "billing/jobs/payments.py": CODE},
    "class renamed": {PATH: renamed(("Payments", "Payer"))},
    "functions renamed": {PATH: FUNCTIONS},
    "functions renamed, decorated": {PATH: decorated(FUNCTIONS)},
    "file moved, class and locals renamed": {
        PATH: "",
        "billing/jobs.py": renamed(("Payments", "Payer"), ("line", "row"), ("how", "way")),
    },
    "methods made functions": {
        PATH: parted("class")[0] + METHODS.replace("self, ", "") + "\n\n" + parted("def total")[1]
    },
    "functions moved to another module": TWO_FILES,
    "general code moved": {
        PATH: replaced(
            ('def archive(thing):\n    thing.state = "old"\n    thing.save()\n', "from billing.more import archive\n")
        ),
        "billing/more.py": 'def archive(thing):\n    thing.state = "old"\n    thing.save()\n',
    },
    "early return": {
        PATH: replaced(
            (
                "        order = invoice.order\n",
                "        if not how:\n            return None\n        order = invoice.order\n",
            )
        )
    },
}


@pytest.fixture(scope="module")
def baseline():
    return baseline_of(BEFORE)


@pytest.mark.parametrize("edit", EDITS)
def test_nothing_is_new_since_a_revision(edit):
    verdict = since(BEFORE, EDITS[edit])
    assert (verdict.new, verdict.gone, verdict.new_spots) == ((), (), ())


@pytest.mark.parametrize("edit", EDITS)
def test_nothing_is_new_besides_the_baseline(edit, baseline):
    verdict = held_against(baseline, EDITS[edit])
    assert (verdict.new, verdict.gone, verdict.new_spots) == ((), (), ())


@pytest.mark.parametrize("edit", EDITS)
def test_it_is_an_edit(edit):
    assert EDITS[edit] != BEFORE
