"""Analysis + services → the tables that every Django project has, and that are no matter between services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Bucket

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.service import Services


def bookkeeping_of(analysis: Analysis, services: Services) -> frozenset[str]:
    """Third-party tables: nobody of ours can own them, unless a service claims them.

    The one of users is not among them: who writes it is as much a matter between services as for any table of ours.
    """
    users = analysis.catalog.settings.auth_user_model
    return frozenset(
        table.name
        for table in analysis.tables
        if table.bucket is not Bucket.OWN
        and table.model is not None
        and table.model != users
        and not services.is_configured(services.of_model(table.model))
    )
