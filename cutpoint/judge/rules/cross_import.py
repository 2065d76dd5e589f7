"""Code of one service imports another one past its facade.

Judged: imports of any module of a service that names a facade, except the facade itself, what lies in it, and the packages on
the way there. Imports for typing only are left alone, and so are those of tests. A service without a facade is not
judged.

Evidence: the import statement.

Why: a facade says that everything else is the service's own matter. Whoever imports past it holds on to names that could not be
changed freely any more.

To mend: import the facade, and let it offer what is missing.

    [tool.cutpoint.services.orders]
    apps = ["orders"]
    facade = "orders.api"

    [tool.cutpoint.rules]
    cross-import = "error"
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
    code = {module.name for module in case.analysis.catalog.modules if module.role is not Role.TEST}
    for fact in case.analysis.catalog.imports:
        if fact.scope is ImportScope.TYPING or fact.importer not in code:
            continue
        source, target = services.of_module(fact.importer), services.of_module(fact.imported)
        facade = services.facade_of(target)
        if source == target or facade is None or services.is_facade(target, fact.imported):
            continue
        if facade.startswith(f"{fact.imported}."):
            # `from orders import api` loads the package on the way to the facade.
            continue
        yield Finding(
            key=Key(
                rule=RULE.name,
                source=source,
                target=target,
                subject=fact.imported,
                action=fact.scope.value,
                module=fact.importer,
                function="",
                expression="",
            ),
            place=Place(fact.path, fact.line, fact.line),
            severity=Severity.OFF,
            evidence=f"imports {fact.imported}",
            meaning=f"{target} may be used through {facade}; what {shown(source)} takes past it, {target} can't change freely.",
            move=f"Import {facade}, and let it offer what is missing.",
        )
