"""A folder of projects → what one root a side finds of the splits in splits.toml, and what ten answered questions add.

python benchmarks/cuts/roots.py FOLDER [--answers 10] [--later]
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from cutpoint import analyze  # noqa: E402
from cutpoint.config import Asked, load_options  # noqa: E402
from cutpoint.score.cutting import Cutting  # noqa: E402
from cutpoint.score.finding import Found, Named  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Collection


class Split(NamedTuple):
    """What a team might take out."""

    project: str
    take: tuple[str, ...]
    """Apps and models."""
    roots: tuple[str, str]


def main() -> None:
    """F1 of the smaller part, without what was named: by split, by project, and in the mean."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("--answers", type=int, default=10)
    arguments.add_argument("--later", action="store_true", help="the splits that were drawn later")
    asked = arguments.parse_args()
    splits = [
        Split(split["project"], tuple(split["take"]), tuple(split["roots"]))
        for split in tomllib.loads(Path(__file__).with_name("splits.toml").read_text("utf-8"))["split"]
        if split.get("later", False) is asked.later
    ]
    cuttings = {
        name: Cutting(analyze(load_options(str(Path(asked.folder, name)), Asked())))
        for name in sorted({split.project for split in splits})
    }
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for split in splits:
        first, last = measured(cuttings[split.project], split, asked.answers)
        found[split.project].append((first, last))
        print(f"{split.project}: {' + '.join(split.take)[:60]}  {first:.2f}  {last:.2f}", flush=True)
    means = {name: [sum(each) / len(each) for each in zip(*pairs, strict=True)] for name, pairs in found.items()}
    for name, (first, last) in means.items():
        print(f"{name}  {first:.2f}  {last:.2f}")
    every = [pair for pairs in found.values() for pair in pairs]
    print("mean of splits  " + "  ".join(f"{sum(each) / len(each):.2f}" for each in zip(*every, strict=True)))
    print(
        "mean of projects  " + "  ".join(f"{sum(each) / len(each):.2f}" for each in zip(*means.values(), strict=True))
    )


def measured(cutting: Cutting, split: Split, answers: int) -> tuple[float, float]:
    """F1 with the roots alone, and after so many questions were answered truly."""
    models = cutting.subjects.models
    truth = {label for label, model in models.items() if label in split.take or model.app in split.take}
    take, keep = [split.roots[0]], [split.roots[1]]
    found = asked_for(cutting, take, keep)
    first = f1(found, truth, split.roots, models)
    for _ in range(answers):
        if not found.questions:
            break
        asked = found.questions[0].model
        (take if asked in truth else keep).append(asked)
        found = asked_for(cutting, take, keep)
    return first, f1(found, truth, split.roots, models)


def asked_for(cutting: Cutting, take: list[str], keep: list[str]) -> Found:
    """The cut with these names."""
    named = Named(tuple((label,) for label in take), tuple((label,) for label in keep))
    return cutting.finding.find(named)


def f1(found: Found, truth: set[str], roots: tuple[str, str], models: Collection[str]) -> float:
    """Of the smaller part, without its root."""
    is_taken = 2 * len(truth) <= len(models)
    wanted = (truth if is_taken else set(models) - truth) - set(roots)
    got = {label for label in models if (label in found.taken) is is_taken} - set(roots)
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


if __name__ == "__main__":
    main()
