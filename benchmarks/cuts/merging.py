"""Analyses of independent projects → one monolith that is known to fall apart into them, but for what is planted between.

Everything that has a name gets that of its part before it, so nothing is shared by chance. What is planted are foreign
keys and reads across. An edge is a relation, or a pair of models that one function uses: a share of the relations inside
the parts is planted as relations, and of the pairs as reads by functions, of which each makes as many pairs as the function
uses models.
"""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain.access import Access, Action, Certainty
from cutpoint.domain.catalog import Relation, RelationKind
from cutpoint.score.subjects import Subjects

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis


class Merged(NamedTuple):
    """One monolith of several, and what is known about it."""

    analysis: Analysis
    part_of: dict[str, str]
    """The part of each model of ours."""
    planted: frozenset[tuple[str, int]]
    """Places (path, line) of what is planted."""


def merged(parts: dict[str, Analysis], share: float, seed: int) -> Merged:
    """*parts* by name, with couplings planted at *share* of those inside."""
    named = [_renamed(analysis, name) for name, analysis in sorted(parts.items())]
    catalog = msgspec.structs.replace(
        named[0].catalog,
        apps=tuple(app for each in named for app in each.catalog.apps),
        models=tuple(sorted((m for each in named for m in each.catalog.models), key=lambda model: model.label)),
        modules=tuple(sorted((m for each in named for m in each.catalog.modules), key=lambda module: module.name)),
        imports=tuple(sorted(i for each in named for i in each.catalog.imports)),
    )
    whole = msgspec.structs.replace(
        named[0],
        catalog=catalog,
        accesses=tuple(access for each in named for access in each.accesses),
        transactions=tuple(transaction for each in named for transaction in each.transactions),
        tables=tuple(table for each in named for table in each.tables),
    )
    return _planted(whole, share, random.Random(seed))  # noqa: S311 - an experiment, no secret


def _renamed(analysis: Analysis, part: str) -> Analysis:
    """*analysis* with the part's name before labels, tables, modules and paths of ours and theirs."""
    catalog = analysis.catalog
    tables = {model.table for model in catalog.models if model.table}

    def label(text: str | None) -> str | None:
        return None if text is None else f"{part}_{text}"

    def dotted(text: str) -> str:
        return f"{part}.{text}"

    models = tuple(
        msgspec.structs.replace(
            model,
            label=f"{part}_{model.label}",
            app=f"{part}_{model.app}",
            module=dotted(model.module),
            path=f"{part}/{model.path}",
            table=label(model.table),
            bases=tuple(f"{part}_{base}" for base in model.bases),
            relations=tuple(
                msgspec.structs.replace(
                    relation, to=label(relation.to), through=label(relation.through), path=f"{part}/{relation.path}"
                )
                for relation in model.relations
            ),
        )
        for model in catalog.models
    )
    accesses = tuple(
        msgspec.structs.replace(
            access,
            path=f"{part}/{access.path}",
            function=dotted(access.function),
            module=dotted(access.module),
            app=label(access.app),
            model=label(access.model),
            table=label(access.table),
            on_behalf_of=label(access.on_behalf_of),
            joins=tuple(msgspec.structs.replace(join, table=f"{part}_{join.table}") for join in access.joins),
            chain=_steps(access.chain, part),
            ways=tuple(_steps(way, part) for way in access.ways),
        )
        for access in analysis.accesses
    )
    assert tables, "a project without tables has no parts"
    return msgspec.structs.replace(
        analysis,
        catalog=msgspec.structs.replace(
            catalog,
            apps=tuple(msgspec.structs.replace(app, label=f"{part}_{app.label}") for app in catalog.apps),
            models=models,
            modules=tuple(
                msgspec.structs.replace(m, name=dotted(m.name), path=f"{part}/{m.path}", app=label(m.app))
                for m in catalog.modules
            ),
            imports=tuple(
                msgspec.structs.replace(
                    i, importer=dotted(i.importer), imported=dotted(i.imported), path=f"{part}/{i.path}"
                )
                for i in catalog.imports
            ),
        ),
        accesses=accesses,
        transactions=tuple(_transaction(each, part) for each in analysis.transactions),
        tables=(),
    )


def _steps(steps, part):  # noqa: ANN001, ANN202 - one line for two callers
    return tuple(
        msgspec.structs.replace(step, path=f"{part}/{step.path}", function=f"{part}.{step.function}") for step in steps
    )


def _transaction(each, part):  # noqa: ANN001, ANN202 - the same
    def touched(found):  # noqa: ANN001, ANN202
        return tuple(
            msgspec.structs.replace(one, table=f"{part}_{one.table}", chain=_steps(one.chain, part)) for one in found
        )

    return msgspec.structs.replace(
        each,
        path=f"{part}/{each.path}",
        function=f"{part}.{each.function}",
        module=f"{part}.{each.module}",
        app=None if each.app is None else f"{part}_{each.app}",
        written=touched(each.written),
        read=touched(each.read),
        extents=tuple(
            msgspec.structs.replace(
                extent,
                writes=tuple(f"{part}_{table}" for table in extent.writes),
                reads=tuple(f"{part}_{table}" for table in extent.reads),
            )
            for extent in each.extents
        ),
    )


def _planted(whole: Analysis, share: float, drawn: random.Random) -> Merged:
    ours = list(Subjects(whole).models.values())
    part_of = {model.label: model.path.partition("/")[0] for model in ours}
    with_tables = [model for model in ours if model.table is not None and not model.proxy]
    links = [relation for model in ours for relation in model.relations if relation.to in part_of]
    fields: dict[str, list[Relation]] = {}
    planted: set[tuple[str, int]] = set()
    for at in range(round(share * len(links))):
        source = drawn.choice(ours)
        target = drawn.choice([model for model in ours if part_of[model.label] != part_of[source.label]])
        line = 1_000_000 + at
        fields.setdefault(source.label, []).append(
            Relation(
                f"planted{at}", RelationKind.FOREIGN_KEY, target.label, "CASCADE", None, None, True, source.path, line
            )
        )
        planted.add((source.path, line))
    models = tuple(
        msgspec.structs.replace(model, relations=(*model.relations, *fields.get(model.label, ())))
        for model in whole.catalog.models
    )
    functions = sorted({(access.path, access.function, access.module, access.app or "") for access in whole.accesses})
    models_of = _models_of_functions(whole, part_of)
    inside = {pair for found in models_of.values() for pair in itertools.combinations(sorted(found), 2)}
    budget = share * len(inside)
    further: list[Access] = []
    functions = [each for each in functions if models_of.get(each[1])]
    while budget > 0:
        at = len(further)
        path, function, module, app = drawn.choice(functions)
        target = drawn.choice([model for model in with_tables if part_of[model.label] != path.partition("/")[0]])
        budget -= len(models_of[function])
        line = 2_000_000 + at
        further.append(
            Access(
                path=path,
                line=line,
                end_line=line,
                function=function,
                module=module,
                app=app or None,
                action=Action.READ,
                table=target.table,
                model=target.label,
                columns=None,
                joins=(),
                via="queryset",
                certainty=Certainty.PROVED,
                in_loop=False,
            )
        )
        planted.add((path, line))
    catalog = msgspec.structs.replace(whole.catalog, models=models)
    analysis = msgspec.structs.replace(whole, catalog=catalog, accesses=(*whole.accesses, *further))
    return Merged(analysis, part_of, frozenset(planted))


def _models_of_functions(whole: Analysis, part_of: dict[str, str]) -> dict[str, set[str]]:
    of_table = {model.table: model.label for model in whole.catalog.models if model.label in part_of}
    found: dict[str, set[str]] = {}
    for access in whole.accesses:
        for table in (access.table, *(join.table for join in access.joins)):
            if table in of_table:
                found.setdefault(access.function, set()).add(of_table[table])
    return found
