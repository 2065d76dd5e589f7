"""Write into the snippets what Django did, line by line: run when a case is new, and read the difference like prose.

python -m tests.conformance.queries.record [group or group.case ...]
"""

import re
import sys
from collections import defaultdict
from typing import Any

from tests.conformance.queries.cases import (
    QUERIES,
    Case,
    Said,
    Suite,
    Touch,
    all_cases,
    clauses_for,
    said_by,
    split_clauses,
)
from tests.conformance.queries.run_django import run, set_up

WIDTH = 120


def record(case: Case, done: dict[str, Any], lines: list[str]) -> list[str]:
    """*lines* of the file with the case's comments renewed; `may`, `open` and `blind` are kept."""
    did: dict[int, set[Touch]] = defaultdict(set)
    for statement in done["statements"]:
        did[case.anchors[statement["line"]]] |= {(action, table) for action, table in statement["touched"]}
    for anchor in sorted({*case.said, *did}, reverse=True):
        said = case.said.get(anchor, Said())
        kept = [clauses_for(said.may - did[anchor], "may: "), *_reasoned(lines, case, anchor)]
        text = "; ".join(filter(None, [clauses_for(did[anchor] - said.blind - said.open), *kept]))
        _replace(lines, case, anchor, text)
    return lines


def _reasoned(lines: list[str], case: Case, anchor: int) -> list[str]:
    comments = (re.search(r"#\s*(.*)$", lines[line - 1]) for line in _lines_of(lines, case, anchor))
    said = [comment[1] for comment in comments if comment and said_by(comment[1]) != Said()]
    return [clause for comment in said for clause in split_clauses(comment) if clause.startswith(("open", "blind"))]


def _lines_of(lines: list[str], case: Case, anchor: int) -> list[int]:
    own = [line for line, last in case.anchors.items() if last == anchor]
    while lines[(above := min(own) - 1) - 1].lstrip().startswith("#"):
        own.append(above)
    return own


def _replace(lines: list[str], case: Case, anchor: int, text: str) -> None:
    for line in _lines_of(lines, case, anchor):
        comment = re.search(r"\s*#\s*(.*)$", lines[line - 1])
        if comment and said_by(comment[1]) != Said():
            lines[line - 1] = lines[line - 1][: comment.start()]
            if not lines[line - 1]:
                lines[line - 1] = "\0"
    if not text:
        return
    behind = f"{lines[anchor - 1]}  # {text}"
    if len(behind) <= WIDTH:
        lines[anchor - 1] = behind
    else:
        first = min(line for line, last in case.anchors.items() if last == anchor)
        indent = " " * (len(lines[first - 1]) - len(lines[first - 1].lstrip()))
        lines[first - 1] = f"{indent}# {text}\n{lines[first - 1]}"


def main(wanted: list[str], suite: Suite = QUERIES) -> None:
    """Renew the comments of the wanted cases, or of all."""
    recorder = set_up(suite)
    by_group = defaultdict(list)
    for case in all_cases(suite):
        if not wanted or {case.id, case.group} & set(wanted):
            by_group[case.group].append(case)
    for group, cases in by_group.items():
        path = suite.path_of(group)
        lines = path.read_text("utf-8").splitlines()
        for case in reversed(cases):
            done = run(case, recorder)
            if done["error"]:
                sys.stderr.write(f"{case.id}: {done['error']}\n")
            lines = record(case, done, lines)
        path.write_text("\n".join(line for line in lines if line != "\0") + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
