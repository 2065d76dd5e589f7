"""Parting → the standard measures of a decomposition into two, each with formula and source."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Metric, Side
from cutpoint.score.join_classes import cost_of_join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.score.parting import Parting


def metrics_of(parting: Parting) -> tuple[Metric, ...]:
    """Sorted by name; what has nothing to measure is 0."""
    found = (*_of_calls(parting), *_of_graph(parting), *_of_data(parting))
    return tuple(
        sorted(Metric(each.name, round(each.value, 4), each.better, each.formula, each.source) for each in found)
    )


def _of_calls(parting: Parting) -> Iterator[Metric]:
    calls = [use for use in parting.facts.uses if use.action != "join"]
    sides = parting.side_of_function
    crossing = [use for use in calls if sides[use.function] is not parting.side_of(use.model)]
    yield Metric("ICP", _ratio(len(crossing), len(calls)), "low", "crossing uses / all uses", "Kalia et al. 2021")
    pairs = {(use.function, use.model) for use in crossing}
    yield Metric("IFN", len(pairs) / 2, "low", "pairs of function and model connected across / K", "Jin et al. 2019")
    looping = sum(use.in_loop for use in crossing)
    yield Metric("chattiness", float(looping), "low", "crossing uses inside of loops", "proposed here")
    width = {(use.model, use.columns) for use in crossing if not use.writes} | {
        (use.model, (use.action,)) for use in crossing if use.writes
    }
    yield Metric("interface width", float(len(width)), "low", "different reads and commands across", "proposed here")


def _of_graph(parting: Parting) -> Iterator[Metric]:
    cut, smaller, whole = parting.ties_cut
    volumes = (smaller, whole - smaller)
    yield Metric("conductance", _ratio(cut, smaller), "low", "cut(S) / min(vol S, vol V - S)", "Kannan et al. 2004")
    normalized = sum(_ratio(cut, volume) for volume in volumes)
    yield Metric("normalized cut", normalized, "low", "cut / vol S + cut / vol V - S", "Shi, Malik 2000")
    modularity = sum(_ratio(volume - cut, whole) - _ratio(volume, whole) ** 2 for volume in volumes)
    yield Metric("modularity Q", modularity, "high", "sum (L_c / m - (d_c / 2m)^2)", "Newman, Girvan 2004")
    yield Metric("coupling", _ratio(2 * cut, whole), "low", "crossing weight / all weight", "CARGO 2022")
    cohesion = sum(_ratio(volume - cut, volume) for volume in volumes) / 2
    yield Metric("cohesion", cohesion, "high", "mean of 2 in / (2 in + ext)", "CARGO 2022")
    yield Metric("TurboMQ", 2 * cohesion, "high", "sum of 2 mu / (2 mu + eps)", "Mancoridis, Mitchell 1999")
    sizes = (len(parting.taken), len(parting.facts.subjects.labels) - len(parting.taken))
    inside: Counter[bool] = Counter()
    between = 0
    for one, other in parting.graph.weights:
        if (one in parting.taken) is (other in parting.taken):
            inside[one in parting.taken] += 1
        else:
            between += 1
    within = sum(_ratio(inside[taken], size**2) for taken, size in zip((True, False), sizes, strict=True)) / 2
    sm = within - _ratio(between, 2 * sizes[0] * sizes[1])
    yield Metric("SM", sm, "high", "1/K sum mu_i / m_i^2 - 2/(K(K-1)) sum s_ij / (2 m_i m_j)", "Jin et al. 2019")
    fitting = sum(size for size in sizes if 5 <= size <= 20)
    yield Metric("NED", 1 - _ratio(fitting, sum(sizes)), "low", "1 - models in parts of 5 to 20 / N", "Wu et al. 2005")
    yield Metric(
        "propagation cost", _propagation(parting), "low", "density of the closure of imports", "MacCormack et al. 2006"
    )


def _of_data(parting: Parting) -> Iterator[Metric]:
    writes = [use for use in parting.facts.uses if use.writes]
    writers: defaultdict[str, set[Side]] = defaultdict(set)
    for use in writes:
        writers[use.model].add(parting.side_of_function[use.function])
    alone = sum(len(sides) == 1 for sides in writers.values())
    yield Metric(
        "single-writer share",
        _ratio(alone, len(writers)),
        "high",
        "tables one side writes / tables written",
        "proposed here",
    )
    yield Metric(
        "cross-write ratio",
        _ratio(len(parting.crossing_writes), len(writes)),
        "low",
        "crossing write sites / write sites",
        "proposed here",
    )
    extents = parting.facts.extents
    distributed = len(parting.crossing_extents)
    yield Metric(
        "distributed transactions", float(distributed), "low", "transactions that write both sides", "proposed here"
    )
    yield Metric(
        "distributed share", _ratio(distributed, len(extents)), "low", "of transactions that write", "proposed here"
    )
    touching: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for extent in extents:
        mostly = 2 * len(parting.taken.intersection(extent.writes)) > len(extent.writes)
        for model in {*extent.writes, *extent.reads}:
            touching[model][mostly] += 1
    # In any order the same sum.
    entropy = _ratio(fsum(_entropy(counts.values()) for counts in touching.values()), len(touching))
    yield Metric(
        "transaction entropy", entropy, "low", "mean over tables of the entropy of sides touching it", "CARGO 2022"
    )
    yield Metric("foreign keys cut", float(len(parting.crossing_links)), "low", "relations across", "proposed here")
    joins = sum(map(cost_of_join, parting.crossing_joins))
    yield Metric("join cut", joins, "low", "crossing joins: id 0, by id 1, batch 2, filter or sort 4", "proposed here")


def _propagation(parting: Parting) -> float:
    """Of modules that have a side, with imports across cut: how much of all a change of one may reach."""
    sides = parting.side_of_module
    needs: defaultdict[str, set[str]] = defaultdict(set)
    for each in parting.facts.imports:
        if each.importer in sides and sides[each.importer] is sides.get(each.imported):
            needs[each.importer].add(each.imported)
    modules = sorted(module for module in sides if module in needs)
    position = {module: at for at, module in enumerate(modules)}
    reached = {module: 1 << position[module] for module in modules}
    changed = True
    while changed:
        changed = False
        for module in modules:
            union = reached[module]
            for other in needs[module]:
                union |= reached.get(other, 0)
            if union != reached[module]:
                reached[module] = union
                changed = True
    return _ratio(sum(bits.bit_count() for bits in reached.values()), len(modules) ** 2)


def _entropy(counts: Iterable[int]) -> float:
    found = [count for count in counts if count]
    whole = sum(found)
    return -sum(count / whole * log(count / whole) for count in found)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
