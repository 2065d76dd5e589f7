"""New writes beside those that are accepted, or in the place of one that was deleted."""

import ast
from random import Random
from string import Template

from benchmarks.mutation.ground import Function, Ground
from benchmarks.mutation.planted.disguised import SAME, accepted_writes
from benchmarks.mutation.planted.kind import Kinds, Plant, at, at_end, random_spot, tables_of, words
from benchmarks.mutation.splices import Splice, blocks, ends_its_line, insert, starts_its_line
from cutpoint.domain.catalog import Model, Module
from cutpoint.domain.finding import Finding

_LONG = 8


def _accepted(ground: Ground, random: Random) -> tuple[Finding, Module, ast.stmt, Function, Model] | None:
    """An accepted write that is a statement of its own, in a function."""
    findings = accepted_writes(ground)
    if not findings:
        return None
    finding, model = random.choice(findings)
    module = next((module for module in ground.modules if module.path == finding.place.path), None)
    tree = ground.tree_of(finding.place.path) if module is not None else None
    if module is None or tree is None:
        return None
    lines = ground.project.files[module.path].splitlines()
    for _, function, _ in (each for each in ground.functions if each[0] == module):
        for statement in (statement for block in blocks(function) for statement in block):
            place = (statement.lineno, statement.end_lineno)
            is_alone = isinstance(statement, ast.Expr) and place == (finding.place.line, finding.place.end_line)
            if is_alone and starts_its_line(statement, lines) and ends_its_line(statement, lines):
                return finding, module, statement, function, model
    return None


def _again(ground: Ground, random: Random) -> Plant | None:
    found = _accepted(ground, random)
    if found is None:
        return None
    _, module, statement, _, model = found
    last = statement.end_lineno or statement.lineno
    again = "\n".join(ground.project.files[module.path].splitlines()[statement.lineno - 1 : last])
    return Plant(module.name, (insert(module.path, last, again),), tables_of(model))


def _elsewhere(ground: Ground, random: Random) -> Plant | None:
    found = _accepted(ground, random)
    spot = random_spot(ground, random)
    if found is None or spot is None:
        return None
    finding, module, statement, _, model = found
    if ground.services.of_module(spot.module.name) != finding.key.source or spot.module == module:
        return None
    text = Template("from $models import $Model\n" + SAME[finding.key.action]).substitute(
        words(model, ground.field_of(model) or "")
    )
    return Plant(spot.module.name, (at(spot, text), _without(module, statement)), tables_of(model))


def _in_another_function(ground: Ground, random: Random) -> Plant | None:
    found = _accepted(ground, random)
    if found is None:
        return None
    finding, module, statement, function, model = found
    others = [each for each in ground.functions if each[0] == module and each[1] is not function]
    spots = [spot for _, other, _ in others for spot in ground.spots_in(module, other)]
    if not spots:
        return None
    text = Template("from $models import $Model\n" + SAME[finding.key.action]).substitute(
        words(model, ground.field_of(model) or "")
    )
    return Plant(module.name, (at(random.choice(spots), text), _without(module, statement)), tables_of(model))


def _in_a_new_function(ground: Ground, random: Random) -> Plant | None:
    found = _accepted(ground, random)
    if found is None:
        return None
    finding, module, statement, _, model = found
    text = _as_function(ground, finding, model)
    return Plant(module.name, (at_end(ground, module, text), _without(module, statement)), tables_of(model))


def _in_a_new_function_of_others(ground: Ground, random: Random) -> Plant | None:
    """Another function calls it, and the one that lost its write calls something else."""
    found = _accepted(ground, random)
    if found is None:
        return None
    finding, module, statement, function, model = found
    others = [each for each in ground.functions if each[0] == module and each[1] is not function]
    spots = [spot for _, other, _ in others for spot in ground.spots_in(module, other)]
    if not spots:
        return None
    splices = (
        at_end(ground, module, _as_function(ground, finding, model)),
        at(random.choice(spots), "planted(1)"),
        _without(module, statement, "print('deleted')"),
    )
    return Plant(module.name, splices, tables_of(model))


def _as_function(ground: Ground, finding: Finding, model: Model) -> str:
    text = Template("from $models import $Model\n" + SAME[finding.key.action]).substitute(
        words(model, ground.field_of(model) or "")
    )
    return "\n\ndef planted(pk):\n" + "".join(f"    {line}\n" for line in text.splitlines())


_OTHERWISE = {
    "delete": "from django.db import connection\nconnection.cursor().execute('DELETE FROM $table')",
    "update": "from django.db import connection\nconnection.cursor().execute('UPDATE $table SET $field = NULL')",
    "insert": "from django.db import connection\nconnection.cursor().execute('INSERT INTO $table DEFAULT VALUES')",
    "save": "from $models import $Model\n$Model.objects.filter(pk=1).update($field=None)",
}
"""What does nearly the same as a write with this action, by other means."""


def _in_its_place(ground: Ground, random: Random) -> Plant | None:
    found = _accepted(ground, random)
    if found is None:
        return None
    finding, module, statement, _, model = found
    text = Template(_OTHERWISE[finding.key.action]).substitute(words(model, ground.field_of(model) or ""))
    indent = " " * statement.col_offset
    lines = tuple(f"{indent}{line}" for line in text.splitlines())
    splice = Splice(module.path, statement.lineno, statement.end_lineno or statement.lineno, lines)
    return Plant(module.name, (splice,), tables_of(model))


def _in_a_copy(ground: Ground, random: Random) -> Plant | None:
    """The function is copied; the write is in the copy only, and all the rest in both."""
    found = _accepted(ground, random)
    if found is None:
        return None
    _, module, statement, function, model = found
    is_plain = function in getattr(ground.tree_of(module.path), "body", ()) and not function.decorator_list
    if not is_plain or sum(isinstance(node, ast.stmt) for node in ast.walk(function)) < _LONG:
        return None
    copy = ast.unparse(function).replace(f"def {function.name}(", f"def planted_{function.name}(", 1)
    return Plant(module.name, (_without(module, statement), at_end(ground, module, copy)), tables_of(model))


def _without(module: Module, statement: ast.stmt, instead: str = "pass") -> Splice:
    indent = " " * statement.col_offset
    return Splice(module.path, statement.lineno, statement.end_lineno or statement.lineno, (f"{indent}{instead}",))


def _in_a_new_module(ground: Ground, random: Random) -> Plant | None:
    module = random.choice(ground.modules)
    models = [model for model in ground.models if ground.is_foreign(module, model)]
    if not models:
        return None
    model = random.choice(models)
    text = Template(
        "from $models import $Model\n\n\ndef planted(pk):\n    $Model.objects.filter(pk=pk).update($field=None)\n"
    ).substitute(words(model, ground.field_of(model) or ""))
    path = f"{module.path.rpartition('/')[0]}/planted_module.py"
    name = module.name if module.path.endswith("__init__.py") else module.name.rpartition(".")[0]
    return Plant(f"{name}.planted_module", (insert(path, 0, text),), tables_of(model))


KINDS: Kinds = {
    "a second one beside an accepted one": _again,
    "rides on one deleted in another module": _elsewhere,
    "rides on one deleted in another function": _in_another_function,
    "rides on one deleted, in a new function": _in_a_new_function,
    "rides on one deleted, in a new function of others": _in_a_new_function_of_others,
    "by other means in the place of one deleted": _in_its_place,
    "a copy of the function has it now": _in_a_copy,
    "in a new module": _in_a_new_module,
}
