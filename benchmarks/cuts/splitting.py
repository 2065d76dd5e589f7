"""A project → ways to split it whose truth is known: its authors' apps, groups of them, files and families of names in an app.

Nothing here is chosen by hand: what a project has is listed, and where there is much, drawn by a seed.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.score.ties.relations import weighed_relations
from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from cutpoint.score.subjects import Subjects

LEAST = 4
"""Models on the smaller side; what is smaller is told apart."""
_UNION = (0.2, 0.5)


class Split(NamedTuple):
    """What might leave, and one root a side: of each the model that is related to most others of its side."""

    kind: str
    take: frozenset[str]
    roots: tuple[str, str]


class Splitting:
    """The splits of one project."""

    def __init__(self, subjects: Subjects) -> None:
        self._models = subjects.models
        self._related: set[tuple[str, str]] = set()
        for model, _, to, _ in weighed_relations(subjects):
            self._related |= {(model.label, to), (to, model.label)}
        self._apps: defaultdict[str, list[str]] = defaultdict(list)
        for label, model in subjects.models.items():
            self._apps[model.app].append(label)
        self._between = Counter((self._app(one), self._app(other)) for one, other in sorted(self._related))

    def splits(self, seed: str, most: int) -> list[Split]:
        """At most so many, drawn by *seed*, each once; both sides are related and have at least LEAST models."""
        found: dict[frozenset[str], Split] = {}
        for each in (*self._apps_alone(), *self._pairs(), *self._unions(), *self._files(), *self._families()):
            found.setdefault(each.take, each)
        listed = list(found.values())
        drawn = sorted(random.Random(seed).sample(range(len(listed)), min(most, len(listed))))  # noqa: S311 (repeatable)
        return [listed[at] for at in drawn]

    def split(
        self, kind: str, take: Collection[str], *, root: Collection[str] = (), across: Collection[str] = ()
    ) -> Iterator[Split]:
        """That *take* leaves; roots are looked for in *root* and *across*, where these are given."""
        taken = frozenset(take)
        kept = frozenset(self._models).difference(taken)
        if min(len(taken), len(kept)) >= LEAST and any(one in taken and other in kept for one, other in self._related):
            yield Split(kind, taken, (self._root(taken, root or taken), self._root(kept, across or kept)))

    def _root(self, side: Collection[str], among: Collection[str]) -> str:
        return min(among, key=lambda label: (-sum((label, other) in self._related for other in side), label))

    def _app(self, label: str) -> str:
        return self._models[label].app

    def _apps_alone(self) -> Iterator[Split]:
        for _, labels in sorted(self._apps.items()):
            yield from self.split("app", labels)

    def _pairs(self) -> Iterator[Split]:
        """An app and the one that it is tied to most."""
        for app, labels in sorted(self._apps.items()):
            near = [
                (-count / (len(labels) * len(self._apps[other])) ** 0.5, other)
                for (one, other), count in self._between.items()
                if one == app != other and min(len(labels), len(self._apps[other])) >= LEAST - 1
            ]
            if near:
                yield from self.split("two apps", [*labels, *self._apps[min(near)[1]]], root=labels)

    def _unions(self) -> Iterator[Split]:
        """Apps, joined by their ties until they are a fifth to a half of all."""
        least, most = (share * len(self._models) for share in _UNION)
        for app, labels in sorted(self._apps.items()):
            group, held = [app], len(labels)
            while held < least:
                ties: Counter[str] = Counter()
                for (one, other), count in self._between.items():
                    if one in group and other not in group:
                        ties[other] += count
                if not ties:
                    break
                group.append(min(ties, key=lambda other: (-ties[other] / len(self._apps[other]) ** 0.5, other)))
                held += len(self._apps[group[-1]])
            if len(group) > 1 and least <= held <= most and len(labels) >= LEAST:
                yield from self.split("union", [label for each in group for label in self._apps[each]])

    def _files(self) -> Iterator[Split]:
        yield from self._inside("file", lambda label: self._models[label].module)

    def _families(self) -> Iterator[Split]:
        """Models of one app whose names begin with one word."""
        yield from self._inside("family", lambda label: words_of(self._models[label].name)[:1])

    def _inside(self, kind: str, key: Callable[[str], object]) -> Iterator[Split]:
        for _, labels in sorted(self._apps.items()):
            groups: defaultdict[object, list[str]] = defaultdict(list)
            for label in labels:
                groups[key(label)].append(label)
            for group in groups.values():
                others = sorted(set(labels).difference(group))
                if min(len(group), len(others)) >= LEAST:
                    yield from self.split(kind, group, across=others)
