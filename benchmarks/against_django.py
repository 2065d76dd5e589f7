"""Reports of cutpoint beside what Django says of the same projects: a table of apps, models, tables, relations and URL patterns.

    python benchmarks/against_django.py DUMPS REPORTS [--ways none,pinned,newest] [--show N] [--only NAME]

DUMPS holds `NAME.json.gz` by `dump_django.py`, REPORTS holds `NAME.WAY.json` by `cutpoint analyze`, a way for each set of
packages that was given. A cell is the lower of recall and precision on the project's own, or a dash where nothing was
compared. A URL pattern that a report has is right where Django has it, whoever wrote the view: a library's wrapper can hide
that it is the project's own. An app that a report calls an alternative, and a pattern that it calls possible, stand on
branches that defaults don't take, and are no claims of it. Below the table stand the models that only some of the ways have,
and with `--show` the differences.
"""

import argparse
import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import models_against_django
import urls_against_django

_MEASURES = ("apps", "models", "tables", "relations", "urls")
Facts = dict[str, set[tuple[str, ...]]]


def main() -> None:
    """Compare each project in each way, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dumps", type=Path)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--ways", default="none,pinned,newest")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--only")
    asked = parser.parse_args()
    ways = asked.ways.split(",")
    print("| project |", " | ".join(_MEASURES), "|")
    print("| --- |", " | ".join("---:" for _ in _MEASURES), "|")
    below = []
    for dump in sorted(asked.dumps.glob("*.json.gz")):
        name = dump.name.removesuffix(".json.gz")
        if asked.only not in (None, name):
            continue
        dump_of = json.loads(gzip.decompress(dump.read_bytes()))
        expected = said_by_django(dump_of)
        reports = {way: asked.reports / f"{name}.{way}.json" for way in ways}
        found = {way: said_by_cutpoint(json.loads(at.read_bytes())) for way, at in reports.items() if at.exists()}
        for facts in found.values():
            facts["urls"] -= all_patterns(dump_of) - expected["urls"]
        cells = [
            " / ".join(f"{share(expected[measure], found[way][measure]):.3f}" if way in found else "-" for way in ways)
            + f" of {len(expected[measure]):,}"
            for measure in _MEASURES
        ]
        print(f"| {name} |", " | ".join(cells), "|")
        below += list(_only_in_some(name, found))
        for way, facts in found.items():
            below += list(_differences(f"{name}, {way}", expected, facts, asked.show))
    print(*below, sep="\n")


def said_by_django(dump: dict[str, Any]) -> Facts:
    """What a dump says of the project's own."""
    facts = models_against_django.said_by_django([model for model in dump["models"] if model["first"]])
    facts["apps"] = {(app["label"], app["name"]) for app in dump["apps"] if app["first"]}
    facts["urls"] = {(route,) for route, _ in urls_against_django.said_by_django(dump["urls"])}
    return facts


def all_patterns(dump: dict[str, Any]) -> set[tuple[str, ...]]:
    """The URL patterns of a dump, whoever wrote their views."""
    return {(url["route"] or "/",) for url in dump["urls"]}


def said_by_cutpoint(report: dict[str, Any]) -> Facts:
    """The same of a report."""
    models = [model for model in report["models"] if model["ours"] and not model["abstract"]]
    facts = models_against_django.said_by_cutpoint(models)
    facts["apps"] = {
        (app["label"], app["name"])
        for app in report["apps"]
        if app["ours"] and app["installed"] in ("yes", "conditional")
    }
    points = [point for point in report["entry_points"] if point["kind"] == "url"]
    facts["urls"] = {(point["name"],) for point in points if point["certainty"] != "possible"}
    return facts


def share(expected: set[Any], found: set[Any]) -> float:
    """The lower of recall and precision, which is the share of both sets' common part in the larger one."""
    most = max(len(expected), len(found))
    return len(expected & found) / most if most else 1.0


def _only_in_some(name: str, found: dict[str, Facts]) -> Iterable[str]:
    everything = set[tuple[str, ...]]().union(*(facts["models"] for facts in found.values()))
    for (label,) in sorted(everything):
        ways = [way for way, facts in found.items() if (label,) in facts["models"]]
        if len(ways) < len(found):
            yield f"{name}: {label} only {', '.join(ways)}"


def _differences(title: str, expected: Facts, found: Facts, most: int) -> Iterable[str]:
    for measure in _MEASURES:
        for sign, facts in (
            ("missed", expected[measure] - found[measure]),
            ("invented", found[measure] - expected[measure]),
        ):
            for fact in sorted(facts)[:most]:
                yield f"{title}: {measure} {sign} {' '.join(fact)}"


if __name__ == "__main__":
    main()
