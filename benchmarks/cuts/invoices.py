"""Projects → does the invoice of every cut add up exactly, and does all its evidence open at the right line?

python benchmarks/cuts/invoices.py TREE [TREE …] [--show 5]
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT), str(Path(__file__).parent)]

from opening import Sources, wrong_places, wrong_sums  # noqa: E402

from cutpoint import analyze  # noqa: E402
from cutpoint.config import Asked, load_options  # noqa: E402
from cutpoint.score.cutting import Cutting  # noqa: E402


def main() -> None:
    """One line for each project, and what is wrong."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("trees", nargs="+")
    arguments.add_argument("--show", type=int, default=5)
    asked = arguments.parse_args()
    for tree in asked.trees:
        options = load_options(tree, Asked())
        cutting = Cutting(analyze(options))
        sources = Sources(options.root, cutting)
        points = [cutting.cut_point(each) for each in cutting.candidates]
        sums = [wrong for point in points for wrong in wrong_sums(point)]
        places = sorted({wrong for point in points for wrong in wrong_places(point, sources)})
        items = sum(len(point.bill) for point in points)
        evidence = sum(len(item.evidence) for point in points for item in point.bill)
        print(
            f"{Path(tree).name}: {len(points)} cuts, {len(sums)} don't add up; {items:,} items with {evidence:,} places,"
            f" {len(places)} open elsewhere",
            flush=True,
        )
        for wrong in [*sums, *places][: asked.show]:
            print(f"  {wrong}")


if __name__ == "__main__":
    main()
