"""Catalog + what the configuration says of services → Services; every mistake is told at once, with the nearest right name."""

import difflib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cutpoint.domain.catalog import Catalog
from cutpoint.domain.decided import rest_of
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.gate import Gate
from cutpoint.domain.service import OUTSIDE, Service, Services, fits


class _Names(NamedTuple):
    apps: frozenset[str]
    models: frozenset[str]
    modules: frozenset[str]
    """Packages included that have no file of their own."""


def services_of(catalog: Catalog, gate: Gate, *, is_past: bool = False) -> Services:
    """The services of *gate*, and one for each app that none of them names.

    Raises ConfigError with the mistakes of *gate*, every name that isn't in the catalog, and everything that is said of two
    services; of a past state of the project, nothing is asked.
    """
    named = tuple(sorted(gate.services))
    taken = {app for service in named for app in service.apps}
    names = {service.name for service in named}
    # In the past, an app may have had the name of a service that didn't hold it.
    alone = tuple(
        Service(app.label, (app.label,)) for app in catalog.apps if app.label not in taken and app.label not in names
    )
    services = Services(
        tuple(sorted((*named, *alone))),
        {module.name: module.app for module in catalog.modules},
        model_of_table(catalog),
        {model.label: model.module for model in catalog.models},
        {service.name: service.name for service in alone},
    )
    mistakes = [] if is_past else list(_mistakes(catalog, gate, named, services))
    if mistakes or gate.mistakes:
        raise ConfigError([*gate.mistakes, *mistakes])
    return services


def model_of_table(catalog: Catalog) -> dict[str, str]:
    """The model that declares each table; of several the one that Django would make it for."""
    worst_first = sorted(
        catalog.models, key=lambda model: (not model.managed, model.auto_created, model.label), reverse=True
    )
    return {
        model.table: model.label
        for model in worst_first
        if model.table is not None and not (model.abstract or model.proxy or model.swapped)
    }


def _mistakes(catalog: Catalog, gate: Gate, named: tuple[Service, ...], services: Services) -> Iterator[str]:
    modules = frozenset(module.name for module in catalog.modules)
    names = _Names(
        frozenset(app.label for app in catalog.apps),
        frozenset(model.label for model in catalog.models),
        modules | {above for name in modules for above in _packages_above(name)},
    )
    yield from _unknown(gate, names)
    yield from _double(named)
    yield from _misnamed(gate, names)
    yield from _misplaced(gate, modules, services)
    known = {*services.names, OUTSIDE, *(side for cut in gate.cuts for side in (cut.name, rest_of(cut.name)))}
    for name in sorted({name for said in gate.severities for name in (said.source, said.target)} - {"*"} - known):
        yield f"rules: there is no service {name}{_meant(name, known)}"


def _packages_above(module: str) -> Iterator[str]:
    while "." in module:
        module = module.rpartition(".")[0]
        yield module


def _place(gate: Gate, service: Service, key: str = "") -> str:
    return gate.places.get((service.name, key), f"services.{service.name}")


def _unknown(gate: Gate, names: _Names) -> Iterator[str]:
    for service in sorted(gate.services):
        for app in service.apps:
            if app not in names.apps:
                yield f"{_place(gate, service, 'apps')}: there is no app {app}{_meant(app, names.apps)}"
        for model in service.models:
            if model not in names.models:
                yield f"{_place(gate, service, 'models')}: there is no model {model}{_meant(model, names.models)}"
        for module in service.modules:
            stem = module.removesuffix(".*")
            if stem not in names.modules:
                meant = _meant(stem, names.modules, ".*" if stem != module else "")
                yield f"{_place(gate, service, 'modules')}: there is no module {module}{meant}"
        facade = service.facade
        if facade is not None and facade not in names.modules:
            place = _place(gate, service, "facade")
            yield f"{place}: there is no module {facade} to be its facade{_meant(facade, names.modules)}"


def _double(services: tuple[Service, ...]) -> Iterator[str]:
    for what, kind in (("apps", "app"), ("models", "model"), ("modules", "module")):
        owners: dict[str, list[str]] = {}
        for service in services:
            for name in dict.fromkeys(getattr(service, what)):
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


def _misnamed(gate: Gate, names: _Names) -> Iterator[str]:
    taken = {app for service in gate.services for app in service.apps}
    for service in sorted(gate.services):
        place = _place(gate, service)
        if service.name == OUTSIDE:
            yield f"{place}: this is what code outside of apps is called; choose another name"
        elif service.name in names.apps and service.name not in taken:
            yield (
                f"{place}: there is an app of that name which it doesn't hold;"
                f' add it (apps = ["{service.name}"]) or choose another name'
            )
        # What a mistake was made about may be all that it holds.
        if not (service.apps or service.models or service.modules or gate.mistakes):
            yield f"{place}: it holds nothing; give it apps, models or modules"


def _misplaced(gate: Gate, modules: frozenset[str], services: Services) -> Iterator[str]:
    """Facades that belong to somebody else: what they do to the service's tables would not be its own."""
    for service in sorted(gate.services):
        facade = service.facade
        inside = sorted(module for module in modules if facade is not None and fits(f"{facade}.*", module))
        strangers = sorted({services.of_module(module) for module in inside} - {service.name})
        if strangers:
            yield (
                f"{_place(gate, service, 'facade')}: its facade {facade} belongs to {' and '.join(strangers)};"
                f' add it (modules = ["{facade}.*"]) or name a module of its own'
            )


def _meant(text: str, names: Iterable[str], end: str = "") -> str:
    near = difflib.get_close_matches(text, sorted(names), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}{end}?" if near else ""
