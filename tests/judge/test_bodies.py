import ast
from random import Random
from textwrap import dedent

import pytest

from cutpoint.judge.bodies import SIZE, Bodies, Near, alike
from cutpoint.judge.compare import NEARLY_THE_SAME

CODE = '''
    def pay(invoice, how):
        """Pay it."""
        total = sum(line.amount for line in invoice.lines.all())
        if total > 100 and how == "card":
            raise ValueError("too much")
        for line in invoice.lines.all():
            line.paid = True
            line.save()
        invoice.order.state = "paid"
        invoice.order.save()
        return total
'''
OTHER = """
    def total(customer):
        found = {}
        while customer.waits():
            with customer.lock() as lock:
                found[lock.name] = [*lock.parts, None]
        try:
            return max(found.values(), key=len)
        except ValueError as error:
            print(f"nothing: {error}")
"""


def sketch(code, name="pay"):
    return Bodies(ast.parse(dedent(code))).sketch_of(name)


@pytest.mark.parametrize(
    "edited",
    [
        ast.unparse(ast.parse(dedent(CODE))),
        CODE.replace("line", "row")
        .replace("row in invoice.rows", "row in invoice.lines")
        .replace("total", "amount_of_all"),
        CODE.replace("\n        for", "\n\n        # each of them\n        for"),
        CODE.replace("Pay it.", "Pay it, as was agreed.\n\n        Twice if need be."),
        CODE.replace('        """Pay it."""\n', ""),
        CODE.replace(
            "    def pay(invoice, how):",
            "    @atomic\n    @retried(times=3)\n    def pay(invoice: Invoice, how: str = 'card') -> int:",
        ),
        CODE.replace("total = ", "total: int = "),
        CODE.replace("how", "way"),
    ],
)
def test_what_does_not_matter_changes_little(edited):
    share = alike(sketch(CODE), sketch(edited))
    assert share > 0.8


def test_most_of_it_is_nothing_at_all():
    assert sketch(CODE) == sketch(ast.unparse(ast.parse(dedent(CODE))))
    assert sketch(CODE) == sketch(CODE.replace("Pay it.", "Pay."))
    assert sketch(CODE) == sketch(CODE.replace("how", "way").replace("total", "amount"))
    assert sketch(CODE) == sketch(CODE.replace("total = ", "total: int = "))


@pytest.mark.parametrize(
    "edited",
    [
        "def pay(o):\n    rows = o.lines\n    rows.remove(1)\n    rows = o.lines\n    rows.add(f(o))",
        "def pay(o):\n    found: int = f(o)\n    o.lines.remove(1)\n    o.lines.add(found)",
        "def pay(o):\n    first = o\n    o.lines.remove(1)\n    second = f(first)\n    o.lines.add(second)",
    ],
)
def test_a_value_with_a_name_is_that_value(edited):
    assert sketch(edited) == sketch("def pay(o):\n    o.lines.remove(1)\n    o.lines.add(f(o))")


@pytest.mark.parametrize(
    "edited",
    [
        "def pay(o):\n    x = f(o)\n    g(x, x)",
        "def pay(o):\n    x = f(o)\n    x = g(x)\n    h(x)\n    x = f(o)",
        "def pay(o):\n    for x in o:\n        x = f(x)\n    g(x)",
        "def pay(o):\n    x = f(o)\n    if o:\n        g(x)\n    x = f(o)\n    if x: h()",
        "def pay(o):\n    a = b\n    b = a",
    ],
)
def test_a_name_that_may_hold_several_things_stays_a_name(edited):
    assert sketch(edited) == sketch(edited.replace("x", "y"))
    assert sketch(edited) != sketch("def pay(o):\n    g(f(o))")


def test_the_way_of_importing_is_nothing():
    code = "from shop.models import Order\ndef pay(o):\n    Order.objects.create(o)"
    ways = [
        "from shop.models import Order as Sale\ndef pay(o):\n    Sale.objects.create(o)",
        "import shop.models\ndef pay(o):\n    shop.models.Order.objects.create(o)",
        "from shop import models\ndef pay(o):\n    models.Order.objects.create(o)",
        "import shop.models as m\ndef pay(o):\n    m.Order.objects.create(o)",
    ]
    assert {sketch(way) for way in ways} == {sketch(code)}
    relative = ast.parse("from .models import Order\ndef pay(o):\n    Order.objects.create(o)")
    assert Bodies(relative, "shop").sketch_of("pay") == sketch(code)
    above = ast.parse("from ..models import Order\ndef pay(o):\n    Order.objects.create(o)")
    assert Bodies(above, "shop.tasks").sketch_of("pay") == sketch(code)


def test_its_own_name_is_nothing():
    assert sketch(CODE) == sketch(CODE.replace("def pay", "def settle"), "settle")


def test_a_line_more_in_a_function_of_ten_is_nearly_the_same():
    edited = CODE.replace("return total", "log.info(total)\n        return total")
    assert NEARLY_THE_SAME <= alike(sketch(CODE), sketch(edited)) < 1


def test_other_code_is_not():
    assert alike(sketch(CODE), sketch(OTHER, "total")) < 0.2


def test_called_names_and_constants_matter():
    assert sketch("def pay(o):\n    o.save()") != sketch("def pay(o):\n    o.delete()")
    assert sketch("def pay(o):\n    o.x = 1") != sketch("def pay(o):\n    o.x = 2")
    assert sketch("def pay(o):\n    f(o)") != sketch("def pay(o):\n    g(o)")


def test_names_that_patterns_bind_are_local():
    assert sketch("def pay(o):\n    match o:\n        case [a, *b]:\n            return a, b") == sketch(
        "def pay(p):\n    match p:\n        case [x, *y]:\n            return x, y"
    )


def test_names_are_qualified():
    bodies = Bodies(
        ast.parse(
            dedent(
                """
                class A:
                    def run(self):
                        def inner(): return 1
                    class B:
                        x = 1
                if True:
                    def run(): pass
                try:
                    pass
                except ValueError:
                    def late(): pass
                """
            )
        )
    )
    for name in ("", "A", "A.run", "A.run.inner", "A.B", "run", "late"):
        assert len(bodies.sketch_of(name)) == 2 * SIZE, name
    assert bodies.sketch_of("gone") == ""


def test_whoever_agrees_in_more_than_a_half_is_found():
    random = Random(1)
    sketches = {n: random.randbytes(SIZE).hex() for n in range(300)}
    for n in range(300, 600):
        at = random.sample(range(SIZE), SIZE // 2 - 1)
        touched_up = bytearray.fromhex(sketches[n - 300])
        for place in at:
            touched_up[place] ^= 1
        sketches[n] = touched_up.hex()
    near = Near(sketches.__getitem__)
    for n in range(600):
        near.add(n)
    for n in range(300):
        assert {n, n + 300} <= set(near.to(sketches[n + 300]))
        assert len(list(near.to(sketches[n]))) < 20
    assert list(near.to("")) == []


def test_nothing_is_alike_to_nothing():
    assert alike("", "") == 0
    assert alike(sketch(CODE), "") == 0
    assert alike(sketch(CODE), "ab") == 0


def test_the_same_bytes_on_every_machine():
    assert sketch("def pay(o):\n    o.save()") == sketch("def pay(o):\n    o.save()")
    assert sketch("def pay(o):\n    o.save()")[:16] == "af7bc91193c9cf6e"


def test_nested_beyond_the_stack_of_python():
    tree = ast.parse("x = 1")
    node: ast.stmt = ast.Pass()
    for _ in range(5_000):
        node = ast.If(ast.Constant(True), [node], [])
    tree.body = [ast.parse("def pay(): return 1").body[0], node]
    bodies = Bodies(tree)
    assert bodies.sketch_of("pay")
    assert bodies.sketch_of("") == bodies.sketch_of("")


def test_halves_of_characters():
    assert sketch('def pay(o):\n    o.x = "\\ud800"')
