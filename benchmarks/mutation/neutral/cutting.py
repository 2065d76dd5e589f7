"""Blocks that go out of a function: to one beside, to a helper module of the app, to a method, a base class or a mixin."""

import ast
import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.neutral.blocks import Block, blocks_in
from benchmarks.mutation.neutral.extraction import is_model, needed
from benchmarks.mutation.neutral.kind import FOLDERS_FOUND_BY_NAME, Edit, Edits, Texts
from benchmarks.mutation.splices import Splice, first_line, insert, parsed, spliced

_HEAD = re.compile(r"^class (?P<name>\w+)(?:\((?P<bases>[^#]*)\))?:\s*(?:#.*)?$")


class Cut(NamedTuple):
    """A block that was cut out of a file."""

    path: str
    block: Block
    call: Splice
    """What takes its place."""
    body: list[str]
    """Its lines and what it gives back, without indentation."""
    name: str

    def definition(self, indent: str, first: str = "") -> list[str]:
        """The new function, with *first* as its first parameter."""
        given = [first, *(name for name in self.block.given if name != first)] if first else [*self.block.given]
        body = (f"{indent}    {line}" if line else "" for line in self.body)
        return [f"{indent}def {self.name}({', '.join(given)}):", *body]


def _cut(path: str, text: str, block: Block, through: str = "") -> Cut:
    """*through* is the name by which the function reaches its own object, when the new one is a method of that."""
    lines = text.splitlines()
    indent = " " * block.statements[0].col_offset
    body = [line.removeprefix(indent) for line in lines[block.first - 1 : block.last]]
    name = f"{'_' if through else ''}part_of_{block.function.name.strip('_')}"
    taken = ", ".join(block.taken)
    given = ", ".join(each for each in block.given if each != through)
    called = f"{through}.{name}" if through else name
    call = f"{indent}{taken} = {called}({given})" if taken else f"{indent}{called}({given})"
    return Cut(
        path,
        block,
        Splice("", block.first, block.last, (call,)),
        [*body, f"return {taken}"] if taken else body,
        name,
    )


_Place = Callable[[Ground, Cut, str, ast.Module], Texts | None]


def _to(place: _Place, *, is_method: bool) -> Edit:
    """The first block of a file for which *place* has one."""

    def edit(ground: Ground, path: str, random: Random) -> Texts | None:
        text, tree = ground.project.files[path], ground.tree_of(path)
        for block in blocks_in(ground, path, random)[:20]:
            through = _own_name(block) if is_method else ""
            if tree is None or (is_method and not through):
                continue
            if is_method and is_model(ground, path, block.top):
                continue
            cut = _cut(path, text, block, through)
            texts = place(ground, cut, text, tree) if cut.name not in text else None
            if texts is not None:
                return texts
        return None

    return edit


def _own_name(block: Block) -> str:
    """What a method calls its own object; empty when it has none."""
    kinds = {"staticmethod", "classmethod"}
    if not isinstance(block.top, ast.ClassDef) or block.function is block.top:
        return ""
    if any(getattr(decorator, "id", "") in kinds for decorator in block.function.decorator_list):
        return ""
    names = [each.arg for each in block.function.args.args[:1]]
    return "self" if names == ["self"] else ""


def _beside(_ground: Ground, cut: Cut, text: str, _tree: ast.Module) -> Texts | None:
    end = cut.block.top.end_lineno or cut.block.top.lineno
    new = Splice("", end + 1, end, ("", "", *cut.definition("")))
    return {cut.path: spliced({"": text}, [cut.call, new])[0][""]}


def _in_the_class(_ground: Ground, cut: Cut, text: str, _tree: ast.Module) -> Texts | None:
    end = cut.block.function.end_lineno or cut.block.function.lineno
    indent = " " * cut.block.function.col_offset
    new = Splice("", end + 1, end, ("", *cut.definition(indent, "self")))
    return {cut.path: spliced({"": text}, [cut.call, new])[0][""]}


def _in_a_module_beside(_ground: Ground, cut: Cut, text: str, tree: ast.Module) -> Texts | None:
    return _with_module(cut, text, tree, cut.definition(""), cut.name, [])


def _in_a_mixin(_ground: Ground, cut: Cut, text: str, tree: ast.Module) -> Texts | None:
    name, head = with_base(cut.block.top, text)
    lines = [f"class {name}:", *cut.definition("    ", "self")]
    return _with_module(cut, text, tree, lines, name, head) if head else None


def _in_a_base_class(_ground: Ground, cut: Cut, text: str, _tree: ast.Module) -> Texts | None:
    name, head = with_base(cut.block.top, text)
    if not head:
        return None
    above = first_line(cut.block.top) - 1
    base = Splice("", above + 1, above, (f"class {name}:", *cut.definition("    ", "self"), "", ""))
    return {cut.path: spliced({"": text}, [cut.call, base, *head])[0][""]}


def _with_module(
    cut: Cut, text: str, tree: ast.Module, definition: list[str], name: str, more: list[Splice]
) -> Texts | None:
    return moved_to_module(cut.path, text, tree, definition, name, first_line(cut.block.top), [cut.call, *more])


def moved_to_module(
    path: str, text: str, tree: ast.Module, definition: list[str], name: str, above: int, splices: list[Splice]
) -> Texts | None:
    """*definition* in a new module beside *path*, with the imports that it needs, and its *name* imported *above* a line."""
    folder, _, file = path.rpartition("/")
    new = parsed("\n".join(definition) + "\n")
    imports = needed(new.body[0], tree) if new is not None else None
    if imports is None or file == "__init__.py" or folder.rpartition("/")[2] in FOLDERS_FOUND_BY_NAME:
        return None
    stem = f"parts_of_{file.removesuffix('.py')}"
    head = [ast.get_source_segment(text, each) or "" for each in imports]
    changed = spliced({"": text}, [*splices, insert("", above - 1, f"from .{stem} import {name}")])[0][""]
    return {path: changed, f"{folder}/{stem}.py": "\n".join([*head, "", "", *definition, ""])}


def with_base(top: ast.stmt, text: str) -> tuple[str, list[Splice]]:
    """A base class more for the class *top*: its name, and the line that says so; none where the head takes more lines."""
    line = text.splitlines()[top.lineno - 1]
    head = _HEAD.match(line)
    if head is None:
        return "", []
    name = f"PartOf{head['name']}"
    bases = ", ".join(filter(None, [name, head["bases"]]))
    return name, [Splice("", top.lineno, top.lineno, (f"class {head['name']}({bases}):",))]


KINDS: Edits = {
    "block to a function": _to(_beside, is_method=False),
    "block to a helper module": _to(_in_a_module_beside, is_method=False),
    "block to a method": _to(_in_the_class, is_method=True),
    "block to a mixin": _to(_in_a_mixin, is_method=True),
    "block to a base class": _to(_in_a_base_class, is_method=True),
}
