"""cutpoint's import edges beside grimp's: the share that is equal, and the differences by reason.

    python benchmarks/imports_against_grimp.py TREE PACKAGE [--in DIR] [--show N]

PACKAGE is a top-level package of TREE, which lies in DIR (TREE itself unless given). Of `from p import m` cutpoint says
both `p`, which the statement loads first, and `p.m`; grimp leaves `p` out, so it is left out here too where all names
of the statement are modules.
"""

import argparse
import ast
import json
from collections import Counter
from pathlib import Path

import grimp_graph
from measured import measure, report_of

from cutpoint.parse.parse_source import parse_source


def main() -> None:
    """Compare, and print the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("package")
    parser.add_argument("--in", dest="folder", type=Path)
    parser.add_argument("--settings")
    parser.add_argument("--show", type=int, default=0, help="print so many examples of each kind of difference")
    asked = parser.parse_args()
    tree = asked.tree.resolve()
    folder = (asked.folder or tree).resolve()
    report = report_of(tree, ["--settings", asked.settings] if asked.settings else [])
    theirs = json.loads(measure(grimp_graph.BUILD + grimp_graph.PRINT, str(folder), asked.package).said)
    modules, their_edges = set(theirs["modules"]), {(a, b) for a, b in theirs["edges"]}
    our_edges = without_packages(tree, inside(report["imports"], asked.package), modules)
    both = our_edges.keys() & their_edges
    union = our_edges.keys() | their_edges
    print(
        f"{asked.package}: {len(modules):,} modules; {len(our_edges):,} edges by cutpoint, {len(their_edges):,} by grimp"
    )
    print(f"  equal: {len(both):,} of {len(union):,} ({len(both) / max(1, len(union)):.2%})")
    blind = {spot["path"] for spot in report["blind_spots"]}
    differences = [(reason_for_ours(edge, modules), edge) for edge in our_edges if edge not in their_edges]
    differences += [
        (reason_for_theirs(edge, folder, blind, tree), edge) for edge in their_edges if edge not in our_edges
    ]
    for reason, count in sorted(
        Counter(reason for reason, _ in differences).items(), key=lambda item: (-item[1], item[0])
    ):
        print(f"  {count:6,}  {reason}")
        for _, edge in sorted(item for item in differences if item[0] == reason)[: asked.show]:
            print(f"          {edge[0]} → {edge[1]}  {our_edges.get(edge, '')}")


def inside(imports: list[dict], package: str) -> list[dict]:
    """Imports from the package into the package."""

    def belongs(name: str) -> bool:
        return name == package or name.startswith(f"{package}.")

    return [item for item in imports if belongs(item["importer"]) and belongs(item["imported"])]


def without_packages(tree: Path, imports: list[dict], modules: set[str]) -> dict[tuple[str, str], str]:
    """(importer, imported) → first place, without the packages of statements that only import modules from them."""
    by_statement: dict[tuple[str, int], list[dict]] = {}
    for item in imports:
        by_statement.setdefault((item["path"], item["line"]), []).append(item)
    names = {path: names_by_line(tree / path) for path in {path for path, _ in by_statement}}
    edges: dict[tuple[str, str], str] = {}
    for (path, line), items in sorted(by_statement.items()):
        imported = {item["imported"] for item in items}
        for item in items:
            target = item["imported"]
            said = names[path].get(line)
            only_modules = said is not None and all(f"{target}.{name}" in imported | modules for name in said)
            if not (only_modules and any(other.startswith(f"{target}.") for other in imported)):
                edges.setdefault((item["importer"], target), f"{path}:{line}")
    return edges


def names_by_line(file: Path) -> dict[int, set[str]]:
    """Line → names after `import` of the from-imports that begin there."""
    # By cutpoint's reader, which also knows grammar that is newer than this Python.
    tree = parse_source(file.read_bytes()).tree
    found: dict[int, set[str]] = {}
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, ast.ImportFrom):
            found.setdefault(node.lineno, set()).update(alias.name for alias in node.names)
    return found


def reason_for_ours(edge: tuple[str, str], modules: set[str]) -> str:
    """Why only cutpoint has the edge."""
    if edge[0] not in modules:
        return "only cutpoint: the importer lies in a folder without __init__.py"
    if edge[1] not in modules:
        return "only cutpoint: the imported module lies in a folder without __init__.py"
    if is_ancestor(edge[1], edge[0]) or is_ancestor(edge[0], edge[1]):
        return "only cutpoint: between a package and what it holds"
    return "only cutpoint: other (by a constant name, mostly)"


def reason_for_theirs(edge: tuple[str, str], folder: Path, blind: set[str], tree: Path) -> str:
    """Why only grimp has the edge."""
    if edge[0] == edge[1]:
        return "only grimp: a module that imports itself"
    stem = folder / edge[0].replace(".", "/")
    file = next((path for path in (stem.with_suffix(".py"), stem / "__init__.py") if path.is_file()), None)
    if file is None:
        return "only grimp: its file is not found"
    if file.resolve().relative_to(tree).as_posix() in blind:
        return "only grimp: cutpoint has a blind spot in that file"
    return "only grimp: other"


def is_ancestor(package: str, module: str) -> bool:
    """Whether *module* lies below *package*."""
    return module.startswith(f"{package}.")


if __name__ == "__main__":
    main()
