"""`README.md`: what people read who decide, and then those who build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.page import Entries, Entry, Heading, Page, line, name
from cutpoint.emit.proposal.readme.first_page import first_page
from cutpoint.emit.proposal.readme.plans import plans_told
from cutpoint.emit.proposal.readme.surface import operations_told
from cutpoint.emit.proposal.readme.travel import travel_told
from cutpoint.emit.proposal.readme.width import width_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.boundary import Boundary
    from cutpoint.emit.page import Block

_BESIDE = (
    ("boundary.json", "all of it for machines"),
    (
        "library/",
        "each side's operations as a Python package that runs inside the monolith today, with a fake and tests",
    ),
    ("contracts/", "the operations as OpenAPI, the messages as AsyncAPI, the records as JSON Schema"),
    ("views/", "a context map for Context Mapper, and containers for Structurizr"),
    ("data/", "where each table goes and how protected it has to be, and SQL that finds what slipped through"),
    ("two_databases/", "a router, settings and a test runner: the project's own tests on two databases, today"),
    ("manifest.json", "digests, by which a later run knows what was edited by hand"),
)


def files(boundary: Boundary) -> Iterator[tuple[str, str]]:
    """The one file."""
    yield "README.md", markdown_page(Page(tuple(_blocks(boundary))))


def _blocks(boundary: Boundary) -> Iterator[Block]:
    yield from first_page(boundary)
    yield from operations_told(boundary)
    yield from travel_told(boundary)
    yield from width_told(boundary)
    yield from plans_told(boundary)
    yield Heading(line("What lies beside this page"))
    yield Entries(tuple(Entry(line(name(path), f": {about}")) for path, about in _BESIDE))
