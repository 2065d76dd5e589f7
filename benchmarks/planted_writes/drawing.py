"""A tree, its truth and a seed → what is planted where."""

from collections.abc import Iterable
from random import Random
from textwrap import indent
from typing import NamedTuple

from benchmarks.planted_writes.kind import Kind, Place, Target, Way, targets_of
from benchmarks.planted_writes.kinds import ALL, TAKING, UNRELATED
from benchmarks.planted_writes.plan import A_COMMIT, Insertion, Plant
from benchmarks.planted_writes.receivers import Receiver, receivers_in
from benchmarks.planted_writes.sources import Source, Sources, Spot
from benchmarks.planted_writes.truth import Model, Truth
from benchmarks.planted_writes.writing import declared, table_of, written

_TRIES = 2_000
_ACROSS_A_KEY = 0.3
"""How often a row that existing code leads to takes the place of the one that it holds."""
_AHEAD = 1.5
_SAME_FILE = 0.5
"""How often a write is deleted in the file of the new one."""


class _Ground(NamedTuple):
    """A place, what is written there, and the row that the text has of *model*; `row` is what existing code calls it."""

    source: Source
    spot: Spot
    model: Model
    target: Target
    receiver: str
    row: str = ""


class Drawing:
    """Draws of one project; in a commit, a file has at most one new write and one that is deleted beside it."""

    def __init__(self, truth: Truth, sources: Sources, seed: str) -> None:
        self._truth = truth
        self._sources = sources
        self._random = Random(f"{seed} {truth.name}")  # noqa: S311 (a benchmark, not a secret)
        self._held = [each for source in sources.all.values() for each in receivers_in(source, sources)]
        self._taken: set[str] = set()

    def drawn(self, existing: Iterable[Kind], fresh: Iterable[Kind], deleting: int, first: int) -> list[Plant]:
        """Writes with receivers from existing code and without, *deleting* of them beside another; *first* is the number of the first."""
        wanted = [*((kind, True) for kind in existing), *((kind, False) for kind in fresh)]
        self._random.shuffle(wanted)
        plants: list[Plant] = []
        for position, (kind, is_existing) in enumerate(wanted):
            if len(plants) % A_COMMIT == 0:
                self._taken.clear()
            # Another kind takes the place of one that the project has no place for.
            kinds = TAKING if is_existing else ALL
            others = self._random.sample(kinds, len(kinds))
            left = deleting - sum(each.deleted is not None for each in plants)
            # Not all kinds have an unrelated write beside them.
            deletes = left > 0 and self._random.random() < _AHEAD * left / (len(wanted) - position)
            tried = (self._one(each, is_existing, deletes, first + len(plants)) for each in (kind, *others))
            if (found := next(filter(None, tried), None)) is None:
                continue
            plants.append(found)
            self._taken |= {each.path for each in (found.base, found.new, found.deleted) if each}
        return plants

    def _one(self, kind: Kind, is_existing: bool, deletes: bool, number: int) -> Plant | None:
        for _ in range(_TRIES):
            ground = self._existing(kind) if is_existing else self._fresh(kind)
            if ground is None or ground.target.model.app == ground.source.app or ground.source.path in self._taken:
                continue
            words = {"n": str(number), **({"row": ground.row, "rows": ground.row} if ground.row else {})}
            base = self._declared(kind, ground, words)
            if kind.beside and base is None:
                continue
            new = self._inserted(kind, ground, words)
            gone = self._unrelated(kind, ground) if deletes else None
            table = table_of(kind, ground.target, str(number))
            return Plant(
                number,
                self._truth.name,
                kind.name,
                kind.channel,
                ground.receiver,
                ground.source.app,
                table,
                ground.target.model.app,
                base,
                new,
                gone,
            )
        return None

    def _existing(self, kind: Kind) -> _Ground | None:
        held: Receiver = self._random.choice(self._held)
        if (held.how == "queryset") is not kind.with_rows:
            return None
        expression, model, how = held.expression, held.model, held.how
        if how != "queryset" and model.keys and self._random.random() < _ACROSS_A_KEY:
            key = self._random.choice(model.keys)
            if key.to not in self._truth.models:
                return None
            expression, model, how = f"{expression}.{key.name}", self._truth.models[key.to], f"{how}, across a key"
        targets = targets_of(kind, model, self._truth)
        if not targets:
            return None
        return _Ground(
            held.source, self._random.choice(held.spots), model, self._random.choice(targets), how, expression
        )

    def _fresh(self, kind: Kind) -> _Ground | None:
        source = self._random.choice(self._sources.by_app[self._random.choice(sorted(self._sources.by_app))])
        model = self._random.choice(list(self._truth.models.values()))
        spot = self._spot_in(source)
        targets = targets_of(kind, model, self._truth)
        if spot is None or not targets:
            return None
        return _Ground(source, spot, model, self._random.choice(targets), "new")

    def _spot_in(self, source: Source, but_around: int = 0) -> Spot | None:
        function = self._random.choice(source.functions)
        around = function.lineno <= but_around <= (function.end_lineno or function.lineno)
        spots = [] if around else list(source.spots(function.body))
        return self._random.choice(spots) if spots else None

    def _declared(self, kind: Kind, ground: _Ground, words: dict[str, str]) -> Insertion | None:
        models = self._sources.all.get(ground.target.model.path)
        if not kind.beside or models is None or models.path in {*self._taken, ground.source.path}:
            return None
        return Insertion(models.path, models.end.after, declared(kind, models, ground.target, words))

    def _inserted(self, kind: Kind, ground: _Ground, words: dict[str, str]) -> Insertion:
        source, spot = ground.source, ground.spot
        own = (model for model in self._truth.models.values() if model.app == source.app)
        sender = next(own, ground.target.model)
        called, needed = source.name_of(sender.module, sender.name)
        imports, text = written(kind, source, ground.model, ground.target, {**words, "S": called})
        if "$S" in kind.text:
            imports = "\n".join(dict.fromkeys(filter(None, (*imports.split("\n"), needed))))
        match kind.place:
            case Place.COMMAND:
                folder = next(folder for folder, app in self._truth.apps.items() if app == source.app)
                return Insertion(f"{folder}/management/commands/planted_{words['n']}.py", 0, f"{imports}\n\n\n{text}\n")
            case Place.MODULE:
                return Insertion(
                    source.path, source.end.after, "\n\n\n".join(filter(None, ("\n", imports, f"{text}\n")))
                )
            case _:
                return Insertion(source.path, spot.after, indent(_lines(imports, text), spot.indent))

    def _unrelated(self, kind: Kind, ground: _Ground) -> Insertion | None:
        """A write of the same table and action in another function of the same app, which the base has and the commit removes."""
        if kind.way is Way.MANY or kind.table != "$t" or ground.target.table != ground.target.model.table:
            return None
        others = [each for each in self._sources.by_app.get(ground.source.app, ()) if each.path not in self._taken]
        other = (
            ground.source
            if self._random.random() < _SAME_FILE and ground.source.functions
            else self._random.choice(others)
        )
        spot = self._spot_in(other, ground.spot.after + 1 if other is ground.source else 0)
        if spot is None:
            return None
        imports, text = written(UNRELATED[kind.action], other, ground.target.model, ground.target, {})
        return Insertion(other.path, spot.after, indent(_lines(imports, text), spot.indent))


def _lines(*parts: str) -> str:
    return "".join(f"{part}\n" for part in parts if part)
