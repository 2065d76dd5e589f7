"""A tree, its truth and a seed → what is planted where: a plan, and the texts that follow from it."""

import hashlib
from collections.abc import Iterator
from random import Random
from string import Template
from textwrap import indent
from typing import NamedTuple

from benchmarks.planted_writes.kinds import ALL, UNRELATED, WITH_ROWS, Kind, Place, Target, Way, targets_of
from benchmarks.planted_writes.receivers import Receiver, receivers_in
from benchmarks.planted_writes.sources import Source, Sources, Spot
from benchmarks.planted_writes.truth import Model, Truth

A_COMMIT = 20
"""Writes, at most."""
_TRIES = 2_000


class Insertion(NamedTuple):
    """Lines of text that a file has more; a file that isn't there is all of them."""

    path: str
    after: int
    text: str


class Plant(NamedTuple):
    """A write, and what is deleted in the commit that brings it."""

    number: int
    kind: Kind
    receiver: str
    app: str
    target: Target
    new: Insertion
    deleted: Insertion | None

    @property
    def row(self) -> tuple[str, ...]:
        """Its line of the plan."""
        gone = f"{self.deleted.path}:{self.deleted.after + 1}" if self.deleted else "-"
        place = (self.new.path, str(self.new.after + 1))
        digest = hashlib.sha256(f"{self.new} {self.deleted}".encode()).hexdigest()[:12]
        return (str(self.number), self.kind.name, self.receiver, self.app, *place, self.target.table, self.target.app, gone, digest)


class Drawing:
    """Draws of one project; a commit has one new write in a file, and each file at most one that is deleted."""

    def __init__(self, truth: Truth, sources: Sources, seed: str) -> None:
        self._truth = truth
        self._sources = sources
        self._random = Random(f"{seed} {truth.name}")  # noqa: S311 (a benchmark, not a secret)
        self._held = [each for source in sources.all.values() for each in receivers_in(source, sources)]
        self._taken: set[str] = set()

    def drawn(self, existing: int, fresh: int, deleting: int) -> list[Plant]:
        """So many writes with receivers from existing code and without, as many kinds as there are in turn."""
        wanted = [*zip(_in_turn(WITH_ROWS, existing), [True] * existing, strict=True)]
        wanted += zip(_in_turn(ALL, fresh), [False] * fresh, strict=True)
        self._random.shuffle(wanted)
        plants: list[Plant] = []
        for kind, is_existing in wanted:
            if len(plants) % A_COMMIT == 0:
                self._taken.clear()
            # Another kind takes the place of one that the project has no place for.
            others = self._random.sample(WITH_ROWS if is_existing else ALL, len(WITH_ROWS if is_existing else ALL))
            deletes = sum(each.deleted is not None for each in plants) < deleting
            found = next(filter(None, (self._one(each, is_existing, deletes, len(plants)) for each in (kind, *others))), None)
            if found is None:
                return plants
            plants.append(found)
            self._taken |= {each.path for each in (found.new, found.deleted) if each}
        return plants

    def _one(self, kind: Kind, is_existing: bool, deletes: bool, number: int) -> Plant | None:
        for _ in range(_TRIES if is_existing else 200):
            found = self._on_existing(kind) if is_existing else self._fresh(kind)
            if found is None:
                continue
            source, spot, target, words, receiver = found
            if target.app == source.app or source.path in self._taken:
                continue
            new = self._inserted(kind, source, spot, target, {**words, "n": str(number)})
            self._taken.add(new.path)
            gone = self._unrelated(kind, source, target) if deletes and kind.way is not Way.MANY else None
            return Plant(number, kind, receiver, source.app, target, new, gone)
        return None

    def _on_existing(self, kind: Kind) -> tuple[Source, Spot, Target, dict[str, str], str] | None:
        held = self._random.choice(self._held) if self._held else None
        if held is None or (held.how == "queryset") is not ("$rows" in kind.text):
            return None
        expression, model, how = held.expression, held.model, held.how
        if how != "queryset" and model.keys and self._random.random() < 0.3:
            key = self._random.choice(model.keys)
            expression, how = f"{expression}.{key.name}", "relation"
            if key.to not in self._truth.models:
                return None
            model = self._truth.models[key.to]
        if not (targets := targets_of(kind, model, self._truth)):
            return None
        return held.source, self._random.choice(held.spots), self._random.choice(targets), {"row": expression, "rows": expression}, how

    def _fresh(self, kind: Kind) -> tuple[Source, Spot, Target, dict[str, str], str] | None:
        source = self._random.choice(self._sources.by_app[self._random.choice(sorted(self._sources.by_app))])
        model = self._random.choice(list(self._truth.models.values()))
        spot = self._spot_in(source)
        if spot is None or not (targets := targets_of(kind, model, self._truth)):
            return None
        name, needed = source.name_for(model)
        row = f"planted_row = {name}.{model.manager}.get(pk=1)\n"
        rows = f"planted_rows = {name}.{model.manager}.filter(pk=1)\n"
        before = row if "$row" in kind.text.replace("$rows", "") else rows if "$rows" in kind.text else ""
        words = {"row": "planted_row", "rows": "planted_rows", "before": f"{needed}\n{before}" if before else ""}
        return source, spot, self._random.choice(targets), words, "fresh"

    def _spot_in(self, source: Source) -> Spot | None:
        spots = list(source.spots(self._random.choice(source.functions).body))
        return self._random.choice(spots) if spots else None

    def _inserted(self, kind: Kind, source: Source, spot: Spot, target: Target, words: dict[str, str]) -> Insertion:
        text, needed = _written(kind, source, target.model, target, {**words, "S": self._sender(source, target)})
        match kind.place:
            case Place.COMMAND:
                folder = next(folder for folder, app in self._truth.apps.items() if app == source.app)
                return Insertion(f"{folder}/management/commands/planted_{words['n']}.py", 0, f"{text}\n")
            case Place.MODULE:
                return Insertion(source.path, source.end.after, f"\n\n{needed}\n\n\n{text}\n")
            case _:
                lines = "\n".join(filter(None, (needed, words.get("before", "").strip(), text)))
                return Insertion(source.path, spot.after, indent(f"{lines}\n", spot.indent))

    def _sender(self, source: Source, target: Target) -> str:
        own = [model for model in self._truth.models.values() if model.app == source.app]
        return (own[0] if own else target.model).name

    def _unrelated(self, kind: Kind, source: Source, target: Target) -> Insertion | None:
        """A write of the same table and action in another file of the same app, which the base has and the commit removes."""
        others = [each for each in self._sources.by_app[source.app] if each.path not in self._taken]
        if not others:
            return None
        other = self._random.choice(others)
        spot = self._spot_in(other)
        if spot is None:
            return None
        text, needed = _written(UNRELATED[kind.action], other, target.model, target, {})
        return Insertion(other.path, spot.after, indent(f"{needed}\n{text}\n".lstrip("\n"), spot.indent))


def _in_turn(kinds: tuple[Kind, ...], count: int) -> Iterator[Kind]:
    return (kinds[number % len(kinds)] for number in range(count))


def _written(kind: Kind, source: Source, model: Model, target: Target, words: dict[str, str]) -> tuple[str, str]:
    """The text of *kind* in *source*, and the imports that it needs."""
    name, needed = source.name_for(model)
    field = model.fields[0]
    new_row = [f"{field.name}={field.literal}", *(f"{column}=1" for column in model.required)]
    text = Template(kind.text).safe_substitute(
        words,
        M=name,
        objects=model.manager,
        name=model.name,
        label=model.app,
        rel=target.relation.name,
        f=field.name,
        col=field.column,
        v=field.literal,
        kw=", ".join(new_row),
        t=model.table,
        **{"import": f"from {model.module} import {model.name}"},
    )
    return text, "\n".join(filter(None, (kind.imports, needed if "$M" in kind.text else "")))
