"""Projects → do they come back as cuts when they are merged into one monolith, with couplings planted between them?

python benchmarks/cuts/merged.py TREE TREE [TREE …] [--share 0.05,0.2,0.5] [--seeds 2]
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT), str(Path(__file__).parent)]

from merging import Merged, merged  # noqa: E402

from cutpoint import analyze  # noqa: E402
from cutpoint.config import Asked, load_options  # noqa: E402
from cutpoint.score.communities import likeness  # noqa: E402
from cutpoint.score.cutting import Cutting  # noqa: E402
from cutpoint.score.finding import Named  # noqa: E402

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis


def main() -> None:
    """One line for each share and seed."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("trees", nargs="+")
    arguments.add_argument("--share", default="0.05,0.2,0.5")
    arguments.add_argument("--seeds", type=int, default=2)
    asked = arguments.parse_args()
    parts = {Path(tree).name.replace("-", ""): analyze(load_options(tree, Asked())) for tree in asked.trees}
    for share, seed in itertools.product(map(float, asked.share.split(",")), range(asked.seeds)):
        print(line(parts, share, seed), flush=True)


def line(parts: dict[str, Analysis], share: float, seed: int) -> str:
    """What comes back."""
    monolith = merged(parts, share, seed)
    cutting = Cutting(monolith.analysis)
    truth = tuple(tuple(sorted(label for label, part in monolith.part_of.items() if part == name)) for name in parts)
    listed = cutting.listed()
    unasked = likeness(truth, first_parts(monolith, [point.models for point in listed.cut_points], len(parts)))
    blind = Cutting(monolith.analysis, blind=True).listed()
    hidden = likeness(truth, first_parts(monolith, [point.models for point in blind.cut_points], len(parts)))
    asked = [agreement(cutting, monolith, name) for name in sorted(parts)]
    billed = [of_bill(cutting, monolith, name) for name in sorted(parts)]
    return (
        f"{' + '.join(parts)}  share {share:.2f}  seed {seed}  first candidates ARI {unasked:.3f}, blind {hidden:.3f}  "
        f"roots {' '.join(f'{value:.3f}' for value in asked)}  planted on the bill {' '.join(billed)}"
    )


def first_parts(monolith: Merged, candidates: list[tuple[str, ...]], count: int) -> tuple[tuple[str, ...], ...]:
    """The first candidates that share nothing, one fewer than there are parts, and the rest."""
    found: list[tuple[str, ...]] = []
    for models in candidates:
        if len(found) < count - 1 and not any(set(models) & set(known) for known in found):
            found.append(models)
    rest = tuple(sorted(set(monolith.part_of).difference(*found)))
    return (*found, rest) if rest else tuple(found)


def agreement(cutting: Cutting, monolith: Merged, part: str) -> float:
    """The share of models on the right side, with the heaviest model of each part named."""
    root, *others = [
        heaviest(cutting, monolith, name) for name in [part, *sorted(set(monolith.part_of.values()) - {part})]
    ]
    found = cutting.finding.find(Named(((root,),), tuple((other,) for other in others)))
    sides = [
        (each.side == "take") is (monolith.part_of[each.model] == part)
        for each in found.sides
        if each.model in monolith.part_of
    ]
    return sum(sides) / len(sides)


def heaviest(cutting: Cutting, monolith: Merged, part: str) -> str:
    """The model of a part that most relations of the part point at."""
    pointing = Counter(
        link.to for link in cutting.facts.links if monolith.part_of.get(link.to) == monolith.part_of[link.model] == part
    )
    return min(pointing, key=lambda label: (-pointing[label], label))


def of_bill(cutting: Cutting, monolith: Merged, part: str) -> str:
    """How many of the places that were planted at this part's rim the bill of the true cut has, and how many others."""
    from cutpoint.domain.cut import Candidate

    taken = tuple(sorted(label for label, name in monolith.part_of.items() if name == part))
    point = cutting.cut_point(Candidate(taken, ("truth",), 1.0))
    kinds = {"relation", "read", "write", "join", "transaction"}
    places = {(place.path, place.line) for item in point.bill if item.kind in kinds for place in item.evidence}
    rim = {place for place in monolith.planted if crosses(cutting, monolith, place, part)}
    return f"{len(places & rim)}/{len(rim)}+{len(places - rim)}"


def crosses(cutting: Cutting, monolith: Merged, place: tuple[str, int], part: str) -> bool:
    """Whether what was planted at *place* has one end in *part*."""
    ends = [monolith.part_of[link.to] for link in cutting.facts.links if (link.place.path, link.place.line) == place]
    ends += [monolith.part_of[use.model] for use in cutting.facts.uses if (use.path, use.line) == place]
    return part in (place[0].partition("/")[0], *ends)


if __name__ == "__main__":
    main()
