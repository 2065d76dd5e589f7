import pytest

from cutpoint.domain.values import LARGEST, Mapping, Sequence, Unknown
from cutpoint.resolve.execution.budget import ITEMS_PER_MODULE
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


@pytest.mark.parametrize(
    "made", ["['a'] * 50_000", "('a',) * 50_000", "list(big)", "big[:50_000]", "[*big]", "big + ['a']"]
)
def test_many_large_values_are_followed_up_to_a_sum(made):
    code = f"big = ['a'] * 50_000\nall = []\nfor _ in range(200):\n    all.append({made})\nclass Order: pass\n"
    after = executed(code)
    kept = sum(
        len(each.items if type(each) is Sequence else each)
        for each in after.value("all").items
        if type(each) in (Sequence, tuple)
    )
    assert 50_000 < kept <= ITEMS_PER_MODULE
    assert [kind for _, _, kind in after.spots] == ["execution-limit"]
    assert after.text("Order") == "class main.Order"


def test_many_small_values_are_paid_for_by_their_steps():
    after = executed("all = []\nfor each in range(1_000):\n    all.append([each, each])\n")
    assert (len(after.value("all").items), after.spots) == (1_000, [])


def test_doubts_about_doubts_are_looked_at_once():
    branches = "\n".join(f"x = y if flag({n}) else x\ny = x if flag({n}) else ['{n}']" for n in range(60))
    after = executed(f"from elsewhere import flag\nx, y = ['a'], ['b']\n{branches}\nz = ['c'] + x\nclass Order: pass\n")
    assert after.text("Order") == "class main.Order"


def test_a_doubt_that_holds_itself_is_looked_at_once():
    code = "from elsewhere import flag\nimport main\nx = ['a']\n"
    code += "x = (main.x if flag(1) else x) if flag(2) else (x if flag(3) else main.x)\n" * 12
    after = executed(f"{code}for each in x: pass\nx = x + ['b']\nclass Order: pass\n")
    assert after.text("Order") == "class main.Order"
