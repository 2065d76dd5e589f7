import pytest

from cutpoint.domain.values import LARGEST, Mapping, Sequence, Unknown
from tests.support.executed import executed

GROWING = [
    ("['a']", "x = x + x"),
    ("['a']", "x += x"),
    ("['a']", "x = x * 2"),
    ("['a']", "x = [*x, *x]"),
    ("('a',)", "x = x + x"),
    ("('a',)", "x = (*x, *x)"),
    ("('a',)", "x = x * 2"),
    ("'a'", "x = x + x"),
    ("'a'", "x += x"),
    ("'a'", "x = x * 2"),
    ("'a'", "x = f'{x}{x}'"),
    ("'a'", "x = '%s%s' % (x, x)"),
    ("'a'", "x = '{}{}'.format(x, x)"),
    ("'a'", "x = x.join([x, x])"),
    ("'a'", "x = x.replace('a', 'aa')"),
    ("3", "x = x * x"),
]


@pytest.mark.parametrize(("start", "step"), GROWING)
def test_a_value_that_doubles_is_followed_up_to_a_size_and_the_rest_is_seen(start, step):
    after = executed(f"x = {start}\nfor _ in range(60):\n    {step}\nclass Order: pass\n")
    x = after.value("x")
    assert type(x) is Unknown or len(x.items if type(x) is Sequence else x) <= LARGEST
    assert "execution-limit" in [kind for _, _, kind in after.spots]
    assert len(after.spots) == len(set(after.spots))
    assert after.text("Order") == "class main.Order"


def test_a_value_of_the_largest_size_is_followed():
    after = executed(f"x = ['a'] * {LARGEST}\ny = 'a' * {LARGEST}\n")
    assert (len(after.value("x").items), len(after.value("y")), after.spots) == (LARGEST, LARGEST, [])


@pytest.mark.parametrize("step", ["x = (x, x)", "x = [x, x]", "x = {'a': x, 'b': x}"])
def test_values_inside_values_are_compared_without_being_walked(step):
    loops = f"x = 'a'\nfor _ in range(60):\n    {step}\ny = x\nx = 'a'\nfor _ in range(60):\n    {step}\n"
    after = executed(f"{loops}equal = x == y\nless = x < y\nclass Order: pass\n")
    assert type(after.value("x")) in (tuple, Sequence, Mapping)
    assert after.text("Order") == "class main.Order"
