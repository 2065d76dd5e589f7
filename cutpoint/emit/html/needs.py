"""Analysis → columns of everything that needs something: accesses, imports, relations and calls, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Certainty
from cutpoint.domain.flow import unpack_flow
from cutpoint.emit.html.nouns import ACTIONS

if TYPE_CHECKING:
    from cutpoint.domain.access import Access
    from cutpoint.domain.analysis import Analysis
    from cutpoint.emit.html.nouns import Nouns
    from cutpoint.emit.html.strings import Strings

_CERTAINTIES = {certainty: number for number, certainty in enumerate(Certainty)}


def accesses(analysis: Analysis, nouns: Nouns, strings: Strings) -> dict[str, list[object]]:
    """Sorted by place; a chain is (path, line, function) of each step, joins are (table, lookup, class), flat."""
    found = analysis.accesses
    return {
        "path": [strings(each.path) for each in found],
        "line": [each.line for each in found],
        "function": [strings(each.function) for each in found],
        "module": [nouns.module.get(each.module, -1) for each in found],
        "app": [nouns.app.get(each.doer or "", -1) for each in found],
        "service": [nouns.service_of_code(each.module, each.doer) for each in found],
        "action": [ACTIONS[each.action] for each in found],
        "table": [nouns.table.get(each.table or "", -1) for each in found],
        "via": [strings(each.via) for each in found],
        "certainty": [_CERTAINTIES[each.certainty] for each in found],
        "loop": [int(each.in_loop) for each in found],
        "implicit": [int(each.cause is not None) for each in found],
        "follows": [int(each.is_consequence) for each in found],
        "cause": [[strings(each.cause.path), each.cause.line] if each.cause is not None else 0 for each in found],
        "because": [strings(each.because) for each in found],
        "expression": [strings(each.expression) for each in found],
        "chain": [
            [part for step in each.chain for part in (strings(step.path), step.line, strings(step.function))] or 0
            for each in found
        ],
        "joins": [_joins(each, nouns, strings) or 0 for each in found],
    }


def _joins(access: Access, nouns: Nouns, strings: Strings) -> list[int]:
    return [
        part
        for join in access.joins
        for part in (nouns.table.get(join.table, -1), strings(join.through), strings(join.kind))
    ]


def imports(analysis: Analysis, nouns: Nouns, strings: Strings) -> dict[str, list[int]]:
    """Sorted by importer, imported and place."""
    found = [
        each for each in analysis.catalog.imports if each.importer in nouns.module and each.imported in nouns.module
    ]
    return {
        "importer": [nouns.module[each.importer] for each in found],
        "imported": [nouns.module[each.imported] for each in found],
        "path": [strings(each.path) for each in found],
        "line": [each.line for each in found],
        "scope": [strings(each.scope) for each in found],
    }


def relations(analysis: Analysis, nouns: Nouns, strings: Strings) -> dict[str, list[int]]:
    """By the model that declares them, in the order of its class."""
    found = [
        (nouns.model[model.label], nouns.model[relation.to], relation)
        for model in analysis.catalog.models
        if model.label in nouns.model and not model.auto_created
        for relation in model.relations
        if relation.to in nouns.model
    ]
    return {
        "model": [model for model, _, _ in found],
        "to": [to for _, to, _ in found],
        "name": [strings(relation.name) for _, _, relation in found],
        "kind": [strings(relation.kind) for _, _, relation in found],
        "on_delete": [strings(relation.on_delete) for _, _, relation in found],
        "path": [strings(relation.path) for _, _, relation in found],
        "line": [relation.line for _, _, relation in found],
    }


def calls(analysis: Analysis, nouns: Nouns, strings: Strings) -> dict[str, list[int]]:
    """Calls from one module to another, of all that entry points lead to; each place once, sorted."""
    flow = unpack_flow(analysis.flow)
    modules = [nouns.module_of_path.get(function.path, -1) for function in flow.functions]
    rows: set[tuple[int, int, int, int, int, int]] = set()
    for body, found in enumerate(flow.calls):
        caller = flow.bodies[body]
        for at in range(0, len(found), 3):
            callee, line, when = found[at : at + 3]
            called = flow.bodies[callee]
            if -1 not in (modules[caller], modules[called]) and modules[caller] != modules[called]:
                rows.add((modules[caller], line, modules[called], called, caller, when))
    ordered = sorted(rows)
    return {
        "caller": [row[0] for row in ordered],
        "callee": [row[2] for row in ordered],
        "path": [strings(flow.functions[row[4]].path) for row in ordered],
        "line": [row[1] for row in ordered],
        "from": [strings(flow.functions[row[4]].name) for row in ordered],
        "to": [strings(flow.functions[row[3]].name) for row in ordered],
        "when": [row[5] for row in ordered],
    }
