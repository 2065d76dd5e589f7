"""What every rule is given: the analysis, who belongs where, and small questions that all rules have."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.access import Action, Certainty, Part
from cutpoint.domain.finding import Finding, Key, Place, Severity
from cutpoint.domain.service import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cutpoint.domain.access import Access, Step
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model
    from cutpoint.domain.decided import Decided
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

    def __init__(self, analysis: Analysis, services: Services, decided: tuple[Decided, ...] = ()) -> None:
        self.analysis = analysis
        self.services = services
        self.decided = decided
        self.module_of_path = {module.path: module.name for module in analysis.catalog.modules}
        self.table_named = {table.name: table for table in analysis.tables}
        self.model_named = {model.label: model for model in analysis.catalog.models}
        self._both = _written_either_way(analysis.accesses)
        direct = [each for each in analysis.accesses if each.cause is None and each.writes and _is_sure(each)]
        self._written_tables = set(map(_deed, direct))
        """Expressions of the code that write a table."""
        self._written = {
            (each.path, each.line, each.function, services.of_table(each.table)) for each in direct if each.table
        }
        """Where code itself writes a table of which service."""

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

    def crossings(
        self, rule: Rule, counts: Callable[[Access, Part], bool], meaning: str, move: str
    ) -> Iterator[Finding]:
        """A finding for each expression that *counts*, and each place that decided its table, from another service.

        *meaning* and *move* are templates that may name the `{table}`, the `{source}`, the `{target}` and the `{facade}`.
        """
        for access in self.analysis.accesses:
            target = self.services.of_table(access.table) if access.table is not None else None
            if target is None or access.table is None:
                continue
            for crossing, part in self._crossings(access, access.table, target, counts):
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
                        self._action(access, part),
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
                    certainty=part.certainty,
                    times=crossing.times,
                )

    def _crossings(
        self, access: Access, table: str, target: str, counts: Callable[[Access, Part], bool]
    ) -> Iterator[tuple[_Crossing, Part]]:
        here = self.services.of_module(access.module)
        if here == target or self._follows(access, target):
            # Code of the owner does it, whoever called.
            return
        found: dict[tuple[str, str], list[Part]] = {}
        for part in parts_of(access):
            if part.certainty is not Certainty.POSSIBLE and counts(access, part):
                found.setdefault((part.expression, self._action(access, part)), []).append(part)
        for (expression, action), parts in found.items():
            verb = _verb(parts[0], action)
            ways = sorted({self._from_ours(way) for part in parts for way in part.ways})
            direct = [part for part in parts if not part.ways or not all(map(self._from_ours, part.ways))]
            if direct:
                crossing = _Crossing(
                    source=here,
                    target=target,
                    module=access.module,
                    function=inside(access.function, access.module),
                    expression=expression,
                    times=len(direct),
                    place=Place(access.path, access.line, access.end_line),
                    evidence=f"{verb} {table}{_manner(direct[0])}",
                    related=self._cause(access),
                )
                yield crossing, direct[0]
            for way in filter(None, ways):
                decided = self._decided(access, verb, table, target, way)
                if decided is not None:
                    yield decided, parts[0]

    def _follows(self, access: Access, target: str) -> bool:
        """Whether an implicit access needs no word of its own.

        What a row takes along within the service that owns it goes with the write of that row, and a receiver of the
        owner's hears what others do and does its own.
        """
        if not access.writes and _deed(access) in self._written_tables:
            # What the expression writes, it looks up first.
            return True
        if access.cause is None:
            return False
        if access.via == _HEARD:
            module = self.module_of_path.get(access.cause.path)
            return module is not None and self.services.of_module(module) == target
        return (access.path, access.line, access.function, target) in self._written

    def is_decided_by(self, owner: str, part: Part) -> bool:
        """Whether code of *owner* is on every way to *part*, so that nobody else is judged for it."""
        ways = [self._from_ours(way) for way in part.ways]
        return bool(ways) and all(way and self._asks(owner, way) for way in ways)

    def _asks(self, owner: str, way: tuple[Step, ...]) -> bool:
        """Whether code of *owner* is on the *way*: it was asked, and what it has done is its own."""
        return any(self._belongs_to(owner, step) for step in way)

    def _from_ours(self, way: tuple[Step, ...]) -> tuple[Step, ...]:
        """*way* from where it enters code of the project; what a library calls first, nobody here has decided."""
        first = next((n for n, step in enumerate(way) if step.path in self.module_of_path), len(way))
        return way[first:]

    def _decided(self, access: Access, verb: str, table: str, target: str, way: tuple[Step, ...]) -> _Crossing | None:
        """The crossing at the place from which *way* leads to general code that touches the table."""
        first = way[0]
        module = self.module_of_path[first.path]
        source = self.services.of_module(module)
        if self._asks(target, way):
            return None
        through = access.function
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

    def _action(self, access: Access, part: Part) -> str:
        """What it does; `save` where one expression inserts a row or updates it, as the case may be."""
        # Whether a row that is saved is new comes from all its callers: a key must not change with them.
        is_either = part.via == "instance" or _spot(access, part) in self._both
        return "save" if is_either and access.action in _EITHER else access.action.value

    def _belongs_to(self, service: str, step: Step) -> bool:
        module = self.module_of_path.get(step.path)
        return module is not None and self.services.of_module(module) == service

    def _cause(self, access: Access) -> tuple[Place, ...]:
        if access.cause is None or access.cause.path not in self.module_of_path:
            return ()
        return (Place(access.cause.path, access.cause.line, access.cause.line, "is triggered here"),)


_VERBS = {
    "read": "reads",
    "insert": "inserts into",
    "update": "updates",
    "delete": "deletes from",
    "save": "saves to",
}


_EITHER = frozenset({Action.INSERT, Action.UPDATE})
_HEARD = "signal"


def parts_of(access: Access) -> tuple[Part, ...]:
    """The expressions that make up *access*."""
    return access.parts or (Part(access.expression, access.via, access.certainty, access.ways, access.because),)


def _written_either_way(accesses: Iterable[Access]) -> frozenset[tuple[object, ...]]:
    """Where one expression inserts and updates, such as `update_or_create()`."""
    actions: dict[tuple[object, ...], set[Action]] = {}
    for access in accesses:
        if access.writes:
            for part in parts_of(access):
                if part.certainty is not Certainty.POSSIBLE:
                    actions.setdefault(_spot(access, part), set()).add(access.action)
    return frozenset(spot for spot, found in actions.items() if found >= _EITHER)


def _deed(access: Access) -> tuple[object, ...]:
    return access.path, access.line, access.function, access.table, access.expression


def _is_sure(access: Access) -> bool:
    return access.certainty is not Certainty.POSSIBLE


def _verb(part: Part, action: str) -> str:
    return "joins" if part.via == "join" else _VERBS[action]


def _spot(access: Access, part: Part) -> tuple[object, ...]:
    return access.path, access.line, access.function, access.table, part.expression


def _manner(part: Part) -> str:
    # Of an expression that has no short name, only the end is worth saying.
    because = part.because.replace("… ", "this ", 1) if part.because.startswith("… ") else part.because
    return f" ({because})" if because else ""


def inside(function: str, module: str) -> str:
    """The qualified name of *function* inside *module*; empty for the module itself."""
    if function == module:
        return ""
    return function.removeprefix(f"{module}.")


def shown(service: str) -> str:
    """A service as sentences name it."""
    return "code outside of apps" if service == OUTSIDE else service
