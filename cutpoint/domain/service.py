"""Services: groups of apps, models and modules that are meant to live together; one per app until the configuration says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping

OUTSIDE = "outside"
"""What code is called that belongs to no app and to no service."""


class Service(msgspec.Struct, frozen=True, order=True):
    """One service, as it is configured or as an app makes it."""

    name: str
    apps: tuple[str, ...] = ()
    """Labels, sorted."""
    models: tuple[str, ...] = ()
    """Labels of single models that belong here whatever their app belongs to, sorted."""
    modules: tuple[str, ...] = ()
    """Dotted names; `.*` at the end takes everything below as well. The longest that fits decides."""
    facade: str | None = None
    """The module through which others may use it."""


class Services:
    """Who belongs where; ask it with names, it answers with names of services."""

    def __init__(
        self,
        services: tuple[Service, ...],
        app_of_module: Mapping[str, str | None],
        model_of_table: Mapping[str, str],
        module_of_model: Mapping[str, str],
        default_of_app: Mapping[str, str],
    ) -> None:
        """*default_of_app* holds the service of every app that none of *services* names."""
        self.services = services
        self._app_of_module = app_of_module
        self._model_of_table = model_of_table
        self._module_of_model = module_of_model
        self._of_app = {**default_of_app, **{app: service.name for service in services for app in service.apps}}
        self._of_model = {model: service.name for service in services for model in service.models}
        self._patterns = sorted(
            ((pattern, service.name) for service in services for pattern in service.modules),
            key=lambda pair: (-len(pair[0].removesuffix(".*")), pair[0].endswith(".*"), pair),
        )
        self._configured = {service.name for service in services} - set(default_of_app.values())
        self._facades = {service.name: service.facade for service in services if service.facade}
        self._modules: dict[str, str] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, sorted."""
        return tuple(sorted(service.name for service in self.services))

    def of_app(self, label: str | None) -> str:
        """The service of an app; that of code outside for None."""
        return OUTSIDE if label is None else self._of_app.get(label, label)

    def of_module(self, name: str) -> str:
        """The service of a module: by the longest pattern that fits, else by its app."""
        known = self._modules.get(name)
        if known is None:
            known = self._modules[name] = self._by_pattern(name) or self.of_app(self._app_of_module.get(name))
        return known

    def of_model(self, label: str) -> str:
        """The service of a model: by its label, else by its module's pattern, else by its app."""
        named = self._of_model.get(label)
        if named is not None:
            return named
        return self._by_pattern(self._module_of_model.get(label, "")) or self.of_app(label.partition(".")[0])

    def of_table(self, name: str) -> str | None:
        """The service that owns a table; None for one that no model declares."""
        model = self._model_of_table.get(name)
        return None if model is None else self.of_model(model)

    def is_configured(self, service: str) -> bool:
        """Whether the configuration names *service*; others are apps that stand for themselves."""
        return service in self._configured

    def facade_of(self, service: str) -> str | None:
        """The module through which *service* may be used."""
        return self._facades.get(service)

    def is_facade(self, service: str, module: str) -> bool:
        """Whether *module* is the facade of *service*, or lies in it."""
        facade = self._facades.get(service)
        return facade is not None and fits(f"{facade}.*", module)

    def _by_pattern(self, name: str) -> str | None:
        return next((service for pattern, service in self._patterns if name and fits(pattern, name)), None)


def fits(pattern: str, module: str) -> bool:
    """Whether *module* is the one that *pattern* names, or lies below it when the pattern ends with `.*`."""
    stem = pattern.removesuffix(".*")
    return module == stem or (stem != pattern and module.startswith(f"{stem}."))
