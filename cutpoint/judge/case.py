"""What every rule is given: the analysis, who belongs where, and small questions that all rules have."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.access import Action, Certainty
from cutpoint.domain.finding import Finding, Key, Place, Severity
from cutpoint.domain.service import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.access import Access, Step
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model
    from cutpoint.domain.finding import Rule
    from cutpoint.domain.service import Services


class _Crossing(NamedTuple):
    source: str
    target: str
    module: str
    function: str
    expression: str
    times: int
    place: Place
    evidence: str
    related: tuple[Place, ...]


class Case:
    """One analysis before the rules."""

    def __init__(self, analysis: Analysis, services: Services) -> None:
        self.analysis = analysis
        self.services = services
        self.module_of_path = {module.path: module.name for module in analysis.catalog.modules}
        self.table_named = {table.name: table for table in analysis.tables}
        self.model_named = {model.label: model for model in analysis.catalog.models}
        changes = (access for access in analysis.accesses if access.certainty is not Certainty.POSSIBLE)
        actions: dict[tuple[object, ...], set[Action]] = {}
        for access in changes:
            actions.setdefault(_spot(access), set()).add(access.action)
        self._both = frozenset(spot for spot, found in actions.items() if {Action.INSERT, Action.UPDATE} <= found)

    def declaring(self, table: str) -> Model | None:
        """The model that declares *table*."""
        known = self.table_named.get(table)
        return self.model_named.get(known.model) if known is not None and known.model is not None else None

    def owners_side(self, table: str) -> tuple[Place, ...]:
        """Where *table* is declared, when that is in code of ours."""
        model = self.declaring(table)
        if model is None or not model.ours or not model.path:
            return ()
        return (Place(model.path, model.line, model.line, f"{model.label} declares {table}"),)

    def whom_to_ask(self, target: str, table: str) -> str:
        """Who could do it for others: the facade of *target*, or whoever it is until there is one."""
        facade = self.services.facade_of(target)
        model = self.declaring(table)
        if facade is None and model is not None and not model.ours and not self.services.is_configured(target):
            return f'a service that owns it (models = ["{model.label}"])'
        return facade or f"a function of {shown(target)}"

    def crossings(self, accesses: Iterable[Access], rule: Rule, meaning: str, move: str) -> Iterator[Finding]:
        """A finding for each of *accesses*, and each place that decided its table, that comes from another service.

        *meaning* and *move* are templates that may name the `{table}`, the `{source}`, the `{target}` and the `{facade}`.
        """
        for access in accesses:
            target = self.services.of_table(access.table) if access.table is not None else None
            if target is None or access.table is None or access.certainty is Certainty.POSSIBLE:
                continue
            for crossing in self._crossings(access, access.table, target):
                words = {
                    "table": access.table,
                    "source": shown(crossing.source),
                    "target": shown(target),
                    "facade": self.whom_to_ask(target, access.table),
                }
                yield Finding(
                    key=Key(
                        rule.name,
                        crossing.source,
                        target,
                        access.table,
                        self._action(access),
                        crossing.module,
                        crossing.function,
                        crossing.expression,
                    ),
                    place=crossing.place,
                    severity=Severity.OFF,
                    evidence=crossing.evidence,
                    meaning=meaning.format(**words),
                    move=move.format(**words),
                    related=(*self.owners_side(access.table), *crossing.related),
                    certainty=access.certainty,
                    times=crossing.times,
                )

    def _crossings(self, access: Access, table: str, target: str) -> Iterator[_Crossing]:
        here = self.services.of_module(access.module)
        if here == target:
            # Code of the owner does it, whoever called.
            return
        ways = [self._from_ours(way) for way in access.ways]
        if not ways or not all(ways):
            function = inside(access.function, access.module)
            place = Place(access.path, access.line, access.end_line)
            evidence = f"{_verb(access, self._action(access))} {table}{_manner(access)}"
            for expression, times in Counter(access.expressions or (access.expression,)).items():
                yield _Crossing(
                    here, target, access.module, function, expression, times, place, evidence, self._cause(access)
                )
        for way in filter(None, ways):
            crossing = self._decided(access, table, target, way)
            if crossing is not None:
                yield crossing

    def _from_ours(self, way: tuple[Step, ...]) -> tuple[Step, ...]:
        """*way* from where it enters code of the project; what a library calls first, nobody here has decided."""
        first = next((n for n, step in enumerate(way) if step.path in self.module_of_path), len(way))
        return way[first:]

    def _decided(self, access: Access, table: str, target: str, way: tuple[Step, ...]) -> _Crossing | None:
        """The crossing at the place from which *way* leads to general code that touches the table."""
        first = way[0]
        module = self.module_of_path[first.path]
        source = self.services.of_module(module)
        if source == target or any(self._belongs_to(target, step) for step in way[1:]):
            # The owner's code is on the way: it was asked, and what it has done is its own.
            return None
        through = access.function
        verb = _verb(access, self._action(access))
        line = Place(access.path, access.line, access.end_line, f"{through} {verb} {table}")
        return _Crossing(
            source=source,
            target=target,
            module=module,
            function=inside(first.function, module),
            expression=f"→ {through}",
            times=1,
            place=Place(first.path, first.line, first.line),
            evidence=f"{verb} {table} through {through}",
            related=(line, *self._cause(access)),
        )

    def _action(self, access: Access) -> str:
        """What it does; `save` where one expression inserts a row or updates it, as the case may be."""
        # Whether a row that is saved is new comes from all its callers: a key must not change with them.
        is_either = access.action in {Action.INSERT, Action.UPDATE}
        return (
            "save" if is_either and (access.via == "instance" or _spot(access) in self._both) else access.action.value
        )

    def _belongs_to(self, service: str, step: Step) -> bool:
        module = self.module_of_path.get(step.path)
        return module is not None and self.services.of_module(module) == service

    def _cause(self, access: Access) -> tuple[Place, ...]:
        if access.cause is None or access.cause.path not in self.module_of_path:
            return ()
        return (Place(access.cause.path, access.cause.line, access.cause.line, "comes about here"),)


_VERBS = {
    "read": "reads",
    "insert": "inserts into",
    "update": "updates",
    "delete": "deletes from",
    "save": "saves to",
}


def _verb(access: Access, action: str) -> str:
    return "joins" if access.via == "join" else _VERBS[action]


def _spot(access: Access) -> tuple[object, ...]:
    return access.path, access.line, access.function, access.table, access.expression


def _manner(access: Access) -> str:
    # Of an expression that has no short name, only the end is worth saying.
    because = access.because.replace("… ", "this ", 1) if access.because.startswith("… ") else access.because
    return f" ({because})" if because else ""


def inside(function: str, module: str) -> str:
    """The qualified name of *function* inside *module*; empty for the module itself."""
    if function == module:
        return ""
    return function.removeprefix(f"{module}.")


def shown(service: str) -> str:
    """A service as sentences name it."""
    return "code outside of apps" if service == OUTSIDE else service
