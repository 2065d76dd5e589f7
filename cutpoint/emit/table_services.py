"""Analysis → which service owns each table, for what reports say about transactions."""

from collections.abc import Callable

from cutpoint.domain.access import Bucket
from cutpoint.domain.analysis import Analysis
from cutpoint.emit.access_rows import service_of


def service_of_table(analysis: Analysis) -> Callable[[str], str | None]:
    """Asked with a table's name; None for tables of nobody, and for a framework's, which each service has for itself.

    The one of users is not a framework's: who writes it is as much a matter between services as for any table of ours.
    """
    users = analysis.catalog.settings.auth_user_model
    services = {
        table.name: service_of(table.owner)
        for table in analysis.tables
        if table.bucket is Bucket.OWN or (table.model is not None and table.model == users)
    }
    return services.get
