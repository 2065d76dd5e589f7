"""How fast cutpoint is, beside what any Python tool must spend: prints figures, and judges none.

    python benchmarks/speed.py TREE [--packages DIR] [--package NAME [--in DIR]] [--growth 0.25,0.5,1,2,4] [--repeat N]

TREE is analyzed cold (empty cache), with its facts in the cache but not the answer (as after a change), and warm.
Without options that is all; `--package` names a top-level package of TREE, which lies in DIR (TREE itself unless given),
for grimp's figures and for `--growth`: the same package copied until there are so many million lines. Of N repetitions
the fastest counts. What was found in that time is told below each tree.
"""

import argparse
import compileall
import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import grimp_graph
import growth
from measured import CHECKOUT, Measured, analyze, machine, measure, report_of, temporary_folder

PARSE = """
import ast, json, sys, warnings
warnings.simplefilter("ignore")
lines = 0
for location in json.load(open(sys.argv[1])):
    with open(location, "rb") as file:
        data = file.read()
    lines += data.count(b"\\n")
    try:
        ast.parse(data)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        pass
print(lines)
"""
# An option that changes no answer, but the name under which the answer is kept: only the facts of the files are found again.
_ASKED_ANEW = ["--exclude", "/no file has this name"]
_LIST = """
import json, sys
from cutpoint.discover.project import discover
from cutpoint.domain.project import Options
project = discover(Options(root=sys.argv[1]))
json.dump([file.location for file in project.files], open(sys.argv[2], "w"))
"""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--settings")
    parser.add_argument("--package")
    parser.add_argument("--in", dest="folder", type=Path)
    parser.add_argument("--growth", default="")
    parser.add_argument("--repeat", type=int, default=1)
    asked = parser.parse_args()
    tree = asked.tree.resolve()
    packages = [word for folder in asked.packages for word in ("--packages", str(Path(folder).resolve()))]
    options = packages + (["--settings", asked.settings] if asked.settings else [])
    # As it is once it is installed: compiled.
    compileall.compile_dir(CHECKOUT / "cutpoint", quiet=2)
    print(f"{dt.date.today()}, {machine()}\n")
    print(_HEAD)
    measure_tree(tree.name, tree, options, asked.repeat)
    folder = (asked.folder or tree).resolve()
    if asked.package:
        measure_grimp(folder, asked.package, asked.repeat)
    if asked.package and asked.growth:
        report = report_of(tree, options)
        for size in map(float, asked.growth.split(",")):
            with temporary_folder() as target:
                grown = growth.Growth(folder, asked.package, report, target)
                grown.grow_to(int(size * 1_000_000))
                measure_tree(f"{grown.copies} x {asked.package}", target, packages, asked.repeat)


_HEAD = f"{'what':32} {'lines':>10} {'CPU s':>8} {'wall s':>8} {'x ast.parse':>12} {'lines / CPU s':>14} {'peak MB':>8}"


def measure_tree(name: str, tree: Path, options: list[str], repeat: int) -> None:
    """One row each for the parser alone, cold, on cached facts, warm, and warm with JSON; then what was found."""
    with temporary_folder() as folder:
        listing = folder / "files.json"
        measure(_LIST, str(tree), str(listing))
        baseline = best(lambda: measure(PARSE, str(listing)), repeat)
        lines = int(baseline.said)
        show(f"{name}: ast.parse alone", lines, baseline, baseline)
        caches = [folder / f"cache-{number}" for number in range(repeat)]
        report = folder / "report.json"
        cold = min((analyze(tree, cache, options) for cache in caches), key=lambda run: run.cpu)
        show(f"{name}: cutpoint, cold", lines, cold, baseline)
        anew = analyze(tree, caches[0], options + _ASKED_ANEW)
        show(f"{name}: cutpoint, facts cached", lines, anew, baseline)
        warm = best(lambda: analyze(tree, caches[0], options), repeat)
        show(f"{name}: cutpoint, warm", lines, warm, baseline)
        written = analyze(tree, caches[0], options, report)
        show(f"{name}: warm, as JSON with cut points", lines, written, baseline)
        print(found_in(json.loads(report.read_bytes())), flush=True)


def found_in(report: dict) -> str:
    """How much a report says, so that speed is not bought by silence."""
    resolution, accesses = report["resolution"], report["accesses"]
    writes = sum(access["action"] != "read" for access in accesses)
    return (
        f"    {len(report['models']):,} models; {len(accesses):,} accesses, {writes:,} of them writes;"
        f" {resolution['rate']:.1%} of {resolution['query_sites']:,} query sites understood\n"
    )


def measure_grimp(folder: Path, package: str, repeat: int) -> None:
    """A row for the parser on the package alone, and one for grimp's import graph of it."""
    with temporary_folder() as temporary:
        listing = temporary / "files.json"
        listing.write_text(
            json.dumps([str(file) for file in sorted((folder / package).rglob("*.py")) if file.is_file()])
        )
        baseline = best(lambda: measure(PARSE, str(listing)), repeat)
        lines = int(baseline.said)
        show(f"{package}: ast.parse alone", lines, baseline, baseline)
        graph = best(lambda: measure(grimp_graph.BUILD + grimp_graph.COUNT, str(folder), package), repeat)
        show(f"{package}: grimp, imports only", lines, graph, baseline)


def best(run: Callable[[], Measured], repeat: int) -> Measured:
    """The fastest of *repeat* runs."""
    return min((run() for _ in range(repeat)), key=lambda measured: measured.cpu)


def show(name: str, lines: int, run: Measured, baseline: Measured) -> None:
    """Print one row."""
    ratio = run.cpu / baseline.cpu
    print(
        f"{name:32} {lines:10,} {run.cpu:8.2f} {run.wall:8.2f} {ratio:12.2f} {lines / run.cpu:14,.0f} {run.peak:8.0f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
