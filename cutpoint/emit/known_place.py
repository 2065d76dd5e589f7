"""Analysis + file and line → everything that is known of that line, and of the nearest ones with accesses."""

import msgspec

from cutpoint.domain.access import Access, in_order
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Import, Model, Module, Relation
from cutpoint.domain.source import BlindSpot, Evidence


class KnownPlace(msgspec.Struct, frozen=True):
    """What was seen at one line, each kind sorted."""

    at: Evidence
    module: Module | None
    models: tuple[Model, ...]
    """Declared there."""
    relations: tuple[tuple[str, Relation], ...]
    """(label of the model, its relation), declared there."""
    imports: tuple[Import, ...]
    accesses: tuple[Access, ...]
    """Of the statement: all whose lines meet those of an access at the line."""
    led_here: tuple[Access, ...]
    """Elsewhere, and this line makes them happen or is on their way."""
    blind_spots: tuple[BlindSpot, ...]
    before: tuple[Access, ...]
    """At the nearest earlier line of the file with accesses."""
    after: tuple[Access, ...]

    @property
    def seen(self) -> bool:
        """Whether anything is known of the line itself."""
        return bool(self.models or self.relations or self.imports or self.accesses or self.led_here or self.blind_spots)


def known_place(analysis: Analysis, at: Evidence) -> KnownPlace:
    """What is known at *at*, whose path is relative to the analyzed root."""
    catalog = analysis.catalog
    in_file = [access for access in in_order(analysis.accesses) if access.path == at.path]
    here = _statement(in_file, at.line)
    before = max((access.line for access in in_file if access.line < at.line and access not in here), default=0)
    after = min((access.line for access in in_file if access.line > at.line and access not in here), default=0)
    return KnownPlace(
        at=at,
        module=next((module for module in catalog.modules if module.path == at.path), None),
        models=tuple(model for model in catalog.models if Evidence(model.path, model.line) == at),
        relations=tuple(
            (model.label, relation)
            for model in catalog.models
            for relation in model.relations
            if Evidence(relation.path, relation.line) == at
        ),
        imports=tuple(sorted(fact for fact in catalog.imports if Evidence(fact.path, fact.line) == at)),
        accesses=here,
        led_here=tuple(access for access in in_order(analysis.accesses) if _led_by(access, at) and access not in here),
        blind_spots=tuple(spot for spot in analysis.blind_spots if Evidence(spot.path, spot.line) == at),
        before=tuple(access for access in in_file if access.line == before and access not in here),
        after=tuple(access for access in in_file if access.line == after and access not in here),
    )


def _statement(in_file: list[Access], number: int) -> tuple[Access, ...]:
    meeting = [access for access in in_file if access.line <= number <= access.end_line]
    if not meeting:
        return ()
    # An expression never spans more than its statement, so whatever meets the widest one is of the same.
    first = min(access.line for access in meeting)
    last = max(access.end_line for access in meeting)
    return tuple(access for access in in_file if access.line <= last and access.end_line >= first)


def _led_by(access: Access, at: Evidence) -> bool:
    return access.cause == at or any((step.path, step.line) == (at.path, at.line) for step in access.chain)
