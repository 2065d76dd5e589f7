"""Draws projects that nobody has opened for a purpose, by a seed: prints them and opens none.

    python benchmarks/draw_projects.py --purpose settings --seed 20261202 --count 12

The pool is `projects.tsv` beside this file. Write seed, day and purpose down there before you look into what was drawn.
"""

import argparse
import random
from pathlib import Path

_POOL = Path(__file__).with_name("projects.tsv")


def main() -> None:
    """Draw what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--purpose", required=True)
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, required=True)
    asked = parser.parse_args()
    for name, version in drawn(_POOL.read_text(encoding="utf-8"), asked.purpose, asked.seed, asked.count):
        print(f"{name}\t{version}")


def drawn(pool: str, purpose: str, seed: str, count: int) -> list[tuple[str, str]]:
    """(project, commit) of *count* projects of *pool* that are unseen for *purpose*, sorted; fewer when there are no more.

    Only those whose commit is known can be drawn.
    """
    rows = [line.split("\t") for line in pool.splitlines() if line and not line.startswith("#")]
    unseen = sorted(
        (name, version) for name, version, _, seen in rows if version != "-" and purpose not in seen.split()
    )
    return sorted(random.Random(seed).sample(unseen, min(count, len(unseen))))  # noqa: S311 (a draw that can be repeated)


if __name__ == "__main__":
    main()
