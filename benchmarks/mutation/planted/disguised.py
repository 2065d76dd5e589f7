"""New writes in a file that is edited besides, beside an accepted one that does the same to the same table."""

import ast
from random import Random
from string import Template

from benchmarks.mutation import neutral
from benchmarks.mutation.ground import Function, Ground
from benchmarks.mutation.neutral.kind import Texts
from benchmarks.mutation.planted.kind import Kinds, Plant, Planter, tables_of, words
from benchmarks.mutation.splices import first_line, insert, parsed, spliced, starts_its_line
from cutpoint.domain.catalog import Model
from cutpoint.domain.finding import Finding, Severity

SAME = {
    "delete": "$Model.objects.filter(pk=1).delete()",
    "update": "$Model.objects.filter(pk=1).update($field=None)",
    "insert": "$Model.objects.create($field=None)",
    "save": "for planted_row in $Model.objects.all():\n    planted_row.save()",
}
"""A write for each action of a finding."""
_EDITS = (
    "ast.unparse of the file",
    "body to another function",
    "class to another module",
    "file renamed",
    "function renamed",
    "function to another module",
    "locals renamed",
    "method renamed",
    "methods reversed",
    "module to package",
)


def accepted_writes(ground: Ground) -> list[tuple[Finding, Model]]:
    """Accepted errors, and the model of the table."""
    models = {model.table: model for model in reversed(ground.models)}
    return [
        (finding, models[finding.key.subject])
        for finding in ground.project.case.judged.findings
        if finding.key.rule == "cross-write" and finding.severity is Severity.ERROR and finding.key.subject in models
    ]


def _with(edit: str) -> Planter:
    def plant(ground: Ground, random: Random) -> Plant | None:
        accepted = accepted_writes(ground)
        if not accepted:
            return None
        finding, model = random.choice(accepted)
        module = next((module for module in ground.modules if module.path == finding.place.path), None)
        texts = neutral.ALL[edit](ground, module.path, random) if module is not None else None
        if module is None or texts is None:
            return None
        block = Template("from $models import $Model\n" + SAME[finding.key.action])
        return _planted(
            ground, module.name, texts, block.substitute(words(model, ground.field_of(model) or "")), model, random
        )

    return plant


def _planted(ground: Ground, module: str, texts: Texts, block: str, model: Model, random: Random) -> Plant | None:
    """*block* in a random function of one of the edited files."""
    code = {module.path for module in ground.modules} | (texts.keys() - ground.project.files.keys())
    path, text = random.choice([(path, text) for path, text in sorted(texts.items()) if text and path in code])
    tree = parsed(text)
    lines = text.splitlines()
    found = [
        statement
        for node in (ast.walk(tree) if tree is not None else ())
        if isinstance(node, Function)
        for statement in node.body[1:]
        if starts_its_line(statement, lines)
    ]
    if not found:
        return None
    statement = random.choice(found)
    # Before a statement: behind one, it might never run.
    splice = insert(path, first_line(statement) - 1, block, " " * statement.col_offset)
    changed, places = spliced({path: text}, [splice])
    return Plant(module, (), tables_of(model), {**texts, **changed}, places)


KINDS: Kinds = {f"disguised: {edit}": _with(edit) for edit in _EDITS}
