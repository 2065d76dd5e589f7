"""Catalog → columns of apps, models, modules and tables, and the numbers by which all other columns speak of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.access import Action, Bucket
from cutpoint.domain.service import OUTSIDE
from cutpoint.domain.source import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.access import TableUse
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.service import Services
    from cutpoint.emit.html.strings import Strings

Columns = dict[str, list[int]]

_ROLES = {Role.CODE: 0, Role.TEST: 1, Role.MIGRATION: 2}
ACTIONS = {action: number for number, action in enumerate(Action)}


class Nouns:
    """Numbers of everything that has a name; -1 for what there is none of."""

    def __init__(self, analysis: Analysis, services: Services | None, strings: Strings) -> None:
        """Without *services*, each app is one."""
        catalog = analysis.catalog
        self._strings = strings
        self._services = services
        self._analysis = analysis
        self._apps = sorted(catalog.apps, key=lambda app: app.label)
        self._models = [model for model in catalog.models if not (model.abstract or model.swapped)]
        self.app = {app.label: number for number, app in enumerate(self._apps)}
        self.model = {model.label: number for number, model in enumerate(self._models)}
        self.module = {module.name: number for number, module in enumerate(catalog.modules)}
        self.module_of_path = {module.path: number for number, module in enumerate(catalog.modules)}
        self.table = {table.name: number for number, table in enumerate(analysis.tables)}
        held = {self.service_of_app(app.label) for app in self._apps}
        held |= {services.of_model(model.label) for model in self._models} if services is not None else set()
        held |= {services.of_module(module.name) for module in catalog.modules} if services is not None else set()
        self._service_names = sorted(held)
        self.service = {name: number for number, name in enumerate(self._service_names)}

    def service_of_app(self, label: str | None) -> str:
        """The name of the service of an app."""
        return self._services.of_app(label) if self._services is not None else label or OUTSIDE

    def service_of_code(self, module: str, app: str | None) -> int:
        """The service of code that is done on behalf of *app*."""
        number = self.module.get(module)
        own = number is not None and self._analysis.catalog.modules[number].app == app
        name = self._services.of_module(module) if self._services is not None and own else self.service_of_app(app)
        return self.service.get(name, -1)

    def services(self) -> dict[str, object]:
        """Names, and whether anybody configured them."""
        facades = [
            self._services.facade_of(name) if self._services is not None else None for name in self._service_names
        ]
        return {
            "configured": self._services is not None,
            "name": [self._strings(name) for name in self._service_names],
            "facade": [self._strings(facade) for facade in facades],
        }

    def apps(self) -> Columns:
        """Sorted by label."""
        return {
            "label": [self._strings(app.label) for app in self._apps],
            "name": [self._strings(app.name) for app in self._apps],
            "path": [self._strings(app.path) for app in self._apps],
            "ours": [int(app.ours) for app in self._apps],
            "service": [self.service[self.service_of_app(app.label)] for app in self._apps],
        }

    def models(self) -> Columns:
        """Those that have rows somewhere, sorted by label."""
        of_model = self._services.of_model if self._services is not None else None
        return {
            "label": [self._strings(model.label) for model in self._models],
            "app": [self.app.get(model.app, -1) for model in self._models],
            "service": [
                self.service.get(of_model(model.label) if of_model else model.app, -1) for model in self._models
            ],
            "module": [self.module.get(model.module, -1) for model in self._models],
            "path": [self._strings(model.path) for model in self._models],
            "line": [model.line for model in self._models],
            "table": [self.table.get(model.table or "", -1) for model in self._models],
            "ours": [int(model.ours) for model in self._models],
            "made": [int(model.auto_created) for model in self._models],
            "columns": [len(model.fields) for model in self._models],
        }

    def modules(self) -> Columns:
        """Sorted by name."""
        modules = self._analysis.catalog.modules
        return {
            "name": [self._strings(module.name) for module in modules],
            "path": [self._strings(module.path) for module in modules],
            "app": [self.app.get(module.app or "", -1) for module in modules],
            "service": [self.service_of_code(module.name, module.app) for module in modules],
            "role": [_ROLES[module.role] for module in modules],
        }

    def tables(self) -> dict[str, list[object]]:
        """Sorted by name; who writes and reads each, with the number of places."""
        tables = self._analysis.tables
        return {
            "name": [self._strings(table.name) for table in tables],
            "model": [self.model.get(table.model or "", -1) for table in tables],
            "owner": [self.app.get(table.owner or "", -1) for table in tables],
            "framework": [int(table.bucket is Bucket.FRAMEWORK) for table in tables],
            "writers": [self._uses(table.writers) for table in tables],
            "readers": [self._uses(table.readers) for table in tables],
        }

    def _uses(self, uses: Iterable[TableUse]) -> list[list[int]]:
        return [[self.app.get(use.app or "", -1), use.sites] for use in uses]
