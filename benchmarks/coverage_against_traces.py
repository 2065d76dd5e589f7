"""What a report says of its own coverage, restricted to code that ran, beside the share of executed writes that it has.

    python benchmarks/coverage_against_traces.py REPORT.json TRACE.json[.gz] ...

TRACE holds what SQL the tests of the project ran: `{"writes": [{"path", "line", "end_line", "table", "op", "direct", "super",
"mech", "declared_by"}], "reads": likewise, "tables": {name: {"first", "test", "unknown"}}, "executed": {path: [[first, last]]},
"defs": {path: [[name, first, last]]}}`. A statement counts once for each table and action that it writes, and once if it reads;
the estimate is that of `cutpoint.relate.coverage` for the functions that ran. *Without it* is the difference with weights that the
other projects alone give. The last line has the weights that all of them give.
"""

import gzip
import json
import re
import sys
from pathlib import Path
from typing import Any

from cutpoint.domain.access import Access, Action, Certainty
from cutpoint.domain.query_words import SAVING
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord
from cutpoint.relate.coverage import WEIGHTS, Weights, coverage_of

_ENOUGH = 100
"""A trace of fewer writes says nothing for weights."""
_WORD = re.compile(r"`\.?(\w+)\(\)")


def main() -> None:
    """Print a row for each pair of a report and a trace, and the weights that all of them together give."""
    print(
        "| project | executed writes | told | missed without a sign | share | estimated | difference | without it "
        "| reading statements | share | estimated |"
    )
    print("| --- |" + " ---: |" * 10)
    beside = [
        _Beside(Path(report).stem, _json(report), _json(trace))
        for report, trace in zip(sys.argv[1::2], sys.argv[2::2], strict=True)
    ]
    for each in beside:
        print(each.row(_fitted([other for other in beside if other is not each and other.sites >= _ENOUGH])))
    print(_fitted([each for each in beside if each.sites >= _ENOUGH]))


def _json(path: str) -> dict[str, Any]:
    data = Path(path).read_bytes()
    found: dict[str, Any] = json.loads(gzip.decompress(data) if path.endswith(".gz") else data)
    return found


class _Beside:
    """A report beside the trace of the same project, where code ran."""

    def __init__(self, name: str, report: dict[str, Any], truth: dict[str, Any]) -> None:
        ran = _Ran(truth)
        self._name = name
        self._accesses = [_access(each) for each in report["accesses"] if ran.counts(each)]
        self._words, self._spots = [], []
        for spot in report["blind_spots"]:
            found = _WORD.match(spot["reason"])
            if ran.has_run(spot["path"], spot["line"]):
                if spot["kind"].startswith("query-") and found:
                    reason = spot["kind"].removeprefix("query-")
                    self._words.append(QueryWord(spot["path"], spot["line"], found[1], reason))
                else:
                    self._spots.append(BlindSpot(spot["path"], spot["line"], spot["kind"], spot["reason"]))
        told = {
            (each.path, each.line, each.table, each.action.value)
            for each in self._accesses
            if each.certainty is not Certainty.POSSIBLE
        }
        sites = {site for write in truth["writes"] if (site := ran.site(write))}
        missed = [site for site in sites if not any((site[0], at, site[3], site[4]) in told for at in _lines(site))]
        signs = {(spot["path"], spot["line"]) for spot in report["blind_spots"]}
        signs |= {(each.path, each.line) for each in self._accesses if each.certainty is Certainty.POSSIBLE}
        self.sites, self.met = len(sites), len(sites) - len(missed)
        self.silent = sum(not _are_at(site, signs) for site in missed)
        self.rows = {(word.path, word.line) for word in self._words if word.verb in SAVING}
        self.possible = {
            (each.path, each.line)
            for each in self._accesses
            if each.certainty is Certainty.POSSIBLE and each.writes and each.cause is None
        }
        reads = {(each.path, each.line) for each in self._accesses if not each.writes}
        reading = {
            (read["path"], read["line"], read["end_line"], "", "")
            for read in truth["reads"]
            if read["direct"] and ran.is_first(read["table"])
        }
        self.reading, self.read = len(reading), sum(_are_at(site, reads) for site in reading)
        self.at_rows = sum(_are_at(site, self.rows) for site in missed)
        self.at_possible = sum(_are_at(site, self.possible - self.rows) for site in missed)

    def row(self, without: Weights) -> str:
        """What stands in the table; *without* are weights that this project has had no part in."""
        share = self.met / self.sites
        whole, held_out = (
            coverage_of(self._accesses, self._words, self._spots, weights) for weights in (WEIGHTS, without)
        )
        figures = f"{self.sites} | {self.met} | {self.silent} | {share:.3f} | {whole.writes_seen:.3f}"
        beside = f"{whole.writes_seen - share:+.3f} | {held_out.writes_seen - share:+.3f}"
        reads = f"{self.reading} | {self.read / self.reading:.3f} | {whole.reads_seen:.3f}"
        return f"| {self._name} | {figures} | {beside} | {reads} |"


def _fitted(beside: list[_Beside]) -> Weights:
    rows, possible, met = (
        sum(counts) for counts in zip(*((len(each.rows), len(each.possible), each.met) for each in beside), strict=True)
    )
    return Weights(
        row=sum(each.at_rows for each in beside) / max(rows, 1),
        possible=sum(each.at_possible for each in beside) / max(possible, 1),
        silent=sum(each.silent for each in beside) / max(met, 1),
    )


def _are_at(site: tuple[str, int, int, str, str], places: set[tuple[str, int]]) -> bool:
    return any((site[0], at) in places for at in _lines(site))


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
        # Lines and statements can come from several runs: a function with a statement in it ran.
        self._with_sql: dict[str, set[int]] = {}
        for each in (*truth["writes"], *truth["reads"]):
            self._with_sql.setdefault(each["path"], set()).add(each["line"])

    def site(self, write: dict[str, Any]) -> tuple[str, int, int, str, str] | None:
        """The statement, table and action of a write that code of the project asks for by itself."""
        passed = write["mech"] == "pass-through" and not write.get("declared_by")
        if not write["direct"] or write.get("super") or passed or not self.is_first(write["table"]):
            return None
        return write["path"], write["line"], write["end_line"], write["table"].lower(), write["op"]

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
        with_sql = self._with_sql.get(path, set())
        return any(last > begins and first <= ends for first, last in ranges) or any(
            begins <= at <= ends for at in with_sql
        )


if __name__ == "__main__":
    main()
