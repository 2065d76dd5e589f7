"""Catalog + what the configuration says of services → Services; every mistake is told at once, with the nearest right name."""

import difflib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cutpoint.domain.catalog import Catalog
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.service import OUTSIDE, Service, Services


class _Names(NamedTuple):
    apps: frozenset[str]
    models: frozenset[str]
    modules: frozenset[str]


def services_of(catalog: Catalog, configured: Iterable[Service], *, is_past: bool = False) -> Services:
    """The *configured* services, and one for each app that none of them names.

    Raises ConfigError with every name that isn't in the catalog, and everything that is said of two services; of a past
    state of the project, nothing is asked.
    """
    named = tuple(sorted(configured))
    names = _Names(
        frozenset(app.label for app in catalog.apps),
        frozenset(model.label for model in catalog.models),
        frozenset(module.name for module in catalog.modules),
    )
    mistakes = [] if is_past else [*_unknown(named, names), *_double(named), *_misnamed(named, names)]
    if mistakes:
        raise ConfigError(mistakes)
    taken = {app for service in named for app in service.apps}
    alone = tuple(Service(app.label, (app.label,)) for app in catalog.apps if app.label not in taken)
    return Services(
        tuple(sorted((*named, *alone))),
        {module.name: module.app for module in catalog.modules},
        {
            model.table: model.label
            for model in sorted(
                catalog.models, key=lambda model: (not model.managed, model.auto_created, model.label), reverse=True
            )
            if model.table is not None and not (model.abstract or model.proxy or model.swapped)
        },
        {model.label: model.module for model in catalog.models},
        {service.name: service.name for service in alone},
    )


def _unknown(services: tuple[Service, ...], names: _Names) -> Iterator[str]:
    known_modules = {".".join(name.split(".")[:count]) for name in names.modules for count in range(1, 12)}
    for service in services:
        place = f"services.{service.name}"
        for app in service.apps:
            if app not in names.apps:
                yield f"{place}: there is no app {app}{_meant(app, names.apps)}"
        for model in service.models:
            if model not in names.models:
                yield f"{place}: there is no model {model}{_meant(model, names.models)}"
        for module in service.modules:
            if module.removesuffix(".*") not in known_modules:
                yield f"{place}: there is no module {module}{_meant(module.removesuffix('.*'), known_modules)}"
        if service.facade is not None and service.facade not in known_modules:
            yield f"{place}: there is no module {service.facade} to be its facade{_meant(service.facade, known_modules)}"


def _double(services: tuple[Service, ...]) -> Iterator[str]:
    for what, kind in (("apps", "app"), ("models", "model"), ("modules", "module")):
        owners: dict[str, list[str]] = {}
        for service in services:
            for name in getattr(service, what):
                owners.setdefault(name, []).append(service.name)
        for name, several in owners.items():
            if len(several) > 1:
                yield f"services: the {kind} {name} belongs to {' and '.join(several)}; leave it in one of them"
    facades: dict[str, list[str]] = {}
    for service in services:
        if service.facade is not None:
            facades.setdefault(service.facade, []).append(service.name)
    for facade, several in facades.items():
        if len(several) > 1:
            yield f"services: {facade} is the facade of {' and '.join(several)}; give each its own"


def _misnamed(services: tuple[Service, ...], names: _Names) -> Iterator[str]:
    for service in services:
        if service.name == OUTSIDE:
            yield f"services.{OUTSIDE}: this is what code outside of apps is called; choose another name"
        elif service.name in names.apps and service.name not in service.apps and _app_stays(service.name, services):
            yield (
                f"services.{service.name}: there is an app of that name which it doesn't hold;"
                f' add it (apps = ["{service.name}"]) or choose another name'
            )
        if not (service.apps or service.models or service.modules):
            yield f"services.{service.name}: it holds nothing; give it apps, models or modules"


def _app_stays(app: str, services: tuple[Service, ...]) -> bool:
    return not any(app in service.apps for service in services)


def _meant(text: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(text, sorted(names), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
