"""No code is so wrong that reading it raises: what would fail when it runs is unknown here."""

from itertools import product

import pytest

from cutpoint.resolve.execution.known import KNOWN_FUNCTIONS, KNOWN_METHODS
from tests.support.executed import executed

START = "import os, sys, lib\nfrom django.db import models\nclass A:\n  y = 1\n  def f(self): return 1\n"
ODD = [
    "1",
    "'a'",
    "''",
    "[]",
    "['a', unknown]",
    "{'a': 1}",
    "(('a', 1), 2)",
    "None",
    "unknown",
    "A",
    "A()",
    "lib.thing()",
]
ODD += [
    "lambda *a: a",
    "os.environ.get('A', 'b')",
    "1 if unknown else 'a'",
    "slice(1)",
    "b'x'",
    "float('inf')",
    "-1",
    "globals()",
]
PLAIN_METHODS = [
    "append",
    "insert",
    "extend",
    "update",
    "remove",
    "pop",
    "index",
    "sort",
    "get",
    "setdefault",
    "items",
    "join",
    "format",
    "replace",
    "rjust",
    "split",
]
OPERATORS = [
    "+",
    "-",
    "*",
    "/",
    "//",
    "%",
    "**",
    "<<",
    "|",
    "&",
    "^",
    "@",
    "==",
    "!=",
    "<",
    ">=",
    "in",
    "and",
    "or",
    "is",
]


def survives(*expressions: str) -> bool:
    lines = "".join(f"x{number} = {expression}\n" for number, expression in enumerate(expressions))
    return executed(f"{START}{lines}end = 1").has("end")


@pytest.mark.parametrize("name", sorted(KNOWN_FUNCTIONS))
def test_a_known_function_takes_any_arguments(name):
    top, _, rest = name.partition(".")
    called, start = (rest, "") if top == "builtins" else (f"the_package.{rest}", f"import {top} as the_package\n")
    given = ["", *ODD, *map(", ".join, product(ODD[::2], ODD[::3])), *map(", ".join, product(ODD[::5], repeat=3))]
    lines = "".join(f"x = {called}({arguments})\n" for arguments in given)
    assert executed(f"{START}{start}{lines}end = 1").has("end")


@pytest.mark.parametrize("name", sorted({*KNOWN_METHODS, *PLAIN_METHODS}))
def test_a_method_takes_any_receiver_and_arguments(name):
    assert survives(*(f"({receiver}).{name}({given})" for receiver, given in product(ODD, ["", *ODD[::3], "'a', 1"])))


@pytest.mark.parametrize("operator", [*OPERATORS, "and", "or"])
def test_an_operator_takes_any_operands(operator):
    assert survives(*(f"({left}) {operator} ({right})" for left, right in product(ODD, repeat=2)))


@pytest.mark.parametrize(
    "statement",
    [
        "y = {0}\ny[{1}] = 1\ndel y[{1}]",
        "y = {0}\ny += {1}",
        "y = ({0})[{1}]",
        "for p, q in {0}: p\np, *q = {1}",
        "y = {{**({0})}}\nz = [*({1})]",
        "y = f'{{({0}):{{({1})}}}}'\nz = '{{}} {{a}} {{0}}'.format({0}, a={1})\nw = '%s %(a)s' % ({0})",
        "class B({0}, {1}): z = 1\ny = B.q\nz = B().q",
        "class M(type):\n  def __new__(mcs, *a): return {0}\nclass B({1}, metaclass=M): pass",
        "match {0}:\n  case [1, *r]: y = 1\n  case {{'a': 1, **r}}: y = 2\n  case A(y=1) as q: y = 3\n  case _: y = {1}",
        "with {0} as y: globals()[{1}] = 1",
        "A.__bases__ = ({0},)\nA.Meta = {1}\ny = A._meta.abstract\nz = A.q",
        "sys.path[0] = {0}\nsys.path = {1}",
    ],
)
def test_a_statement_takes_any_values(statement):
    for first in ODD:
        lines = "".join(f"{statement.format(first, second)}\n" for second in ODD)
        assert executed(f"{START}{lines}end = 1").has("end")
