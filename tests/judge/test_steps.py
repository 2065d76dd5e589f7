import ast
from textwrap import dedent

import pytest

from cutpoint.judge.bodies import Bodies, alike, prints_in, with_prints


def steps(code, name="pay"):
    return Bodies(ast.parse(dedent(code))).steps_of(name)


def prints(code, name="pay"):
    return [step.prints for step in steps(code, name)]


@pytest.mark.parametrize(
    "code",
    [
        "def pay(order):\n    order.save(force=True)",
        "def pay(self):\n    return self.order.save(force=True)",
        "def pay(request):\n    done = request.orders[0].save(force=True)\n    return done, done",
        "class A:\n    def pay(self, it):\n        it.save( force = True )\n        pass",
        "def pay(order):\n    if order:\n        order.save(force=True)",
        "def pay():\n    def inner(order):\n        order.save(force=True)",
    ],
)
def test_one_step_in_many_words(code):
    (wanted,) = prints("def pay(o):\n    o.save(force=True)")
    assert wanted in prints(code, "A.pay" if "class" in code else "pay")


@pytest.mark.parametrize(
    "code",
    [
        "def pay(order):\n    order.save(force=False)",
        "def pay(order):\n    order.delete(force=True)",
        "def pay():\n    Order.save(force=True)",
        "def pay(order):\n    order.save.later(force=True)",
        "def pay(order):\n    order.save = True",
    ],
)
def test_and_others(code):
    assert prints(code) != prints("def pay(o):\n    o.save(force=True)")


def test_what_says_next_to_nothing_is_no_step():
    code = """
        def pay(order):
            '''Pay it.'''
            import json
            total = order.total
            pass
            if order:
                return None
            return total, 1
    """
    assert len(prints(code)) == 1


def test_a_value_comes_along_or_not():
    (first, second) = prints("def pay(pk):\n    order = Order.objects.get(pk=pk)\n    order.delete()")
    assert prints("def pay(pk):\n    Order.objects.get(pk=pk).delete()")[0] <= first | second
    assert prints("def pay(order):\n    order.delete()")[0] <= first | second


def test_words_are_names_of_others():
    (step,) = steps("from shop.more import store as s\ndef pay(self, order):\n    self.run(s(order.line))")
    assert {"store", "run"} <= step.words
    assert {"s", "order", "line", "self"}.isdisjoint(step.words)


def test_locals_of_the_function_around_are_locals():
    code = "def pay(order):\n    def inner():\n        order.delete()\n    inner()"
    assert prints(code, "pay.inner") == prints("def pay(order):\n    order.delete()")


def test_only_functions_have_steps():
    code = "x = f(1)\nclass A:\n    y = f(2)\n"
    assert steps(code, "") == steps(code, "A") == steps(code, "gone") == ()


def test_gives_up_on_the_longest_functions():
    def long(count):
        return "def pay(o):\n" + "".join(f"    f({n}, o)\n" for n in range(count))

    assert (len(steps(long(300))), steps(long(301))) == (300, ())


def test_prints_stand_behind_the_sketch_and_leave_it_alone():
    bodies = Bodies(ast.parse("def pay(o):\n    o.save()\n    o.log(1)\n"))
    sketch = bodies.sketch_of("pay")
    both = with_prints(sketch, bodies.steps_of("pay"))
    assert prints_in(both) == {each for step in bodies.steps_of("pay") for each in step.prints}
    assert (prints_in(sketch), prints_in("")) == (frozenset(), frozenset())
    assert alike(sketch, both) == 1


def test_the_same_bytes_on_every_machine():
    assert prints("def pay(o):\n    o.save()") == [{"06c3"}]


def test_halves_of_characters_and_long_sums():
    assert prints('def pay(o):\n    o.x = "\\ud800"')
    assert prints("def pay(o):\n    f(" + "o + " * 500 + "o)")


def test_names_that_stand_for_twice_the_one_before_end():
    doubled = "\n".join(f"    n{n + 1} = n{n} + n{n}" for n in range(40))
    found = steps(f"def pay(order):\n    n0 = order.total()\n{doubled}\n    order.save(n40)")
    assert any("save" in step.words for step in found)
