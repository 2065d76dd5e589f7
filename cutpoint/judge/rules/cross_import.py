"""Code of one service imports another one past its facade.

Only services that name a facade are judged: `facade = "orders.api"` says that everything else of orders is its own matter.
Imports for typing only, and those of tests, are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import ImportScope
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.source import Role
from cutpoint.judge.case import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.judge.case import Case

RULE = Rule("cross-import", "Code of one service imports another one past its facade.", Severity.NOTE)


def findings(case: Case) -> Iterator[Finding]:
    """One for each statement that does so."""
    services = case.services
    tests = {module.name for module in case.analysis.catalog.modules if module.role is Role.TEST}
    for fact in case.analysis.catalog.imports:
        if fact.scope is ImportScope.TYPING or fact.importer in tests:
            continue
        source, target = services.of_module(fact.importer), services.of_module(fact.imported)
        facade = services.facade_of(target)
        if source == target or facade is None or services.is_facade(target, fact.imported):
            continue
        if facade.startswith(f"{fact.imported}."):
            # `from orders import api` loads the package on the way to the facade.
            continue
        yield Finding(
            key=Key(RULE.name, source, target, fact.imported, fact.scope.value, fact.importer, "", ""),
            place=Place(fact.path, fact.line, fact.line),
            severity=Severity.OFF,
            evidence=f"{fact.importer} imports {fact.imported}",
            meaning=f"{target} may be used through {facade}: what {shown(source)} takes past it can't change freely.",
            move=f"Import {facade}, and let it offer what is missing.",
        )
