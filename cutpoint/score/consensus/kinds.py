"""Subjects → how strongly each two models are tied, one matrix for each kind of tie.

A group (a function, a module's uses, a transaction, a word, a column, a file, a package) of m of n models ties each two of
them by ln(n/m)/(m-1): the more models it touches, the less it says about any two, and nothing when it touches all. Sums over
groups of code enter by their logarithm. What only a cascade reaches was named by nobody, and is no member.
Inverse frequency: Spärck Jones, A statistical interpretation of term specificity and its application in retrieval, 1972.
"""

from __future__ import annotations

from collections import defaultdict
from math import log, log1p
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from cutpoint.domain.access import Certainty
from cutpoint.domain.cut import Channel
from cutpoint.score.surroundings import and_around, imported_pairs
from cutpoint.score.ties import id_columns
from cutpoint.score.ties.relations import weighed_relations
from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import numpy.typing as npt

    from cutpoint.domain.catalog import Model
    from cutpoint.score.subjects import Subjects

    Matrix = npt.NDArray[np.float64]

HOLDING = frozenset({Channel.FILE, Channel.PACKAGE})
"""Kinds that read what holds models."""
PLACES = HOLDING | {Channel.IMPORT}
"""Kinds that read where models are declared."""
NAMES = frozenset({Channel.WORDS, Channel.FIELDS, Channel.ID_COLUMN})
"""Kinds that read what models and columns are called."""

Groups = dict[str, set[str]]


class Kinds(NamedTuple):
    """What is known of each two models; *matrices* are symmetric, with rows and columns in the order of *labels*."""

    labels: tuple[str, ...]
    matrices: dict[Channel, Matrix]
    places: tuple[str, ...] = ()
    """The module of each model; empty where places are hidden."""


def kinds_of(subjects: Subjects, *, blind: bool = False) -> Kinds:
    """The ties of *subjects*; with *blind*, neither what names say nor where models are declared is read."""
    hidden = PLACES | NAMES if blind else frozenset[Channel]()
    matrices = {channel: ties for channel, ties in _matrices(subjects) if channel not in hidden and ties.any()}
    places = () if blind else tuple(model.module for model in subjects.models.values())
    return Kinds(subjects.labels, matrices, places)


def _matrices(subjects: Subjects) -> Iterator[tuple[Channel, Matrix]]:
    yield (
        Channel.RELATION,
        _paired(subjects, ((one.label, to, weight) for one, _, to, weight in weighed_relations(subjects))),
    )
    yield Channel.ID_COLUMN, _paired(subjects, ((tie.one, tie.other, tie.weight) for tie in id_columns.ties(subjects)))
    yield Channel.JOIN, _logarithms(_paired(subjects, _joins(subjects)))
    used = _Used(subjects)
    yield Channel.FUNCTION, _logarithms(_grouped(subjects, used.functions))
    yield Channel.ENTRY, _logarithms(_grouped(subjects, used.entries))
    yield Channel.MODULE, _logarithms(_grouped(subjects, used.modules, used.times))
    yield Channel.TRANSACTION, _logarithms(_grouped(subjects, _transactions(subjects)))
    yield Channel.WORDS, _grouped(subjects, _having(subjects, lambda model: words_of(model.name)))
    yield Channel.FIELDS, _grouped(subjects, _having(subjects, _columns))
    yield Channel.FILE, _grouped(subjects, _having(subjects, lambda model: (model.module,)))
    yield Channel.PACKAGE, _grouped(subjects, _having(subjects, _packages))
    yield Channel.IMPORT, _paired(subjects, _imports(subjects))


def _logarithms(ties: Matrix) -> Matrix:
    """The logarithms of *ties*, in their place; of hardly any two of many models there is one to take."""
    return np.log1p(ties, out=ties, where=ties > 0)


def _paired(subjects: Subjects, pairs: Iterable[tuple[str, str, float]]) -> Matrix:
    index = {label: at for at, label in enumerate(subjects.labels)}
    found = np.zeros((len(index), len(index)))
    for one, other, weight in pairs:
        if one != other:
            found[index[one], index[other]] += weight
            found[index[other], index[one]] += weight
    return found


def _grouped(subjects: Subjects, groups: Groups, times: Mapping[tuple[str, str], float] | None = None) -> Matrix:
    """*times* says for (name of a group, model) how much of the group is about it, by default 1."""
    index = {label: at for at, label in enumerate(subjects.labels)}
    found = np.zeros((len(index), len(index)))
    for name, group in sorted(groups.items()):
        labels = sorted(group)
        if not 2 <= len(labels) < len(index):
            continue
        at = [index[label] for label in labels]
        much = np.array([times[name, label] if times else 1.0 for label in labels])
        found[np.ix_(at, at)] += log(len(index) / len(at)) / (len(at) - 1) * np.sqrt(np.outer(much, much))
    np.fill_diagonal(found, 0)
    return found


class _Used:
    """The models that code uses together: in one function, on behalf of one, and in one module."""

    def __init__(self, subjects: Subjects) -> None:
        self.functions: defaultdict[str, set[str]] = defaultdict(set)
        self.modules: defaultdict[str, set[str]] = defaultdict(set)
        entries: defaultdict[str, set[str]] = defaultdict(set)
        in_module: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        calling: set[str] = set()
        for access in subjects.accesses:
            if access.via == "cascade":
                continue
            heads = {way[0] for way in access.ways if way} or ({access.chain[0]} if access.chain else set())
            callers = {head.function for head in heads}
            calling |= callers
            for label in subjects.touched(access):
                self.functions[access.function].add(label)
                self.modules[access.module].add(label)
                in_module[access.module, label].add(access.function)
                for caller in callers or {access.function}:
                    entries[caller].add(label)
        self.entries = {name: group for name, group in entries.items() if name in calling}
        self.times = {key: log1p(len(functions)) for key, functions in in_module.items()}


def _joins(subjects: Subjects) -> Iterator[tuple[str, str, float]]:
    """Lookups of many steps tie the ends less."""
    for access in subjects.accesses:
        one = subjects.of_table.get(access.table or "")
        for join in access.joins if one is not None else ():
            other = subjects.of_table.get(join.table)
            if one is not None and other is not None:
                yield one, other, 1 / (1 + join.through.count("__"))


def _transactions(subjects: Subjects) -> Groups:
    return {
        f"{each.path}:{each.line}": {
            subjects.of_table[touched.table]
            for touched in each.written
            if touched.certainty is not Certainty.POSSIBLE and touched.table in subjects.of_table
        }
        for each in subjects.analysis.transactions
        # Of general code its users decide what is inside.
        if not each.is_generic
    }


def _having(subjects: Subjects, names_of: Callable[[Model], Iterable[str]]) -> Groups:
    having: defaultdict[str, set[str]] = defaultdict(set)
    for label, model in subjects.models.items():
        for name in names_of(model):
            having[name].add(label)
    return having


def _columns(model: Model) -> Iterator[str]:
    links = {relation.name for relation in model.relations}
    return (field.name for field in model.fields if not field.primary_key and field.name not in links)


def _packages(model: Model) -> Iterator[str]:
    yield from and_around(model.module.rpartition(".")[0])
    # An app is what its authors call a package, wherever it lies.
    yield f"app {model.app}"


def _imports(subjects: Subjects) -> Iterator[tuple[str, str, float]]:
    """What one file imports of another says as little about any two of their models as there are pairs of them."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for label, model in subjects.models.items():
        files[model.module].append(label)
    for one, other in imported_pairs(subjects, frozenset(files)):
        weight = 1 / (len(files[one]) * len(files[other]))
        for label in files[one]:
            for beyond in files[other]:
                yield label, beyond, weight
