"""What every rule is given: the analysis, who belongs where, and small questions that all rules have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Bucket, Certainty
from cutpoint.domain.finding import Finding, Key, Place, Severity
from cutpoint.domain.service import OUTSIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.access import Access, Step
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.catalog import Model
    from cutpoint.domain.finding import Rule
    from cutpoint.domain.service import Services


class Case:
    """One analysis before the rules."""

    def __init__(self, analysis: Analysis, services: Services) -> None:
        self.analysis = analysis
        self.services = services
        self.module_of_path = {module.path: module.name for module in analysis.catalog.modules}
        self.table_named = {table.name: table for table in analysis.tables}
        self.model_named = {model.label: model for model in analysis.catalog.models}

    def declaring(self, table: str) -> Model | None:
        """The model that declares *table*."""
        known = self.table_named.get(table)
        return self.model_named.get(known.model) if known is not None and known.model is not None else None

    def is_bookkeeping(self, table: str) -> bool:
        """Whether *table* is a framework's: nobody of ours can own it, unless a service claims it.

        The one of users is not: who writes it is as much a matter between services as for any table of ours.
        """
        known = self.table_named.get(table)
        if known is None or known.bucket is Bucket.OWN or known.model is None:
            return False
        if known.model == self.analysis.catalog.settings.auth_user_model:
            return False
        return not self.services.is_configured(self.services.of_model(known.model))

    def owners_side(self, table: str) -> tuple[Place, ...]:
        """Where *table* is declared, when that is in code of ours."""
        model = self.declaring(table)
        if model is None or not model.ours or not model.path:
            return ()
        return (Place(model.path, model.line, model.line, f"{model.label} declares {table}"),)

    def crossings(self, accesses: Iterable[Access], rule: Rule, meaning: str, move: str) -> Iterator[Finding]:
        """A finding for each of *accesses*, and each place that decided its table, that comes from another service."""
        for access in accesses:
            target = self.services.of_table(access.table) if access.table is not None else None
            if target is None or access.table is None or access.certainty is Certainty.POSSIBLE:
                continue
            for way in access.ways or ((),):
                found = self._crossing(access, access.table, target, way)
                if found is not None:
                    key, place, related, seen = found
                    yield Finding(
                        key=Key(rule.name, *key),
                        place=place,
                        severity=Severity.OFF,
                        evidence=f"{seen} {access.table}",
                        meaning=meaning.format(table=access.table, source=shown(key[0]), target=shown(target)),
                        move=move.format(
                            table=access.table,
                            source=shown(key[0]),
                            target=shown(target),
                            facade=self.services.facade_of(target) or f"a function of {shown(target)}",
                        ),
                        related=related,
                        certainty=access.certainty,
                    )

    def _crossing(
        self, access: Access, table: str, target: str, way: tuple[Step, ...]
    ) -> tuple[tuple[str, str, str, str, str, str, str], Place, tuple[Place, ...], str] | None:
        here = self.services.of_module(access.module)
        if here == target:
            # Code of the owner does it, whoever called.
            return None
        verb = _VERBS[access.action]
        if not way:
            function = inside(access.function, access.module)
            key = (here, target, table, access.action.value, access.module, function, access.expression)
            place = Place(access.path, access.line, access.end_line)
            related = (*self.owners_side(table), *self._cause(access))
            return key, place, related, verb
        first = way[0]
        module = self.module_of_path.get(first.path, access.module)
        source = self.services.of_module(module)
        if source == target or any(self._is_facade(target, step) for step in way[1:]):
            return None
        through = access.function
        key = (source, target, table, access.action.value, module, inside(first.function, module), f"→ {through}")
        line = Place(access.path, access.line, access.end_line, f"{through} {verb} {table}")
        return (
            key,
            Place(first.path, first.line, first.line),
            (*self.owners_side(table), line),
            f"{_DECIDES[access.action]}, through {through}, rows of",
        )

    def _is_facade(self, service: str, step: Step) -> bool:
        module = self.module_of_path.get(step.path)
        return module is not None and self.services.is_facade(service, module)

    def _cause(self, access: Access) -> tuple[Place, ...]:
        if access.cause is None:
            return ()
        return (Place(access.cause.path, access.cause.line, access.cause.line, "because of this"),)


_VERBS = {"read": "reads", "insert": "inserts into", "update": "updates", "delete": "deletes from"}
_DECIDES = {"read": "reads", "insert": "inserts", "update": "updates", "delete": "deletes"}


def inside(function: str, module: str) -> str:
    """The qualified name of *function* inside *module*; empty for the module itself."""
    return function.removeprefix(module).removeprefix(".") if function.startswith(module) else function


def shown(service: str) -> str:
    """A service as sentences name it."""
    return "code outside of apps" if service == OUTSIDE else service
