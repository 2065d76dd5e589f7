import pytest

from tests.support.executed import executed, result_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'a,b'.split(',')", "['a', 'b']"),
        ("','.join(['a', 'b'])", "'a,b'"),
        ("','.join(n.upper() for n in 'ab')", "'A,B'"),
        ("'a-b'.replace('-', '_')", "'a_b'"),
        ("'a.b'.rpartition('.')", "('a', '.', 'b')"),
        ("'shop_x'.removesuffix('_x')", "'shop'"),
        ("'ab'.startswith(('a', 'c'))", "True"),
        ("'{}-{b}-{0}'.format('a', b=1)", "'a-1-a'"),
        ("' Ab '.strip().lower()", "'ab'"),
        ("{'a': 1}.get('a')", "1"),
        ("{'a': 1}.get('b')", "None"),
        ("{'a': 1}.get('b', 2)", "2"),
        ("{'a': 1}.items()", "(('a', 1))"),
        ("[*{'a': 1}.keys(), *{'b': 2}.values()]", "['a', 2]"),
        ("{'a': 1}.copy()", "{'a': 1}"),
        ("['a', 'b'].index('b')", "1"),
        ("{'a'}.union({'b'}, ['c'])", "{'a', 'b', 'c'}"),
    ],
)
def test_a_method_of_what_is_known(expression, expected):
    assert result_of(f"x = {expression}") == expected


@pytest.mark.parametrize(
    "expression",
    [
        "'a'.join(unknown)",
        "'a'.replace('a', unknown)",
        "'{:>10}'.format('a')",
        "'{}'.format(unknown)",
        "'a'.index('b')",
        "{**unknown}.get('a')",
        "'a'.encode()",
        "'a'.nothing()",
        "['a'].index('b')",
    ],
)
def test_a_method_on_what_is_not_known_is_unknown(expression):
    assert result_of(f"x = {expression}") == "?"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("x.append('c')", "['a', 'b', 'c']"),
        ("x.extend(['c', 'd'])", "['a', 'b', 'c', 'd']"),
        ("x.extend(unknown)", "['a', 'b', ?]"),
        ("x += ('c',)", "['a', 'b', 'c']"),
        ("x.remove('a')", "['b']"),
        ("x.remove('z')", "['a', 'b']"),
        ("x.pop()", "['a']"),
        ("x.reverse()", "['b', 'a']"),
        ("x.sort(reverse=True)", "['b', 'a']"),
        ("x.pop(0)", "['b']"),
        ("x[0] = 'c'", "['c', 'b']"),
        ("x[1:1] = ['c']", "['a', 'c', 'b']"),
        ("y = x.copy()\ny.append('c')", "['a', 'b']"),
        ("y = x\ny.append('c')", "['a', 'b', 'c']"),
    ],
)
def test_a_list_is_changed_in_place(statement, expected):
    assert result_of(f"x = ['a', 'b']\n{statement}") == expected


def test_an_item_that_is_inserted_comes_where_it_is_inserted():
    assert result_of("x = ['b']\nx.insert(0, 'a')") == "['a', 'b']"
    assert result_of("x = ['a', 'c']\nx.insert(x.index('c'), 'b')") == "['a', 'b', 'c']"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("x['b'] = 2", "{'a': 1, 'b': 2}"),
        ("x[unknown] = 2", "{'a': 1, ...}"),
        ("x.update({'b': 2}, c=3)", "{'a': 1, 'b': 2, 'c': 3}"),
        ("x.update(unknown)", "{'a': 1, ...}"),
        ("x.setdefault('a', 2)", "{'a': 1}"),
        ("x.setdefault('b', 2)", "{'a': 1, 'b': 2}"),
        ("x.pop('a')", "{}"),
        ("x.pop('z', None)", "{'a': 1}"),
    ],
)
def test_a_dict_is_changed_in_place(statement, expected):
    assert result_of(f"x = {{'a': 1}}\n{statement}") == expected


def test_what_a_branch_that_may_not_run_takes_away_stays():
    assert result_of("x = ['a', 'b']\nif unknown:\n  x.remove('a')") == "['a', 'b']"
    assert result_of("x = {'a': 1}\nif unknown:\n  x.pop('a')") == "{'a': 1}"
    assert result_of("x = ['a', 'b']\nif unknown:\n  x.pop()") == "['a', 'b']"


def test_items_know_where_and_on_which_branch_they_were_added():
    done = executed("x = ['a']\nx.append('b')\nif unknown:\n  x.append('c')\n  x += ['d']\n")
    places = done.value("x").places
    assert [(place.line, place.conditional) for place in places if place is not None][-3:] == [
        (2, False),
        (4, True),
        (5, True),
    ]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("BASE / 'apps'", "'/pkg/apps'"),
        ("BASE.parent", "'/'"),
        ("BASE.parent.parent", "?"),
        ("BASE.parent.parent / 'a'", "?"),
        ("BASE / '../../a'", "?"),
        ("BASE.name", "'pkg'"),
        ("BASE.parents[0]", "'/'"),
        ("BASE.joinpath('a', '..', 'b')", "'/pkg/b'"),
        ("str(BASE.resolve() / 'a')", "'/pkg/a'"),
    ],
)
def test_paths_are_texts_below_the_root(expression, expected):
    files = {
        "main.py": "import pkg.settings",
        "pkg/__init__.py": "",
        "pkg/settings.py": f"from pathlib import Path\nBASE = Path(__file__).resolve().parent\nx = {expression}",
    }
    assert executed(files).text("x", "pkg.settings") == expected
