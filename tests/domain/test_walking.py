"""Every node of a piece of skeleton: none left out, and no list of numbers among them."""

import ast

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import nodes_in
from cutpoint.recognize.statements import StatementLowering

CODE = """
import os
from a import b

@name0
class Order(Base[name1], metaclass=Meta, key=name69):
    field: int = name70
    other = [name2, *name3, (name4, 41, 42), {name5}, {name6: name7, **name8}]

    @property
    def total(self, given: name9 = name10, /, *args, key=name11, **kwargs) -> name12:
        return hidden

async def run():
    await wait()

name13 += -name14 + name15 * 2
del name16[name17:name18:name19]
if name20 < name21 <= name22 and not name23:
    name24.attribute(name25, *name26, key=name27, **name28)
elif name29:
    raise name30 from None
else:
    assert name31, "text"
for name32 in name33:
    break
else:
    name34 if name35 else name36
while name37:
    continue
else:
    f"{name38:>{name39}} {name40}"
try:
    [name41 for name42 in name43 if name44 for name45 in name46]
except name47 as error:
    {name48: name49 for name50 in name51}
else:
    (lambda given=name52: name53)
finally:
    (name54 := name55)
with name56 as name57, name58:
    global_name = await_me
match name59:
    case name60.KEY | name60.OTHER if name61:
        name62
    case Point(name63.X, y=name64.Y) | [name65.A, *_] | {name66.K: name67.V} as whole:
        name68
numbers = [41, 42, 45, 46]
f(3, [1, 2], [45, [1, 2]])
"""
NAMES = 71


def lowered(text):
    return StatementLowering(bodies=True).lower_body(ast.parse(text).body)


def test_every_name_is_met():
    met = list(nodes_in(*lowered(CODE)))
    found = {node[1] for node in met if type(node) is list and node[0] in (sk.NAME, sk.NAMED)}
    assert {f"name{number}" for number in range(NAMES)} - found == set()
    assert sum(type(node) is bytes for node in met) == 2


def test_numbers_are_no_nodes():
    body = lowered("numbers = [41, 42, 45, 46]\nf(3, [1, 2], [45, [1, 2]])")
    assert sorted(node[0] for node in nodes_in(*body)) == sorted(
        [sk.ASSIGN, sk.NAME, sk.LIST, sk.EXPRESSION, sk.CALL, sk.NAME, sk.LIST, sk.LIST, sk.LIST]
    )


def test_nothing():
    assert list(nodes_in()) == []
    assert list(nodes_in(None, 3, "text", [])) == []
