"""Analysis → which service owns each table, for what reports say about transactions."""

from collections.abc import Callable

from cutpoint.domain.access import Bucket
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import Services


def service_of_table(analysis: Analysis, services: Services | None = None) -> Callable[[str], str | None]:
    """Asked with a table's name; None for unmanaged tables, and for a framework's, which each service has for itself.

    Without *services*, each app is one. The table of users is not a framework's: who writes it is as much a matter between
    services as for any table of ours.
    """
    users = analysis.catalog.settings.auth_user_model
    found: dict[str, str | None] = {}
    for table in analysis.tables:
        service = table.owner if services is None else services.of_table(table.name)
        is_claimed = services is not None and service is not None and services.is_configured(service)
        if table.bucket is Bucket.OWN or is_claimed or (table.model is not None and table.model == users):
            found[table.name] = service
    return found.get
