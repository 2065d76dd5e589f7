"""Analysis + two apps → how each needs the other, with the evidence and how it is known: a page, or JSON."""

from collections.abc import Iterator

from cutpoint.domain.access import Access
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.catalog import Import, Relation
from cutpoint.domain.source import Evidence
from cutpoint.emit.access_lines import further, how, place_of, what
from cutpoint.emit.answers import ExplainedApps
from cutpoint.emit.belonging import Belonging
from cutpoint.emit.json_text import json_text
from cutpoint.emit.needs import WHEN, Need, need_of, need_row
from cutpoint.emit.page import Block, Entries, Entry, Heading, Page, Paragraph, count, line, name, place, quiet
from cutpoint.emit.report import SCHEMA_VERSION


def explained_apps_json(analysis: Analysis, one: str, other: str, belonging: Belonging) -> str:
    """The answer for machines, *one*'s needs first."""
    needs = (need_of(analysis, one, other), need_of(analysis, other, one))
    rows = tuple(need_row(need, belonging) for need in needs)
    return json_text(ExplainedApps(SCHEMA_VERSION, analysis.is_complete, analysis.doubts, rows))


def explained_apps_page(analysis: Analysis, one: str, other: str) -> Page:
    """The answer for people, *one*'s needs first."""
    return Page(
        (
            Heading(line("How ", name(one), " and ", name(other), " need each other"), level=1),
            *_direction(need_of(analysis, one, other)),
            *_direction(need_of(analysis, other, one)),
        )
    )


def _direction(need: Need) -> Iterator[Block]:
    arrow = line(name(need.source), " → ", name(need.target))
    if not need.seen:
        yield Heading(line(arrow, ": nothing"))
        yield Paragraph(
            line(
                name(need.source),
                " does without ",
                name(need.target),
                " as far as is known: no import, no relation, no access.",
            )
        )
    for entries, one, many in (
        ([_import(fact) for fact in need.imports], "import", "imports"),
        ([_relation(label, relation) for label, relation in need.relations], "relation", "relations"),
        ([_access(access) for access in need.writes], "write", "writes"),
        ([_access(access) for access in need.reads], "read", "reads"),
        ([_access(access) for access in need.joins], "join", "joins"),
    ):
        if entries:
            yield Heading(line(arrow, f": {count(len(entries), one, many)}"))
            yield Entries(tuple(entries))


def _import(fact: Import) -> Entry:
    return Entry(
        line(
            place(Evidence(fact.path, fact.line)),
            quiet("  "),
            name(fact.importer),
            " imports ",
            name(fact.imported),
            f" {WHEN[fact.scope]}",
        )
    )


def _relation(label: str, relation: Relation) -> Entry:
    to = line(" → ", name(relation.to)) if relation.to is not None else ()
    on_delete = line(", ", name(relation.on_delete)) if relation.on_delete else ()
    return Entry(
        line(
            place(Evidence(relation.path, relation.line)),
            quiet("  "),
            name(f"{label}.{relation.name}"),
            to,
            f" ({relation.kind}",
            on_delete,
            ")",
        )
    )


def _access(access: Access) -> Entry:
    return Entry(
        line(place(place_of(access)), quiet("  in "), name(access.function)),
        (line(what(access), " ", how(access)), *further(access)),
    )
