"""Analysis + file and line → what cutpoint thinks happens there, and why: a page, or JSON."""

from collections.abc import Iterable, Iterator

from cutpoint.domain.access import Access
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import Evidence, Role
from cutpoint.emit.access_lines import app_name, further, how, place_of, what
from cutpoint.emit.access_rows import AccessRow, access_row
from cutpoint.emit.answers import ExplainedPlace
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.json_text import json_text
from cutpoint.emit.known_place import KnownPlace, known_place
from cutpoint.emit.needs import WHEN, relation_row
from cutpoint.emit.page import (
    Block,
    Entries,
    Entry,
    Heading,
    Line,
    Page,
    Paragraph,
    count,
    joined,
    line,
    name,
    place,
    quiet,
)
from cutpoint.emit.report import SCHEMA_VERSION

_MOST_LED_HERE = 12


def explained_place_json(analysis: Analysis, at: Evidence, belonging: Belonging) -> str:
    """The answer for machines."""
    known = known_place(analysis, at)

    def rows(accesses: Iterable[Access]) -> tuple[AccessRow, ...]:
        return tuple(access_row(access, belonging) for access in accesses)

    return json_text(
        ExplainedPlace(
            schema_version=SCHEMA_VERSION,
            complete=analysis.is_complete,
            doubts=analysis.doubts,
            path=at.path,
            line=at.line,
            module=None if known.module is None else known.module.name,
            app=None if known.module is None else known.module.app,
            models=tuple(model.label for model in known.models),
            relations=tuple(relation_row(label, relation) for label, relation in known.relations),
            imports=known.imports,
            accesses=rows(known.accesses),
            led_here=rows(known.led_here),
            blind_spots=known.blind_spots,
            before=rows(known.before),
            after=rows(known.after),
        )
    )


def explained_place_page(analysis: Analysis, at: Evidence, *, verbose: bool = False) -> Page:
    """The answer for people."""
    known = known_place(analysis, at)
    return Page(
        (
            Heading(line(place(at)), level=1),
            Paragraph(_whose(known)),
            *_declared(known),
            *_accesses(known, analysis),
            *_led_here(known, verbose=verbose),
            *_blind_spots(known),
            *_nearest(known, analysis),
        )
    )


def _whose(known: KnownPlace) -> Line:
    if known.module is None:
        return line("The file has no name by which the project could import it, and belongs to no app.")
    module = known.module
    whose = "of no app" if module.app is None else line("of the app ", name(module.app))
    role = {Role.TEST: ", test code", Role.MIGRATION: ", a migration"}.get(module.role, "")
    function = line("In ", name(known.accesses[0].function), "; m") if known.accesses else line("M")
    return line(function, "odule ", name(module.name), " ", whose, role, ".")


def _declared(known: KnownPlace) -> Iterator[Block]:
    entries = [
        *(
            Entry(line("declares the model ", name(model.label), *_table(model.table, abstract=model.abstract)))
            for model in known.models
        ),
        *(
            Entry(
                line(
                    "declares the relation ",
                    name(f"{label}.{relation.name}"),
                    f" ({relation.kind})",
                    line(" → ", name(relation.to)) if relation.to else "",
                )
            )
            for label, relation in known.relations
        ),
        *(Entry(line("imports ", name(fact.imported), f" {WHEN[fact.scope]}")) for fact in known.imports),
    ]
    if entries:
        yield Heading(line("Declared and imported"))
        yield Entries(tuple(entries))


def _table(table: str | None, *, abstract: bool) -> Line:
    if table is None:
        return line(", which is abstract" if abstract else ", which has no table")
    return line(" on the table ", name(table))


def _accesses(known: KnownPlace, analysis: Analysis) -> Iterator[Block]:
    if not known.accesses:
        return
    owners = {table.name: table.owner for table in analysis.tables}
    yield Heading(line(f"Accesses ({len(known.accesses):,})"))
    yield Entries(tuple(_access(access, owners, known.at.line) for access in known.accesses))


def _access(access: Access, owners: dict[str, str | None], asked: int) -> Entry:
    owner = owners.get(access.table) if access.table is not None else None
    return Entry(
        line(
            what(access),
            line(" (", name(access.model), ")") if access.model else "",
            line(", owned by ", app_name(owner)) if owner is not None else "",
        ),
        (how(access), *further(access), *_where(access, asked)),
    )


def _where(access: Access, asked: int) -> Iterator[Line]:
    if access.line < access.end_line:
        yield line(quiet(f"lines {access.line} to {access.end_line}"))
    elif access.line != asked:
        yield line(quiet(f"line {access.line}"))


def _led_here(known: KnownPlace, *, verbose: bool) -> Iterator[Block]:
    if not known.led_here:
        return
    shown = known.led_here if verbose else known.led_here[:_MOST_LED_HERE]
    yield Heading(line(f"Elsewhere because of this line ({len(known.led_here):,})"))
    yield Entries(
        tuple(
            Entry(
                line(place(place_of(access)), quiet("  in "), name(access.function)),
                (line(what(access), " ", how(access)),),
            )
            for access in shown
        )
    )
    if len(shown) < len(known.led_here):
        left = len(known.led_here) - len(shown)
        yield Paragraph(line(quiet(f"and {count(left, 'more access', 'more accesses')}; -v shows all.")))


def _blind_spots(known: KnownPlace) -> Iterator[Block]:
    if known.blind_spots:
        yield Heading(line("Unresolved"))
        yield Entries(tuple(Entry(line(name(spot.kind), "  ", name(spot.reason))) for spot in known.blind_spots))


def _nearest(known: KnownPlace, analysis: Analysis) -> Iterator[Block]:
    if known.accesses:
        return
    at = known.at
    yield Heading(line("Accesses nearby"))
    if not known.seen:
        yield Paragraph(line("Nothing is known of ", place(at), ": no access, no declaration, no blind spot."))
    if not (known.before or known.after):
        yield Paragraph(line("No access was seen in this file.", _why_none(known, analysis)))
        return
    for which, accesses in (("before", known.before), ("after", known.after)):
        if accesses:
            nearest = joined(what(access) for access in accesses)
            yield Paragraph(line(f"Nearest {which}: ", place(place_of(accesses[0])), "  ", nearest))


def _why_none(known: KnownPlace, analysis: Analysis) -> str:
    if known.module is not None and known.module.role is Role.TEST:
        return " Test code gives none unless --include-tests asks for it."
    if known.module is not None and known.module.role is Role.MIGRATION:
        return " Migrations give none unless --include-migrations asks for them."
    return "" if analysis.accesses else " Nor was any in the whole project."
