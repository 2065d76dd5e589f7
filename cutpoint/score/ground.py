"""Facts + graph → numbers by which the sides and crossings of many cuts are worked out at once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from cutpoint.domain.sensitivity import is_sensitive
from cutpoint.score.join_classes import JoinClass, class_of_join
from cutpoint.score.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from cutpoint.domain.catalog import Import
    from cutpoint.score.facts import Facts
    from cutpoint.score.model_graph import ModelGraph
    from cutpoint.score.observations import Use
    from cutpoint.score.rows import Floats, Numbers

    Flags = NDArray[np.bool_]

USE_KINDS = ("write", "consequence", "read", "join")
_LOOSE = frozenset({"SET_NULL", "SET_DEFAULT", "SET", "DO_NOTHING"})


class Ground:
    """What doesn't depend on a cut; models are numbered in the order of labels, third-party ones after them."""

    def __init__(self, facts: Facts, graph: ModelGraph) -> None:
        self.facts = facts
        self.graph = graph
        self.labels = facts.subjects.labels
        self.thirds = tuple(facts.third_parties)
        self.number: dict[str, int] = {label: at for at, label in enumerate((*self.labels, *self.thirds))}
        self.functions = {name: at for at, name in enumerate(facts.leanings_of_function)}
        self.modules = {name: at for at, name in enumerate(facts.app_of_module)}

    # Modules and functions.

    @cached_property
    def module_leanings(self) -> Rows:
        """Of each module, how strongly it goes where each model goes."""
        return self._rows(self.facts.leanings_of_module.get(name, ()) for name in self.modules)

    @cached_property
    def module_written(self) -> Rows:
        """Of each module, the models that it writes by itself."""
        return self._rows(self._counted(self.facts.written_by.get(name, ())) for name in self.modules)

    @cached_property
    def alike(self) -> tuple[tuple[str, ...], Numbers]:
        """One function for all that go the same way whatever is cut, and of each function the number of that one."""
        facts, classes = self.facts, self.facts.subjects.row_classes
        known: dict[tuple[object, ...], int] = {}
        first: list[str] = []
        found: list[int] = []
        for name in self.functions:
            row = classes.get(name.rpartition(".")[0], "")
            written = facts.written_by.get(name, frozenset())
            key = (row,) if row else (facts.uses_of_function[name][0].module, facts.leanings_of_function[name], written)
            if key not in known:
                known[key] = len(known)
                first.append(name)
            found.append(known[key])
        return tuple(first), np.array(found, dtype=np.int64)

    @cached_property
    def function_leanings(self) -> Rows:
        """Of each of these, how strongly it goes where each model goes."""
        return self._rows(self.facts.leanings_of_function[name] for name in self.alike[0])

    @cached_property
    def function_models(self) -> Rows:
        """Of each, the models that it uses."""
        found = self.facts.leanings_of_function
        return self._rows(self._counted(label for label, _ in found[name]) for name in self.alike[0])

    @cached_property
    def function_written(self) -> Rows:
        """Of each, the models that it writes by itself."""
        return self._rows(self._counted(self.facts.written_by.get(name, ())) for name in self.alike[0])

    @cached_property
    def module_of_function(self) -> Numbers:
        """Of each, the module that it lies in; -1 for none."""
        uses = self.facts.uses_of_function
        return np.array([self.modules.get(uses[name][0].module, -1) for name in self.alike[0]], dtype=np.int64)

    @cached_property
    def row_of_function(self) -> Numbers:
        """Of each, the model whose method it is; -1 for none."""
        classes = self.facts.subjects.row_classes
        owners = (classes.get(name.rpartition(".")[0], "") for name in self.alike[0])
        return np.array([self.number.get(owner, -1) for owner in owners], dtype=np.int64)

    @cached_property
    def homes(self) -> tuple[Rows, Numbers]:
        """The models that code may be at home with, and for each module which; -1 for none."""
        known: dict[tuple[str, ...], int] = {}
        of_module: list[int] = []
        for module, app in self.facts.app_of_module.items():
            held = self.facts.home_of(module, app)
            of_module.append(known.setdefault(held, len(known)) if held else -1)
        return self._rows(map(self._counted, known)), np.array(of_module, dtype=np.int64)

    # What may cross.

    @cached_property
    def use_ends(self) -> tuple[Numbers, Numbers]:
        """(different, 3), and of each use which: what does it, as `alike` numbers it, its model, and a join's own model or -1."""
        alike = self.alike[1]
        ends = [
            (
                int(alike[self.functions[use.function]]),
                self.number[use.model],
                self.number.get(use.base, -1) if use.action == "join" else -1,
            )
            for use in self.facts.uses
        ]
        found, which = np.unique(np.array(ends, dtype=np.int64).reshape(-1, 3), axis=0, return_inverse=True)
        return found, which.reshape(-1)

    @cached_property
    def weights_of_uses(self) -> Floats:
        """(USE_KINDS, different): of each different use, how much all like it count among those of each kind."""
        found, which = self.use_ends
        weights = [self.weights_of_each_use(kind) for kind in USE_KINDS]
        return np.stack([np.bincount(which, weights=each, minlength=len(found)) for each in weights])

    def weights_of_each_use(self, kind: str) -> Floats:
        """Of each use, ln(n / m) / ln(n), where its function touches m of n models by itself; 0 of other kinds."""
        return self._weights_of_uses[kind]

    @cached_property
    def _weights_of_uses(self) -> dict[str, Floats]:
        uses, rare = self.facts.uses, self.facts.rarity_of_function
        rarities = np.array([rare[use.function] for use in uses])
        kinds = ["" if _has_it_already(use) else use.kind_of_use for use in uses]
        return {kind: np.array([each == kind for each in kinds], dtype=np.float64) * rarities for kind in USE_KINDS}

    @cached_property
    def links(self) -> tuple[Numbers, Numbers, Floats]:
        """Of each relation, its model, the other one, and its weight."""
        found = self.facts.links
        return (
            np.array([self.number[link.model] for link in found], dtype=np.int64),
            np.array([self.number[link.to] for link in found], dtype=np.int64),
            np.array([0.5 if link.relation.on_delete in _LOOSE else 1.0 for link in found]),
        )

    @cached_property
    def extents(self) -> Rows:
        """Of each transaction, the models that code names to be written."""
        return self._rows(self._counted(extent.named) for extent in self.facts.extents)

    @cached_property
    def sided_imports(self) -> tuple[Import, ...]:
        """Those between modules that may have a side."""
        return tuple(
            each for each in self.facts.imports if each.importer in self.modules and each.imported in self.modules
        )

    @cached_property
    def imports(self) -> tuple[Numbers, Numbers]:
        """Of each of these imports, who and whom."""
        found = self.sided_imports
        return (
            np.array([self.modules[each.importer] for each in found], dtype=np.int64),
            np.array([self.modules[each.imported] for each in found], dtype=np.int64),
        )

    # Ties and groups.

    @cached_property
    def ties(self) -> Rows:
        """Of each model, what ties it to each other one."""
        return Rows(self.graph.neighbors, len(self.labels))

    @cached_property
    def ties_in_groups(self) -> Rows:
        """The same within its group."""
        groups = self.groups
        return Rows(
            [
                [(other, weight) for other, weight in row if groups[other] == groups[at]]
                for at, row in enumerate(self.graph.neighbors)
            ],
            len(self.labels),
        )

    @cached_property
    def widest(self) -> int:
        """How many numbers a single cut takes at most in one step."""
        return max(
            1, len(self.use_ends[0]), *(rows.size for rows in (self.function_leanings, self.module_leanings, self.ties))
        )

    @property
    def degrees(self) -> Floats:
        """(models, 1): the weight of all ties of each model."""
        return self.ties.whole

    @cached_property
    def groups(self) -> Numbers:
        """Of each model, the number of its group."""
        numbers = {name: at for at, name in enumerate(self.facts.models_of_group)}
        return np.array([numbers[self.facts.group_of[label]] for label in self.labels], dtype=np.int64)

    @cached_property
    def members(self) -> Rows:
        """Of each group, its models."""
        return self._rows(map(self._counted, self.facts.models_of_group.values()))

    @cached_property
    def columns(self) -> tuple[Floats, Floats]:
        """Of each model, how many columns there are, and how many of them look sensitive."""
        models = self.facts.subjects.models
        found = [[field.name for field in models[label].fields] for label in self.labels]
        return (
            np.array([len(names) for names in found], dtype=np.float64),
            np.array([sum(map(is_sensitive, names)) for names in found], dtype=np.float64),
        )

    def taking(self, cuts: Sequence[Iterable[str]]) -> Flags:
        """(models, cuts): whether each of *cuts* takes each model."""
        found = np.zeros((len(self.labels), len(cuts)), dtype=np.bool_)
        for at, cut in enumerate(cuts):
            found[[self.number[label] for label in cut], at] = True
        return found

    def _rows(self, rows: Iterable[Iterable[tuple[str, float]]]) -> Rows:
        return Rows([[(self.number[label], weight) for label, weight in row] for row in rows], len(self.labels))

    def _counted(self, labels: Iterable[str]) -> list[tuple[str, float]]:
        return [(label, 1.0) for label in labels]


def _has_it_already(use: Use) -> bool:
    return use.action == "join" and class_of_join(use) is JoinClass.ID_ONLY
