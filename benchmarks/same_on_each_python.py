"""Whether reports are the same on each Python, with each hash seed and any number of workers: prints figures, and exits with 1 if not.

    python benchmarks/same_on_each_python.py TREE [TREE ...] --python VENV/bin/python [--python ...] [--seeds 0,1,2] [--show 5]

Every interpreter that is named must have cutpoint installed, with the same Django and the same dependencies: what is read of them
is part of the report. The first run of the first one is what all others are compared with, byte for byte, but for
`tool.analyzed_with` and the words with which Python's own parser refuses a file. The seeds are of Python's hashes; runs of odd ones
have one worker, and those of even ones two.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measured import temporary_folder

_OF_THE_PARSER = frozenset({"syntax-error"})


def main() -> None:
    """Compare what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trees", type=Path, nargs="+")
    parser.add_argument("--python", action="append", required=True)
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument("--show", type=int, default=5)
    asked = parser.parse_args()
    wrong = 0
    for tree in asked.trees:
        first: dict[str, Any] = {}
        said: list[str] = []
        for python in asked.python:
            for seed in asked.seeds.split(","):
                report = _report(python, seed, tree.resolve())
                version = report["tool"].pop("analyzed_with")
                first = first or report
                differences = list(_differences(first, report))
                wrong += bool(differences)
                said.append(f"{version['python']} with seed {seed}: {'another' if differences else 'same'}")
                said += [f"    {each}" for each in differences[: asked.show]]
        print(f"{tree.name}: {len(first['accesses'])} accesses", *said, sep="\n  ", flush=True)
    sys.exit(bool(wrong))


def _report(python: str, seed: str, tree: Path) -> dict[str, Any]:
    with temporary_folder() as folder:
        output = folder / "report.json"
        command = [python, "-m", "cutpoint", "analyze", str(tree), "--no-cache", "--format", "json", "--quiet"]
        workers = "1" if int(seed) % 2 else "2"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([*command, "--workers", workers, "--output", str(output)], env=environment, check=True)
        report: dict[str, Any] = json.loads(output.read_bytes())
    for spot in report["blind_spots"]:
        if spot["kind"] in _OF_THE_PARSER:
            spot["message"] = ""
    return report


def _differences(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    """What only one of two reports says, or in another order."""
    for key in {**one, **other}:
        before, after = one.get(key), other.get(key)
        if json.dumps(before) == json.dumps(after):
            continue
        if not (isinstance(before, list) and isinstance(after, list)):
            yield f"{key}: {json.dumps(before)[:200]} / {json.dumps(after)[:200]}"
            continue
        gone, new = [each for each in before if each not in after], [each for each in after if each not in before]
        if not gone and not new:
            yield f"{key}: in another order"
        for sign, some in (("-", gone), ("+", new)):
            yield from (f"{key}: {sign} {json.dumps(each)[:300]}" for each in some)


if __name__ == "__main__":
    main()
