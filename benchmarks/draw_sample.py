"""A random sample of what a report says, to be judged by eye: tab-separated lines, the same for the same report and seed.

    python benchmarks/draw_sample.py REPORT.json --what writes|reads|blind-spots|implicit-proved|implicit-inferred|operations [--count 100] [--seed 20261124]

Of accesses only those are drawn whose certainty is `proved` or `inferred`, for which cutpoint stands, writes and reads
without those that come about by something else, which are `implicit`; of blind spots only those that hide a query; operations are drawn from a `boundary.json`. Equal lines are one line. Each line has a rank of its own, so that a later report of the
same tree gives mostly the same sample.
"""

import argparse
import hashlib
import json
from pathlib import Path

_ACCESS = ("path", "line", "function", "action", "table", "via", "certainty", "on_behalf_of")
_IMPLICIT = (*_ACCESS, "cause")
KINDS = ("writes", "reads", "blind-spots", "implicit-proved", "implicit-inferred", "operations")
_OPERATION = ("path", "line", "served_by", "kind", "signature", "sites")
_BLIND_SPOT = ("path", "line", "kind", "reason")
_COLUMNS = {
    "blind-spots": _BLIND_SPOT,
    "implicit-proved": _IMPLICIT,
    "implicit-inferred": _IMPLICIT,
    "operations": _OPERATION,
}


def main() -> None:
    """Draw, and print the sample in the order of its places."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=Path)
    parser.add_argument("--what", choices=KINDS, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261124)
    asked = parser.parse_args()
    report = json.loads(asked.report.read_text("utf-8"))
    columns = _COLUMNS.get(asked.what, _ACCESS)
    print("\t".join(columns))
    for item in draw(candidates(report, asked.what), columns, asked.count, asked.seed):
        print(line_of(item, columns))


def candidates(report: dict, what: str) -> list[dict]:
    """All that may be drawn."""
    if what == "operations":
        return [_operation(operation) for operation in report["operations"]]
    if what == "blind-spots":
        spots = report["blind_spots"]
        return [spot for spot in spots if spot["kind"].startswith("query-") or spot["kind"] == "opaque-sql"]
    sure = [access for access in report["accesses"] if access["certainty"] in ("proved", "inferred")]
    if what.startswith("implicit-"):
        return [
            {**access, "cause": f"{access['cause']['path']}:{access['cause']['line']}"}
            for access in sure
            if access["cause"] is not None and what.endswith(access["certainty"])
        ]
    return [access for access in sure if access["cause"] is None and (access["action"] == "read") == (what == "reads")]


def _operation(operation: dict) -> dict:
    taken = ", ".join(
        f"{each['name']}: {each['type']}{' = …' if each['optional'] else ''}" for each in operation["parameters"]
    )
    return {
        **operation["call_sites"][0],
        "served_by": operation["served_by"],
        "kind": operation["kind"],
        "signature": f"{operation['name']}({taken}) -> {operation['returns']}",
        "sites": len(operation["call_sites"]),
    }


def draw(items: list[dict], columns: tuple[str, ...], count: int, seed: int) -> list[dict]:
    """*count* of the items, or all if there are fewer, sorted by path and line."""
    by_line = {line_of(item, columns): item for item in items}
    drawn = sorted(by_line, key=lambda line: hashlib.sha256(f"{seed} {line}".encode()).digest())[:count]
    return [
        by_line[line] for line in sorted(drawn, key=lambda line: (by_line[line]["path"], by_line[line]["line"], line))
    ]


def line_of(item: dict, columns: tuple[str, ...]) -> str:
    """The item's columns; white space in them is a blank, and nothing stands for null."""
    values = ("" if item[column] is None else str(item[column]) for column in columns)
    return "\t".join(" ".join(value.split()) for value in values)


if __name__ == "__main__":
    main()
