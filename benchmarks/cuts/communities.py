"""Projects → how much the communities of all models are like the apps of their authors, blind and with names.

python benchmarks/cuts/communities.py TREE [TREE …]
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import defaultdict
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from cutpoint import analyze  # noqa: E402
from cutpoint.config import Asked, load_options  # noqa: E402
from cutpoint.score.communities import (  # noqa: E402
    USUAL_RESOLUTION,
    communities,
    drawn,
    edges_of,
    likeness,
    sample_of,
    usual_parts,
)
from cutpoint.score.model_graph import model_graph  # noqa: E402
from cutpoint.score.subjects import Subjects  # noqa: E402

SMALLEST_APP = 3
SAMPLES = 6


def main() -> None:
    """One line for each project: the adjusted Rand index, and the mean likeness of two samples."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("trees", nargs="+")
    for tree in arguments.parse_args().trees:
        subjects = Subjects(analyze(load_options(tree, Asked())))
        print(f"{Path(tree).name}: {len(subjects.labels)} models", flush=True)
        for blind in (True, False):
            index, stability = measured(subjects, blind=blind)
            print(f"  {'blind' if blind else 'named'}  ARI {index:.2f}  stability {stability:.2f}", flush=True)


def measured(subjects: Subjects, *, blind: bool) -> tuple[float, float]:
    """Likeness to the apps with three models or more, and of samples to each other."""
    graph = model_graph(subjects, blind=blind)
    apps = defaultdict(list)
    for label, model in subjects.models.items():
        apps[model.app].append(label)
    truth = tuple(tuple(labels) for labels in apps.values() if len(labels) >= SMALLEST_APP)
    counted = {label for labels in truth for label in labels}
    found = tuple(tuple(label for label in part if label in counted) for part in usual_parts(subjects, graph))
    edges = edges_of(subjects, graph)
    runs = [
        communities(graph.labels, drawn(graph.labels, sample_of(edges, seed)), USUAL_RESOLUTION, seed=seed)
        for seed in range(100, 100 + SAMPLES)
    ]
    pairs = list(itertools.combinations(runs, 2))
    return likeness(tuple(filter(None, found)), truth), sum(likeness(*pair) for pair in pairs) / len(pairs)


if __name__ == "__main__":
    main()
