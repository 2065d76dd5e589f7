"""Projects → how well one root a side finds splits of them, and what answers, offers, a size and certainty are worth.

    python benchmarks/cuts/evaluate.py ANALYSES [NAME ...] [--seed 20261203] [--most 14] [--answers 10] [--fit]

ANALYSES holds `NAME.pickle`, each what `cutpoint.analyze` gave (`--analyze FOLDER NAME` makes one and ends). Every split
is asked for in three dresses: as it is; collapsed, where no app, package, file or import tells anything; and blind, where names
of models and columns tell nothing either. F1 is that of the smaller side without its root; a question is answered by the truth.
`--fit` prints the numbers of the curves in cutpoint/score/consensus/certainty.py.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

import numpy as np  # noqa: E402
from splitting import Split, Splitting  # noqa: E402

from cutpoint import analyze  # noqa: E402
from cutpoint.config import Asked, load_options  # noqa: E402
from cutpoint.score.consensus.certainty import Known, certainty_of  # noqa: E402
from cutpoint.score.consensus.consensus import Consensus, voice_of  # noqa: E402
from cutpoint.score.consensus.kinds import NAMES, PLACES, Kinds, kinds_of  # noqa: E402
from cutpoint.score.consensus.offers import offered  # noqa: E402
from cutpoint.score.consensus.voting import Spoken  # noqa: E402
from cutpoint.score.model_graph import model_graph  # noqa: E402
from cutpoint.score.subjects import Subjects  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

DRESSES = {"as is": frozenset(), "collapsed": PLACES, "blind": PLACES | NAMES}
STEPS = (0, 1, 3, 5, 10)


class Measured(NamedTuple):
    """One split in one dress."""

    project: str
    split: Split
    curve: tuple[float, ...]
    """F1 after each number of answers."""
    best_offer: float
    sized: float
    best_threshold: float
    odd_answers: int
    """Answers that made more than two further models wrong."""
    said: dict[int, list[tuple[float, bool, bool]]]
    """By number of answers, for each model that nobody named: the share of settings that take it, and whether it is taken
    in truth, and as said."""
    known: Known


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("analyses", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--seed", default="20261203")
    parser.add_argument("--most", type=int, default=14)
    parser.add_argument("--answers", type=int, default=10)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--analyze", type=Path)
    asked = parser.parse_args()
    if asked.analyze:
        analysis = analyze(load_options(str(asked.analyze), Asked()))
        asked.analyses.joinpath(f"{asked.names[0]}.pickle").write_bytes(pickle.dumps(analysis))
        return
    names = asked.names or sorted(path.stem for path in asked.analyses.glob("*.pickle"))
    found: defaultdict[str, list[Measured]] = defaultdict(list)
    for name in names:
        analysis = pickle.loads(asked.analyses.joinpath(f"{name}.pickle").read_bytes())  # noqa: S301
        subjects = Subjects(analysis)
        splits = Splitting(subjects).splits(f"{asked.seed} {name}", asked.most)
        if not splits:
            continue
        kinds, graph = kinds_of(subjects), model_graph(subjects)
        for dress, hidden in DRESSES.items():
            consensus = Consensus(dressed(kinds, hidden), graph)
            found[dress] += [measured(name, consensus, dress, split, asked.answers) for split in splits]
        print(
            name,
            len(subjects.labels),
            *(
                f"{dress} {_mean(each.curve[0] for each in found[dress] if each.project == name):.2f}"
                for dress in DRESSES
            ),
            flush=True,
        )
    for dress, several in found.items():
        show(dress, several)
        calibration(dress, several)
        if asked.fit:
            fit(several)


def dressed(kinds: Kinds, hidden: AbstractSet[object]) -> Kinds:
    """*kinds* without those that are *hidden*."""
    if not hidden:
        return kinds
    return Kinds(kinds.labels, {kind: ties for kind, ties in kinds.matrices.items() if kind not in hidden})


def measured(project: str, consensus: Consensus, dress: str, split: Split, answers: int) -> Measured:
    """What one root a side finds, and then each answer."""
    index = {label: at for at, label in enumerate(consensus.labels)}
    truth = {index[label] for label in split.take}
    named = [Spoken(index[label], taken) for label, taken in zip(split.roots, (True, False), strict=True)]
    roots = {each.at for each in named}
    curve, said, odd, wrong = [], {}, 0, 0
    first = None
    for count in range(answers + 1):
        vote = consensus.vote(named)
        first = first or vote
        taken = set(vote.order[: vote.size])
        curve.append(f1(taken, truth, roots, len(index)))
        asked_for = {each.at for each in named}
        if count in STEPS:
            said[count] = [
                (share, at in truth, at in taken) for at, share in enumerate(vote.shares) if at not in asked_for
            ]
        before, wrong = wrong, len((taken ^ truth) - asked_for)
        odd += bool(count) and wrong > before + 2
        questions = consensus.decisive(vote.shares, named)
        if not questions:
            curve += [curve[-1]] * (answers - count)
            break
        # An answer that was guessed wrong is wrong no more, so what it leaves is counted without it.
        wrong -= (questions[0] in taken) is not (questions[0] in truth)
        named.append(Spoken(questions[0], questions[0] in truth, voice_of(consensus.labels[questions[0]])))
    assert first is not None
    offers = [f1(set(offer), truth, roots, len(index)) for offer in offered(first)]
    known = Known.PLACES if first.has_units else Known.NAMES if dress != "blind" else Known.NOTHING
    return Measured(
        project,
        split,
        tuple(curve),
        max(offers),
        f1(set(first.order[: len(truth)]), truth, roots, len(index)),
        max(f1(set(first.order[:count]), truth, roots, len(index)) for count in range(1, len(index))),
        odd,
        said,
        known,
    )


def f1(taken: AbstractSet[int], truth: AbstractSet[int], roots: AbstractSet[int], size: int) -> float:
    """Of the smaller side, without its root."""
    every = set(range(size))
    is_small = 2 * len(truth) <= size
    wanted, got = ((each if is_small else every - each) - roots for each in (truth, taken))
    return 2 * len(wanted & got) / (len(wanted) + len(got)) if wanted or got else 1.0


def show(dress: str, several: Sequence[Measured]) -> None:
    """Means over splits."""
    curves = np.array([each.curve for each in several])
    means = curves.mean(axis=0)
    answers = curves.shape[1] - 1
    print(f"\n{dress}: {len(several)} splits of {len({each.project for each in several})} projects")
    print("  F1 after answers ", "  ".join(f"{count}: {means[count]:.3f}" for count in STEPS if count <= answers))
    print(f"  worst tenth {np.quantile(curves[:, 0], 0.1):.2f}, after {answers}: {np.quantile(curves[:, -1], 0.1):.2f}")
    print(f"  smallest step of the mean {np.diff(means).min():+.4f}" if answers else "")
    print(f"  odd answers {sum(each.odd_answers for each in several) / max(1, len(several) * answers):.1%}")
    for title, values in (
        ("best of three offers", [each.best_offer for each in several]),
        ("with the true size", [each.sized for each in several]),
        ("best threshold known", [each.best_threshold for each in several]),
    ):
        print(f"  {title} {_mean(values):.3f}")
    for kind in sorted({each.split.kind for each in several}):
        of_kind = [each for each in several if each.split.kind == kind]
        print(
            f"  {kind} ({len(of_kind)}): {_mean(each.curve[0] for each in of_kind):.2f}, then {_mean(each.curve[-1] for each in of_kind):.2f}"
        )


def calibration(dress: str, several: Sequence[Measured]) -> None:
    """Said and true, by tenth, of models that nobody named."""
    for count in several[0].said:
        tenths: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
        for each in several:
            for share, truth, taken in each.said.get(count, ()):
                right = certainty_of(share, each.known, count, is_taken=taken)
                tenths[min(int(right * 10), 9)].append((right, taken is truth))
        whole = sum(map(len, tenths.values()))
        told = "  ".join(
            f"{_mean(said for said, _ in of):.2f} -> {_mean(true for _, true in of):.2f}"
            for _, of in sorted(tenths.items())
        )
        sure = sum(len(of) for tenth, of in tenths.items() if tenth >= 8)
        print(f"  {dress}, said -> true after {count}: {told}; said with 80 % or more: {sure / whole:.0%}")


def fit(several: Sequence[Measured]) -> None:
    """Logistic regression on the logit of the share, by what is known and the number of answers."""
    for known in Known:
        for count in STEPS:
            pairs = [said[:2] for each in several if each.known is known for said in each.said.get(count, ())]
            if pairs:
                a, b = logistic(*map(np.array, zip(*pairs, strict=True)))
                print(f"  fit {known} {count}: {a:.2f}, {b:.2f} of {len(pairs)}")


def logistic(shares: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """(a, b) of p = 1 / (1 + exp(-a - b logit(share))), by Newton's method."""
    clipped = np.clip(shares, 0.02, 0.98)
    features = np.column_stack([np.ones(len(shares)), np.log(clipped / (1 - clipped))])
    weights = np.zeros(2)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (features * (chance * (1 - chance))[:, None])
        weights += np.linalg.solve(slope, features.T @ (truth - chance))
    return float(weights[0]), float(weights[1])


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


if __name__ == "__main__":
    main()
