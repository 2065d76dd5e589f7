"""Moves of models that teams made later → how well one root a side finds them in the commit before.

    python benchmarks/cuts/moves.py MOVES.json ANALYSES [--answers 5]

MOVES.json lists moves, each with an id, what `moved` and what `stayed`; ANALYSES holds `ID.pickle` of the commit before (see
`evaluate.py --analyze`). Roots are, of each side, the model with most relations inside it; counted are the models that moved
or stayed, without the roots. Questions are asked of these alone.
"""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

from evaluate import DRESSES, dressed

from cutpoint.score.consensus.consensus import Consensus, voice_of
from cutpoint.score.consensus.kinds import kinds_of
from cutpoint.score.consensus.offers import offered
from cutpoint.score.consensus.voting import Spoken
from cutpoint.score.model_graph import model_graph
from cutpoint.score.subjects import Subjects
from cutpoint.score.ties.relations import weighed_relations


def main() -> None:
    """A line a move, and the means."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("moves", type=Path)
    parser.add_argument("analyses", type=Path)
    parser.add_argument("--answers", type=int, default=5)
    asked = parser.parse_args()
    rows = []
    for move in json.loads(asked.moves.read_text("utf-8")):
        path = asked.analyses / f"{move['id']}.pickle"
        if not path.exists():
            continue
        subjects = Subjects(pickle.loads(path.read_bytes()))  # noqa: S301
        sides = [sorted(set(move[side]) & set(subjects.labels)) for side in ("moved", "stayed")]
        if min(map(len, sides)) < 2:
            print(
                f"{move['id']}: {len(sides[0])} of {len(move['moved'])} moved, {len(sides[1])} of {len(move['stayed'])} stayed"
            )
            continue
        row = measured(subjects, *sides, asked.answers)
        rows.append(row)
        print(move["id"], len(subjects.labels), *(f"{value:.2f}" for value in row))
    names = [f"{dress}, {what}" for dress in DRESSES for what in ("one root", "best offer", f"{asked.answers} answers")]
    for name, values in zip(names, zip(*rows, strict=True), strict=True):
        print(f"{name}: {sum(values) / len(values):.3f} of {len(values)}")


def measured(subjects: Subjects, moved: list[str], stayed: list[str], answers: int) -> list[float]:
    """For each dress: F1 with one root a side, that of the best offer, and that after some answers."""
    related = {(one.label, to) for one, _, to, _ in weighed_relations(subjects)}
    roots = [min(side, key=lambda label: (-_inside(label, side, related), label)) for side in (moved, stayed)]
    kinds, graph, found = kinds_of(subjects), model_graph(subjects), []
    index = {label: at for at, label in enumerate(subjects.labels)}
    truth = {index[label] for label in moved}
    universe = {index[label] for label in (*moved, *stayed)} - {index[label] for label in roots}
    for hidden in DRESSES.values():
        consensus = Consensus(dressed(kinds, hidden), graph)
        named = [Spoken(index[roots[0]], is_taken=True), Spoken(index[roots[1]], is_taken=False)]
        first = vote = consensus.vote(named)
        for _ in range(answers):
            open_ = [at for at in consensus.decisive(vote.shares, named) if at in universe]
            if not open_:
                break
            named.append(Spoken(open_[0], open_[0] in truth, voice_of(consensus.labels[open_[0]])))
            vote = consensus.vote(named)
        offers = [f1(set(offer) & universe, truth & universe) for offer in offered(first)]
        found += [
            f1(first.taken & universe, truth & universe),
            max(offers),
            f1(vote.taken & universe, truth & universe),
        ]
    return found


def _inside(label: str, side: list[str], related: set[tuple[str, str]]) -> int:
    return sum((label, other) in related or (other, label) in related for other in side if other != label)


def f1(got: set[int] | frozenset[int], wanted: set[int]) -> float:
    """Of what moved."""
    return 2 * len(got & wanted) / (len(got) + len(wanted)) if got or wanted else 1.0


if __name__ == "__main__":
    main()
