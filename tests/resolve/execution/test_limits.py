"""Code that runs for long, or for ever, ends in a blind spot, and the rest goes on."""

from tests.support.executed import executed, result_of

LIMIT = "execution-limit"


def test_gives_up_on_a_function_that_calls_itself():
    done = executed("def f(n): return f(n)\nx = f(1)\ny = 1")
    assert done.text("x") == "?"
    assert done.text("y") == "1"


def test_a_recursion_that_ends_soon_is_followed():
    assert result_of("def f(n): return [n] + f(n - 1) if n else []\nx = f(2)") == "[2, 1]"


def test_gives_up_on_calls_that_lie_too_deep():
    chain = "".join(f"def f{n}(): return f{n + 1}()\n" for n in range(30))
    assert result_of(f"{chain}def f30(): return 1\nx = f0()") == "?"
    assert result_of(f"{chain}def f30(): return 1\nx = f22()") == "1"


def test_gives_up_on_a_call_that_runs_too_long_and_the_module_goes_on():
    code = "def f():\n  import json\n  for a in range(1000):\n    for b in range(1000):\n      y = a\n  return 1\nx = f()\nz = 1"
    done = executed(code)
    assert done.text("x") == "?"
    assert done.text("z") == "1"
    assert done.spots == [("main.py", 7, LIMIT)]


def test_gives_up_on_many_long_calls_and_the_module_goes_on():
    code = "def f():\n  import json\n  for a in range(900):\n    y = a\n    y = a\n"
    calls = "f()\n" * 60
    done = executed(f"{code}{calls}z = 1")
    assert done.text("z") == "1"
    assert {kind for _, _, kind in done.spots} == {LIMIT}


def test_short_calls_are_no_blind_spots():
    done = executed("def f(n):\n  import json\n  return n\n" + "x = f(1)\n" * 2_000)
    assert done.spots == []
    assert done.text("x") == "1"


def test_gives_up_on_a_module_that_runs_too_long_and_its_importer_goes_on():
    loop = "y = 1\nfor a in range(1000):\n  for b in range(1000):\n    c = a\nz = 2"
    done = executed({"main.py": "from long import y\nx = y\nw = 1", "long.py": loop})
    assert done.text("x") == "1"
    assert done.text("w") == "1"
    assert done.spots == [("long.py", 0, LIMIT)]


def test_a_module_with_many_plain_statements_is_read_whole():
    done = executed("".join(f"x{n} = {n}\n" for n in range(20_000)))
    assert done.text("x19999") == "19999"
    assert done.spots == []


def test_gives_up_on_the_rest_of_a_loop_with_too_many_rounds():
    done = executed("x = []\nfor n in 'a' * 900 : x.append(n)\nfor a in [*x, *x, *x, *x, *x, *x, *x]: y = a\nz = 1")
    assert len(done.value("x").items) == 900
    assert done.text("z") == "1"


def test_gives_up_on_what_is_nested_too_deeply_and_the_importer_goes_on():
    deep = "x = " + "(" * 90 + "1" + ",)" * 90
    done = executed({"main.py": "import deep\ny = 1", "deep.py": deep})
    assert done.text("y") == "1"


def test_the_limits_are_counted_anew_for_every_module():
    slow = "for a in range(1000):\n  for b in range(150):\n    y = a\nx = 1"
    done = executed({"main.py": "import a, b\n", "a.py": slow, "b.py": slow})
    assert (done.text("x", "a"), done.text("x", "b")) == ("1", "1")
    assert done.spots == []
