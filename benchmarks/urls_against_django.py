"""cutpoint's URL patterns beside those that Django has after set-up: recall and precision of (pattern, view).

    python benchmarks/urls_against_django.py TREE DUMP.json[.gz] [--packages DIR] [--settings MODULE] [--path DIR] [--show N]

DUMP was written by a running Django (`dump_django.py`): `{"settings_module": …, "urls": [{"route", "view": dotted name,
"first"}]}`, where `first` marks views of the project itself. Only those are compared. The same views under a format suffix, and those of
Django's admin, which the report lists as a kind of their own, count apart.
"""

import argparse
import gzip
import json
import re
from pathlib import Path
from typing import Any

from measured import report_of

# The same views again, with a format behind them.
_SUFFIX = re.compile(r"\\\.\(\?P<format>|<drf_format_suffix:")


def main() -> None:
    """Compare, and print the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree", type=Path)
    parser.add_argument("dump", type=Path)
    parser.add_argument("--packages", action="append", default=[])
    parser.add_argument("--settings")
    parser.add_argument("--path", action="append", default=[])
    parser.add_argument("--show", type=int, default=0)
    asked = parser.parse_args()
    data = asked.dump.read_bytes()
    dump = json.loads(gzip.decompress(data) if asked.dump.suffix == ".gz" else data)
    options = ["--settings", asked.settings or dump["settings_module"]]
    options += [word for folder in asked.packages for word in ("--packages", str(Path(folder).resolve()))]
    options += [word for folder in asked.path for word in ("--path", folder)]
    report = report_of(asked.tree.resolve(), options)
    of_django = said_by_django(dump["urls"])
    of_cutpoint = {(point["name"], point["function"]) for point in report["entry_points"] if point["kind"] == "url"}
    show("patterns", {route for route, _ in of_django}, {route for route, _ in of_cutpoint}, asked.show)
    show("(pattern, view)", of_django, of_cutpoint, asked.show)
    kinds: dict[str, int] = {}
    for point in report["entry_points"]:
        kinds[point["kind"]] = kinds.get(point["kind"], 0) + 1
    print("entry points", ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())))
    roots = ("Mutation", "Query", "Subscription")
    fields = [point["name"].partition(".")[0] for point in report["entry_points"] if point["kind"] == "graphql"]
    print("graphql     ", ", ".join(f"{root} {fields.count(root)}" for root in roots))


def said_by_django(urls: list[dict[str, Any]]) -> set[tuple[str, str]]:
    """(pattern, view) of the project's own views."""
    return {
        (url["route"] or "/", url["view"])
        for url in urls
        if url["first"] and not _SUFFIX.search(url["route"]) and not _is_admin(url)
    }


def _is_admin(url: dict[str, Any]) -> bool:
    return url.get("admin", False) or url.get("name", "").startswith("admin:")


def show(name: str, expected: set[Any], found: set[Any], most: int) -> None:
    """One line for a measure, and *most* of what is missing and of what is too much."""
    hits = len(expected & found)
    recall = hits / len(expected) if expected else 1.0
    precision = hits / len(found) if found else 1.0
    print(f"{name:16} recall {hits}/{len(expected)} {recall:.3f}  precision {hits}/{len(found)} {precision:.3f}")
    for word, items in (("missing", expected - found), ("too much", found - expected)):
        for item in sorted(items)[:most]:
            print(f"    {word}: {item}")


if __name__ == "__main__":
    main()
