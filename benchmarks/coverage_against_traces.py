"""What a report says of its own coverage, restricted to code that ran, beside the share of executed writes that it has.

    python benchmarks/coverage_against_traces.py REPORT.json TRACE.json[.gz] ...

TRACE holds what SQL the tests of the project ran: `{"writes": [{"path", "line", "end_line", "table", "op", "direct", "super",
"mech", "declared_by"}], "tables": {name: {"first", "test", "unknown"}}, "executed": {path: [[first, last]]}, "defs": {path:
[[name, first, last]]}}`. A statement counts once for each table and action; the estimate is that of `cutpoint.relate.coverage`
for the functions that ran.
"""

import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

from cutpoint.domain.access import Access, Action, Certainty
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord
from cutpoint.relate.coverage import coverage_of

_WORD = re.compile(r"`\.?(\w+)\(\)")


def main() -> None:
    """Print a row for each pair of a report and a trace."""
    print("| project | executed writes | told | missed without a sign | share | estimated | difference |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for report, trace in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        data = Path(trace).read_bytes()
        truth = json.loads(gzip.decompress(data) if trace.endswith(".gz") else data)
        print(_row(Path(report).stem, json.loads(Path(report).read_text(encoding="utf-8")), truth))


def _row(name: str, report: dict[str, Any], truth: dict[str, Any]) -> str:
    ran = _Ran(truth)
    accesses = [_access(each) for each in report["accesses"] if ran.counts(each)]
    told = {
        (each.path, each.line, each.table, each.action.value)
        for each in accesses
        if each.certainty is not Certainty.POSSIBLE
    }
    sites = {
        (write["path"], write["line"], write["end_line"], write["table"].lower(), write["op"])
        for write in truth["writes"]
        if write["direct"]
        and not write.get("super")
        and ran.is_first(write["table"])
        and not (write["mech"] == "pass-through" and not write.get("declared_by"))
    }
    missed = [site for site in sites if not any((site[0], at, site[3], site[4]) in told for at in _lines(site))]
    signs = {(spot["path"], spot["line"]) for spot in report["blind_spots"]}
    signs |= {(each.path, each.line) for each in accesses if each.certainty is Certainty.POSSIBLE}
    silent = sum(not any((site[0], at) in signs for at in _lines(site)) for site in missed)
    met = len(sites) - len(missed)
    words, spots = [], []
    for spot in report["blind_spots"]:
        found = _WORD.match(spot["reason"])
        if ran.has_run(spot["path"], spot["line"]):
            if spot["kind"].startswith("query-") and found:
                words.append(QueryWord(spot["path"], spot["line"], found[1], spot["kind"].removeprefix("query-")))
            else:
                spots.append(BlindSpot(spot["path"], spot["line"], spot["kind"], spot["reason"]))
    seen = coverage_of(accesses, words, spots).writes_seen
    share = met / len(sites)
    return f"| {name} | {len(sites)} | {met} | {silent} | {share:.3f} | {seen:.3f} | {seen - share:+.3f} |"


def _lines(site: tuple[str, int, int, str, str]) -> range:
    return range(site[1], site[2] + 1)


def _access(each: dict[str, Any]) -> Access:
    cause = Evidence(each["cause"]["path"], each["cause"]["line"]) if each["cause"] else None
    table = each["table"].lower() if each["table"] else None
    return Access(
        each["path"],
        each["line"],
        each["end_line"],
        each["function"],
        each["module"],
        each["app"],
        Action(each["action"]),
        table,
        each["model"],
        None,
        (),
        each["via"],
        Certainty(each["certainty"]),
        each["in_loop"],
        cause,
    )


class _Ran:
    """What ran, and which tables are the project's."""

    def __init__(self, truth: dict[str, Any]) -> None:
        self._tables = {name.lower(): table for name, table in truth["tables"].items()}
        self._executed = truth["executed"]
        self._defs = truth["defs"]

    def is_first(self, table: str | None) -> bool:
        known = self._tables.get((table or "").lower())
        return bool(known and known.get("first") and not known.get("test") and not known.get("unknown"))

    def counts(self, access: dict[str, Any]) -> bool:
        return (access["table"] is None or self.is_first(access["table"])) and self.has_run(
            access["path"], access["line"]
        )

    def has_run(self, path: str, line: int) -> bool:
        around = [each for each in self._defs.get(path, ()) if each[1] <= line <= each[2]]
        ranges = self._executed.get(path, ())
        if not around:
            return any(first <= line <= last for first, last in ranges)
        _, begins, ends = min(around, key=lambda each: each[2] - each[1])
        return any(last > begins and first <= ends for first, last in ranges)


if __name__ == "__main__":
    main()
