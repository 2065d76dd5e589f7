"""The files in snippets/ → the cases in them, each with what its comments say of its lines.

A case is a function at the top of a group's file whose name has no underscore in front, or a class that the suite
drives: it knows which requests reach it. A comment speaks of the statement that it stands behind, or of the next one when
it stands alone; what a class makes happen without a line of its own is said at its head:

    order.save()        # update shop_order; may: insert shop_order
    tag.delete()        # delete catalog_tag; open: delete catalog_product_tags (a cascade)
    cursor.execute(q)   # blind: read shop_order

| clause   | Django, this time | cutpoint       |
| -------- | ----------------- | -------------- |
| (plain)  | does it           | says it        |
| `may:`   | does not          | says it        |
| `open:`  | does it or not    | says it or not |
| `blind:` | does it           | says that something here was not understood |
"""

import ast
import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SNIPPETS = Path(__file__).parent / "snippets"
SILENT = "silence"
"""The group in which no line touches a table."""
ACTIONS = ("read", "insert", "update", "delete")
CLAUSE = re.compile(rf"(?:(may|open|blind): )?((?:{'|'.join(ACTIONS)}) [\w, ]+?)(?: \(([^()]+)\))?")

Touch = tuple[str, str]
"""What is done, and the table it is done to."""


@dataclass(frozen=True)
class Suite:
    """A monolith of snippets, the module that makes its rows, and which classes are cases, by group and name."""

    snippets: Path
    rows: str
    driven: frozenset[str] = frozenset()

    def path_of(self, group: str) -> Path:
        return self.snippets / f"{group}.py"


QUERIES = Suite(SNIPPETS, "tests.conformance.queries.rows")


@dataclass
class Said:
    """What the comments say of one statement, or of a whole case."""

    plain: set[Touch] = field(default_factory=set)
    may: set[Touch] = field(default_factory=set)
    open: set[Touch] = field(default_factory=set)
    blind: set[Touch] = field(default_factory=set)

    def add(self, other: "Said") -> None:
        self.plain |= other.plain
        self.may |= other.may
        self.open |= other.open
        self.blind |= other.blind

    @property
    def by_django(self) -> set[Touch]:
        return self.plain | self.blind


@dataclass
class Case:
    """A function or class of a snippet file, and its comments by the last line of the statement that they speak of."""

    suite: Suite
    group: str
    name: str
    first: int
    last: int
    anchors: dict[int, int]
    """Line → the last line of the statement (or of the head of the compound statement) that it is part of."""
    said: dict[int, Said]
    parameters: dict[str, ast.expr]
    """Their annotations: a value of that kind is passed."""
    is_class: bool = False

    @property
    def id(self) -> str:
        return f"{self.group}.{self.name}"

    @property
    def all_said(self) -> Said:
        whole = Said()
        for said in self.said.values():
            whole.add(said)
        return whole


def groups(suite: Suite = QUERIES) -> list[str]:
    return sorted(path.stem for path in suite.snippets.glob("*.py") if path.stem != "manage")


def all_cases(suite: Suite = QUERIES) -> list[Case]:
    return [case for group in groups(suite) for case in cases_of(group, suite)]


def cases_of(group: str, suite: Suite = QUERIES) -> list[Case]:
    path = suite.path_of(group)
    text = path.read_text("utf-8")
    comments = dict(_comments(text))
    found = []
    for node in ast.parse(text).body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        is_class = isinstance(node, ast.ClassDef)
        if f"{group}.{node.name}" in suite.driven if is_class else not node.name.startswith("_"):
            anchors = _anchors(node)
            given = [] if isinstance(node, ast.ClassDef) else node.args.args
            parameters = {each.arg: each.annotation for each in given if each.annotation}
            last = node.end_lineno or 0
            case = Case(suite, group, node.name, node.lineno, last, anchors, defaultdict(Said), parameters, is_class)
            for line in range(_first_of(node, comments), case.last + 1):
                said = said_by(comments.pop(line, ""), f"{path}:{line}")
                if said != Said():
                    case.said[_anchor_after(anchors, line)].add(said)
            found.append(case)
    stray = [line for line, comment in comments.items() if said_by(comment, f"{path}:{line}") != Said()]
    assert not stray, f"{path}: comments on lines {stray} speak of no case"
    return found


def _first_of(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, comments: dict[int, str]) -> int:
    """The line where comments on *node* may begin: above it and its decorators."""
    first = min([node.lineno, *(each.lineno for each in node.decorator_list)])
    while first - 1 in comments:
        first -= 1
    return first


def said_by(comment: str, place: str = "") -> Said:
    """What a comment says; prose says nothing, and a clause that is nearly right is a mistake."""
    said = Said()
    clauses = split_clauses(comment)
    if not re.match(rf"(?:may:|open:|blind:|(?:{'|'.join(ACTIONS)}) \w+_)", clauses[0]):
        return said
    for clause in clauses:
        read = CLAUSE.fullmatch(clause)
        assert read, f"{place}: {clause!r} is no clause"
        action, _, tables = read[2].partition(" ")
        touches = {(action, table) for table in tables.split(", ")}
        getattr(said, read[1] or "plain").update(touches)
        assert (read[1] == "open") == bool(read[3]), f"{place}: what is left open, and only that, has a reason"
    return said


def split_clauses(comment: str) -> list[str]:
    """The clauses of a comment; a reason in parentheses is part of its clause."""
    return re.split(r"; (?![^(]*\))", comment)


def clauses_for(touches: set[Touch], kind: str = "") -> str:
    """The same the other way round: `read a, b; insert c`."""
    parts = []
    for action in ACTIONS:
        tables = sorted(table for done, table in touches if done == action)
        if tables:
            parts.append(f"{kind}{action} {', '.join(tables)}")
    return "; ".join(parts)


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string.removeprefix("#").strip()


def _anchors(case: ast.stmt) -> dict[int, int]:
    anchors: dict[int, int] = {}
    # Outer statements come first, so inner ones have the last word.
    for node in ast.walk(case):
        if isinstance(node, ast.stmt):
            last = _end_of_head(node)
            anchors |= dict.fromkeys(range(node.lineno, last + 1), last)
    return anchors


def _end_of_head(statement: ast.stmt) -> int:
    """The last line of a statement, of its head when it holds others."""
    if not isinstance(statement, ast.Match) and not hasattr(statement, "body"):
        return statement.end_lineno or statement.lineno
    head = [
        child for child in ast.iter_child_nodes(statement) if isinstance(child, ast.expr | ast.arguments | ast.withitem)
    ]
    ends = [getattr(part, "end_lineno", None) or 0 for child in head for part in ast.walk(child)]
    return max([statement.lineno, *ends])


def _anchor_after(anchors: dict[int, int], line: int) -> int:
    """The statement that a comment speaks of: the one it stands behind, or the next."""
    return anchors[line] if line in anchors else anchors[min(other for other in anchors if other > line)]
