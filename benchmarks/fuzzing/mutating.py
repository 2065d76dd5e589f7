"""Source code goes in, other source code comes out: nodes of its tree dropped, doubled, swapped and replaced, or its bytes damaged."""

import ast
import random
import warnings
from collections.abc import Callable, Iterator

_ODD_NAMES = ("self", "None", "models", "objects", "__all__", "__class__", "INSTALLED_APPS", "é", "_")
_ODD_VALUES = (
    None,
    True,
    0,
    -1,
    2**70,
    1e308,
    3j,
    "",
    "self",
    "a.b.c.d",
    "\0",
    "\ud800",
    b"\xff",
    ...,
    "%s %(x)s {} {0!r}",
)
Place = tuple[ast.AST, str, int | None]
"""A node, the name of a field of it, and the number in that when it is a list."""


def mutated(source: bytes, donor: bytes, chance: random.Random) -> bytes:
    """*source* after up to eight changes to its tree, some with nodes of *donor*; itself when no parser reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            tree, other = ast.parse(source), ast.parse(donor)
        except (SyntaxError, ValueError):
            return source
    for _ in range(chance.randint(1, 8)):
        chance.choice(_CHANGES)(tree, other, chance)
    try:
        return ast.unparse(tree).encode("utf-8", "backslashreplace")
    except (ValueError, TypeError, AttributeError, RecursionError):
        # What is no tree any more has no text.
        return source


def damaged(data: bytes, chance: random.Random) -> bytes:
    """*data* with bytes of it changed, in one way of many."""
    return chance.choice(_DAMAGES)(data, chance)


def _statements(tree: ast.AST) -> Iterator[tuple[list[ast.stmt], int]]:
    for node in ast.walk(tree):
        for _, value in ast.iter_fields(node):
            if isinstance(value, list):
                yield from ((value, number) for number, item in enumerate(value) if isinstance(item, ast.stmt))


def _expressions(tree: ast.AST) -> Iterator[tuple[Place, ast.expr]]:
    for node in ast.walk(tree):
        for name, value in ast.iter_fields(node):
            if isinstance(value, ast.expr):
                yield (node, name, None), value
            elif isinstance(value, list):
                for number, item in enumerate(value):
                    if isinstance(item, ast.expr):
                        yield (node, name, number), item


def _put(place: Place, value: ast.AST) -> None:
    node, name, number = place
    if number is None:
        setattr(node, name, value)
    else:
        getattr(node, name)[number] = value


def _drop_statement(tree: ast.AST, _other: ast.AST, chance: random.Random) -> None:
    if found := list(_statements(tree)):
        block, number = chance.choice(found)
        # An empty block has no text: what stays says nothing.
        block[number] = ast.Pass()


def _double_statement(tree: ast.AST, _other: ast.AST, chance: random.Random) -> None:
    if found := list(_statements(tree)):
        block, number = chance.choice(found)
        block.insert(chance.randint(0, len(block)), block[number])


def _move_statement(tree: ast.AST, other: ast.AST, chance: random.Random) -> None:
    here, there = list(_statements(tree)), list(_statements(chance.choice((tree, other))))
    if here and there:
        block, number = chance.choice(here)
        from_block, from_number = chance.choice(there)
        if not any(child is block for child in _blocks(from_block[from_number])):
            block.insert(number, from_block[from_number])


def _blocks(statement: ast.stmt) -> Iterator[object]:
    for node in ast.walk(statement):
        yield from (value for _, value in ast.iter_fields(node) if isinstance(value, list))


def _swap_expressions(tree: ast.AST, other: ast.AST, chance: random.Random) -> None:
    here, there = list(_expressions(tree)), list(_expressions(chance.choice((tree, other))))
    if here and there:
        (place, old), (_, new) = chance.choice(here), chance.choice(there)
        if not any(node is place[0] for node in ast.walk(new)):
            _put(place, new)
            if chance.random() < 0.2:
                # An operand of what it was in, and once more.
                _put(place, ast.Tuple([ast.Starred(new), old]))


def _rename(tree: ast.AST, other: ast.AST, chance: random.Random) -> None:
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    known = sorted({node.id for node in ast.walk(other) if isinstance(node, ast.Name)})
    if names:
        chance.choice(names).id = chance.choice([*known, *_ODD_NAMES])


def _rename_attribute(tree: ast.AST, other: ast.AST, chance: random.Random) -> None:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    known = sorted({node.attr for node in ast.walk(other) if isinstance(node, ast.Attribute)})
    if found and known:
        chance.choice(found).attr = chance.choice(known)


def _change_constant(tree: ast.AST, other: ast.AST, chance: random.Random) -> None:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    known = [node.value for node in ast.walk(other) if isinstance(node, ast.Constant)]
    if found:
        chance.choice(found).value = chance.choice([*known, *_ODD_VALUES])


def _rename_definition(tree: ast.AST, _other: ast.AST, chance: random.Random) -> None:
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)]
    if found:
        chance.choice(found).name = chance.choice(found).name


def _wrap_statement(tree: ast.AST, _other: ast.AST, chance: random.Random) -> None:
    if found := list(_statements(tree)):
        block, number = chance.choice(found)
        inner, test = block[number], ast.Name(chance.choice(_ODD_NAMES[2:5]))
        wrapped = (
            ast.If(test, [inner], []),
            ast.While(test, [inner], []),
            ast.For(ast.Name("item"), test, [inner], []),
            ast.Try([inner], [ast.ExceptHandler(None, None, [ast.Pass()])], [], []),
            ast.With([ast.withitem(test, None)], [inner]),
            ast.ClassDef("Wrapped", [test], [], [inner], []),
        )
        block[number] = chance.choice(wrapped)


def _shuffle(tree: ast.AST, _other: ast.AST, chance: random.Random) -> None:
    if isinstance(tree, ast.Module):
        chance.shuffle(tree.body)


_CHANGES: tuple[Callable[[ast.AST, ast.AST, random.Random], None], ...] = (
    _drop_statement,
    _double_statement,
    _move_statement,
    _move_statement,
    _swap_expressions,
    _swap_expressions,
    _swap_expressions,
    _rename,
    _rename_attribute,
    _change_constant,
    _rename_definition,
    _wrap_statement,
    _shuffle,
)


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30)) if data else 0):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    part = data[start : start + chance.choice((1, 10, 100))]
    return data[:start] + part * chance.choice((2, 10, 300)) + data[start:]


def _insert(data: bytes, chance: random.Random) -> bytes:
    place = chance.randint(0, len(data))
    return data[:place] + chance.choice(_ODD_BYTES) + data[place:]


_ODD_BYTES = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\x0c", b"\r", b"\x1a", b"\t", b"(" * 300, b"\\\n", b"'''", b'f"{', b"\xc3",
    "\u202e\u2028\x85".encode(), b"#" * 5_000, b"\n" * 2_000, b"<<<<<<< HEAD\n", b"print 'x'\n", b"x = " + b"-" * 3_000 + b"1\n",
    b"if 1:\n" + b"\tx = 1\n        y = 2\n", b"A = " + b"9" * 6_000 + b"\n", b"a" * 70_000,
)  # fmt: skip
_DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _flip,
    _cut,
    _repeat,
    _insert,
    _insert,
    lambda data, _chance: b"\xef\xbb\xbf" + data,
    lambda data, _chance: data.replace(b"\n", b"\r\n"),
    lambda data, _chance: data.replace(b"\n", b"\r"),
    lambda data, _chance: data.replace(b"    ", b"\t"),
    lambda data, _chance: data.decode("utf-8", "replace").encode("utf-16"),
    lambda data, chance: (
        f"# coding: {chance.choice(('latin-1', 'utf-7', 'rot13', 'nothing', 'utf-16', 'idna'))}\n".encode() + data
    ),
    lambda _data, _chance: b"",
    lambda data, _chance: data + b"\0",
)
