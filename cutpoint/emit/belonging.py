"""Who belongs to which service, for the reports: as configured, or each app for itself."""

from collections import defaultdict
from collections.abc import Iterator

import msgspec

from cutpoint.domain.access import Access, TableUse
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.service import OUTSIDE, Service, Services


class ServiceRow(msgspec.Struct, frozen=True):
    """A service, as configured; by default there is one for each first-party app."""

    name: str
    apps: tuple[str, ...]
    models: tuple[str, ...]
    modules: tuple[str, ...]
    facade: str | None


class Belonging:
    """Asked with what reports speak of, it answers with the names of services; None for code outside of all apps."""

    def __init__(self, services: Services | None = None, analysis: Analysis | None = None) -> None:
        """Without *services*, each app is one; *analysis* knows the modules of files."""
        self._services = services
        self._modules = {} if analysis is None else {module.path: module for module in analysis.catalog.modules}

    def of_app(self, label: str | None) -> str | None:
        """The service of an app."""
        if self._services is None or label is None:
            return label
        return self._services.of_app(label)

    def of_access(self, access: Access) -> str | None:
        """The service that counts as reader or writer: of the app on whose behalf it is done, else of the code."""
        if self._services is None or access.on_behalf_of is not None:
            return self.of_app(access.doer)
        return _named(self._services.of_module(access.module))

    def of_uses(self, use: TableUse) -> Iterator[tuple[str | None, int]]:
        """(service, number of places) of what an app does to a table: its modules may belong to several services."""
        if self._services is None:
            yield use.app, use.sites
            return
        sites: defaultdict[str | None, int] = defaultdict(int)
        for place in use.evidence:
            module = self._modules.get(place.path)
            is_own = module is not None and module.app == use.app
            sites[_named(self._services.of_module(module.name)) if module and is_own else self.of_app(use.app)] += 1
        yield from sorted(sites.items(), key=lambda item: (item[0] is None, item[0] or ""))

    def rows(self, analysis: Analysis) -> tuple[ServiceRow, ...]:
        """All services that hold something of ours, sorted by name."""
        if self._services is None:
            return tuple(
                ServiceRow(app.label, (app.label,), (), (), None)
                for app in sorted(analysis.catalog.apps, key=lambda app: app.label)
                if app.ours
            )
        ours = {app.label for app in analysis.catalog.apps if app.ours}
        return tuple(_row(each) for each in sorted(self._services.services) if self._holds(each, ours))

    def _holds(self, service: Service, ours: set[str]) -> bool:
        is_configured = self._services is not None and self._services.is_configured(service.name)
        return is_configured or not ours.isdisjoint(service.apps)


def _row(service: Service) -> ServiceRow:
    return ServiceRow(service.name, service.apps, service.models, service.modules, service.facade)


def _named(service: str) -> str | None:
    return None if service == OUTSIDE else service
