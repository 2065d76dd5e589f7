"""Other names: of locals and parameters in a function, of functions, methods and classes wherever they are named."""

import ast
import builtins
import io
import re
import tokenize
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from random import Random

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.kind import Edit, Edits, Texts, of_text
from benchmarks.mutation.splices import parsed

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_WORD = re.compile(r"[^\W\d]\w*")
_Place = tuple[int, int, int]
"""Row, and first and last column in bytes."""


def _locals(text: str) -> str | None:
    """Every name that one function alone binds."""
    tree = parsed(text)
    if tree is None:
        return None
    places: list[_Place] = []
    for function in _outermost(tree):
        own = _own_names(function)
        places += [_place(node) for node in ast.walk(function) if isinstance(node, ast.Name) and node.id in own]
    return _renamed_at(text, places)


def _parameters(ground: Ground, path: str, _random: Random) -> Texts | None:
    """Positional parameters of the module's own functions that nobody in the project names in a call."""
    tree = ground.tree_of(path)
    places: list[_Place] = []
    for function in tree.body if tree is not None else ():
        if not isinstance(function, _Function) or function.decorator_list or not _is_simple(function):
            continue
        named = _keywords(ground)
        own = {each.arg for each in function.args.args if each.arg not in named}
        nested = [
            each.arg
            for node in ast.walk(function)
            if isinstance(node, ast.Lambda | _Function) and node is not function
            for each in ast.walk(node.args)
            if isinstance(each, ast.arg)
        ]
        own -= set(nested)
        places += [_place(node) for node in ast.walk(function) if isinstance(node, ast.Name) and node.id in own]
        places += [
            (each.lineno, each.col_offset, each.col_offset + len(each.arg.encode()))
            for each in function.args.args
            if each.arg in own
        ]
    text = _renamed_at(ground.project.files[path], places)
    return {path: text} if text else None


def _outermost(tree: ast.Module) -> Iterator[_Function]:
    for node in tree.body:
        for each in node.body if isinstance(node, ast.ClassDef) else (node,):
            if isinstance(each, _Function) and _is_simple(each):
                yield each


def _is_simple(function: _Function) -> bool:
    """Whether no name in it belongs to anything but functions, and none is taken by its text."""
    return not any(
        isinstance(node, ast.ClassDef | ast.Global | ast.Nonlocal)
        or (isinstance(node, ast.Name) and node.id in {"locals", "vars", "eval", "exec"})
        for node in ast.walk(function)
    )


def _own_names(function: _Function) -> set[str]:
    stored = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    others: set[str] = set()
    for node in ast.walk(function):
        match node:
            case ast.arg(arg=name) | ast.ExceptHandler(name=str(name)):
                others.add(name)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                others.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                others.add(name)
            case ast.alias(name=name, asname=asname):
                others.add(asname or name.partition(".")[0])
    return stored - others


def _place(node: ast.Name) -> _Place:
    return node.lineno, node.col_offset, node.end_col_offset or 0


def _renamed_at(text: str, places: Iterable[_Place]) -> str | None:
    lines = [line.encode() for line in text.splitlines()]
    found = sorted(set(places), reverse=True)
    for row, first, last in found:
        line = lines[row - 1]
        # In Python before 3.12, what stands in an f-string has no place of its own.
        if not _WORD.fullmatch(line[first:last].decode()):
            return None
        lines[row - 1] = line[:last] + b"_renamed" + line[last:]
    changed = b"\n".join(lines).decode() + "\n"
    return changed if found and parsed(changed) is not None else None


def _everywhere(kind: type[ast.stmt] | tuple[type[ast.stmt], ...], *, in_classes: bool) -> Edit:
    """A definition of the module gets another name, and everybody who names it says the new one."""

    def edit(ground: Ground, path: str, random: Random) -> Texts | None:
        tree = ground.tree_of(path)
        found: list[str] = []
        for node in tree.body if tree is not None else ():
            if in_classes and isinstance(node, ast.ClassDef):
                found += [each.name for each in node.body if isinstance(each, _Function)]
            elif not in_classes and isinstance(node, kind):
                found.append(getattr(node, "name", ""))
        names = [name for name in found if _is_free(ground, name)]
        return _renamed_everywhere(ground, random.choice(names)) if names else None

    return edit


def _is_free(ground: Ground, name: str) -> bool:
    """Whether *name* means one thing in the whole project, and neither a text nor a framework asks for it."""
    return (
        len(name) > 8
        and not name.startswith(("__", "test_", "get_", "clean_", "resolve_", "perform_", "save_", "has_", "delete_"))
        and not hasattr(builtins, name)
        and _definitions(ground)[name] == 1
        and name not in _words_of_texts(ground)
        and len(_holders(ground).get(name, ())) > 0
        and name not in {model.name for model in ground.catalog.models}
        and (_uses(ground)[name] > 1)
    )


def _renamed_everywhere(ground: Ground, name: str) -> Texts | None:
    texts: Texts = {}
    for path in _holders(ground)[name]:
        text = ground.project.files[path]
        lines = text.splitlines()
        places = []
        for token in _tokens(text):
            if token.type == tokenize.NAME and token.string == name:
                first = len(lines[token.start[0] - 1][: token.start[1]].encode())
                places.append((token.start[0], first, first + len(name.encode())))
        changed = _renamed_at(text, places)
        if changed is None:
            return None
        texts[path] = changed
    return texts


def _tokens(text: str) -> list[tokenize.TokenInfo]:
    try:
        return list(tokenize.generate_tokens(io.StringIO(text).readline))
    except (tokenize.TokenError, SyntaxError):
        return []


@cache
def _keywords(ground: Ground) -> frozenset[str]:
    trees = (ground.tree_of(path) for path in ground.project.files)
    return frozenset(
        node.arg
        for tree in trees
        if tree is not None
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg is not None
    )


@cache
def _definitions(ground: Ground) -> Counter[str]:
    trees = (ground.tree_of(path) for path in ground.project.files)
    return Counter(
        node.name
        for tree in trees
        if tree is not None
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef | _Function)
    )


@cache
def _holders(ground: Ground) -> dict[str, list[str]]:
    """Paths of the files in which a word stands; those that can't be changed make all their words taken."""
    found: dict[str, list[str]] = {}
    for path, text in sorted(ground.project.files.items()):
        for word in sorted(set(_WORD.findall(text))):
            found.setdefault(word, []).append(path)
    return found


@cache
def _uses(ground: Ground) -> Counter[str]:
    return Counter(word for text in ground.project.files.values() for word in _WORD.findall(text))


@cache
def _words_of_texts(ground: Ground) -> frozenset[str]:
    found: set[str] = set()
    for path, text in ground.project.files.items():
        tree = ground.tree_of(path)
        if tree is None:
            found.update(_WORD.findall(text))
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                found.update(_WORD.findall(ast.unparse(node)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.update(_WORD.findall(node.value))
    return frozenset(found)


KINDS: Edits = {
    "locals renamed": of_text(_locals),
    "parameters renamed": _parameters,
    "function renamed": _everywhere((ast.FunctionDef, ast.AsyncFunctionDef), in_classes=False),
    "method renamed": _everywhere(ast.FunctionDef, in_classes=True),
    "class renamed": _everywhere(ast.ClassDef, in_classes=False),
}
