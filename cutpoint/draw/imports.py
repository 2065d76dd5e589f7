"""Analysis → the imports between modules of ours; tests may look everywhere, and draw nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.source import Evidence, Role
from cutpoint.draw.needs import Code, Need

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.analysis import Analysis


def needs(analysis: Analysis) -> Iterator[Need]:
    """One for each module that a statement loads."""
    app_of = {module.name: module.app for module in analysis.catalog.modules if module.role is not Role.TEST}
    for each in analysis.catalog.imports:
        if each.importer in app_of and each.imported in app_of:
            source, target = (Code(name, app_of[name]) for name in (each.importer, each.imported))
            yield Need(source, target, str(each.scope), Evidence(each.path, each.line))
