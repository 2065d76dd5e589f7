"""Catalog + decided cuts → the side of every table and module; every wrong name is told at once, with the nearest right one.

Only what is named is decided: `take` alone leaves everything else where it is, and with `keep` beside it, a model that
neither names is on no side. What spreads from roots may be elsewhere after the next commit, so no gate can stand on it.

Code is on the side of its package: of the innermost one that declares models, if all of these are on one side. Other code
may call both sides, and is on none.
"""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from cutpoint.domain.catalog import Catalog, Model
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.decided import Decided, rest_of
from cutpoint.domain.errors import ConfigError
from cutpoint.domain.lookups.followers import followers_of
from cutpoint.domain.lookups.model_names import is_ambiguous, labels_called
from cutpoint.domain.service import OUTSIDE, Service, Services
from cutpoint.relate.services import model_of_table

_UNDECIDED = ""


def decided_cuts(catalog: Catalog, cuts: Iterable[NamedCut], *, is_past: bool = False) -> tuple[Decided, ...]:
    """The *cuts* that part something.

    Raises ConfigError with every name that isn't in the catalog, and everything that is on both sides; of a past state of
    the project, nothing is asked.
    """
    models = {model.label: model for model in catalog.models if model.ours and not (model.abstract or model.swapped)}
    followed = followers_of(models.values())
    declared = {label: model for label, model in models.items() if label not in followed and not model.auto_created}
    mistakes: list[str] = []
    found: list[Decided] = []
    for cut in cuts:
        sides = dict.fromkeys(_called(declared, followed, cut, "take", mistakes), cut.name)
        kept = dict.fromkeys(_called(declared, followed, cut, "keep", mistakes), rest_of(cut.name))
        mistakes += _contradictions(cut, declared, sides, kept)
        if not cut.keep:
            kept = {label: rest_of(cut.name) for label in declared if label not in sides}
        sides.update(kept)
        if len(set(sides.values())) > 1:
            found.append(Decided(cut.name, _services(catalog, models, cut.name, sides)))
    if mistakes and not is_past:
        raise ConfigError(mistakes)
    return tuple(found)


def _called(
    models: Mapping[str, Model], followed: Mapping[str, str], cut: NamedCut, key: str, mistakes: list[str]
) -> Iterator[str]:
    for text in getattr(cut, key):
        labels = labels_called(models, text, followed)
        if not labels:
            known = sorted({name for model in models.values() for name in (model.label, model.app, model.name)})
            near = difflib.get_close_matches(text, known, n=1, cutoff=0.6)
            advice = f"; did you mean {near[0]}?" if near else ""
            mistakes.append(f"cuts.{cut.name}.{key}: no model or app is named {text}{advice}")
        elif is_ambiguous(models, text, labels):
            mistakes.append(f"cuts.{cut.name}.{key}: several models are called {text}: {', '.join(labels)}; say which")
        else:
            yield from labels


def _contradictions(
    cut: NamedCut, declared: Mapping[str, Model], taken: Mapping[str, str], kept: Mapping[str, str]
) -> Iterator[str]:
    both = sorted(taken.keys() & kept.keys())
    if both:
        yield f"cuts.{cut.name}: {', '.join(both[:5])} can't be on both sides; leave it in take or in keep"
    if declared and taken.keys() >= declared.keys():
        yield f"cuts.{cut.name}: everything is taken, so there is nothing left to cut it from; name less"


def _services(catalog: Catalog, models: Mapping[str, Model], name: str, sides: Mapping[str, str]) -> Services:
    followed = {**sides, **{label: sides[to] for label, to in followers_of(models.values()).items() if to in sides}}
    patterns = _patterns(models, sides)
    parts = tuple(
        Service(
            side,
            models=tuple(sorted(label for label, where in followed.items() if where == side)),
            modules=tuple(sorted(pattern for pattern, where in patterns.items() if where == side)),
        )
        for side in (name, rest_of(name))
    )
    return Services(
        parts,
        {},
        model_of_table(catalog),
        {model.label: model.module for model in catalog.models},
        # An app that happens to be called like the cut is no side of it.
        dict.fromkeys([*(app.label for app in catalog.apps), *(model.app for model in catalog.models)], OUTSIDE),
    )


def _patterns(models: Mapping[str, Model], sides: Mapping[str, str]) -> dict[str, str]:
    """Package or module → its side, for the outermost packages that have one."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for label, model in models.items():
        if label not in sides and (model.auto_created or model.proxy):
            continue
        side = sides.get(label, _UNDECIDED)
        for package in _with_packages_above(model.module):
            held[package].add(side)
    pure = {package: next(iter(found)) for package, found in held.items() if len(found) == 1}
    return {
        f"{package}.*": side
        for package, side in pure.items()
        if side is not _UNDECIDED and package.rpartition(".")[0] not in pure
    }


def _with_packages_above(module: str) -> Iterator[str]:
    yield module
    while "." in module:
        module = module.rpartition(".")[0]
        yield module
