"""A tree and its report go in, command lines come out: every command that can be asked about it, with names that it has, and odd ones."""

import random
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

Report = Mapping[str, Any]
Command = list[str]

VERDICTS = ("text", "json", "sarif", "github", "gitlab", "junit", "markdown")
_PICTURES = ("text", "dot", "html", "mermaid", "graphml", "json", "csv")
_ODD_NAMES = (
    "",
    "nothing",
    "a.b.c",
    "*",
    "shop.Order",
    "x:1",
    ":",
    "-1",
    "é",
    "a\x1bb",
    "shop/models.py:0",
    "1e9:9" * 50,
)
_GOALS = ("independence", "security", "least-work")


class Asker:
    """Makes command lines about *tree*, of which *report* is known; *chance* decides the names, files go to *out*."""

    def __init__(self, tree: Path, out: Path, report: Report, chance: random.Random) -> None:
        self._tree = str(tree)
        self._out = out
        self._chance = chance
        self._apps = [app["label"] for app in report["apps"] if app["ours"]]
        self._models = [model["label"] for model in report["models"]]
        self._tables = [table["name"] for table in report["tables"]]
        self._entries = [entry["name"] for entry in report["entry_points"]]
        self._cuts = [cut["id"] for cut in report["cut_points"]]
        self._places = [f"{access['path']}:{access['line']}" for access in report["accesses"]]

    def always(self) -> Iterator[Command]:
        """What each program is asked."""
        files = [word for name in VERDICTS for word in ("--format", name, "--output", str(self._out / name))]
        yield ["check", self._tree, *files]
        yield ["cuts", "list", self._tree, "--format", "json"]

    def some(self, number: int) -> Iterator[Command]:
        """What it is asked beside that: *number* questions of the others."""
        for question in self._chance.sample(_QUESTIONS, min(number, len(_QUESTIONS))):
            yield from question(self)

    def since(self) -> Iterator[Command]:
        """What is asked about a tree that has changed since HEAD."""
        yield ["diff", "HEAD", self._tree, "--format", self._chance.choice(("text", "json", "markdown"))]
        yield ["check", self._tree, "--since", "HEAD", "--format", self._chance.choice(VERDICTS)]
        yield ["analyze", self._tree, "--format", "html", "--since", "HEAD", "--output", self._file("page.html")]
        yield ["progress", self._tree, "--cut", self._name(self._apps), "--history", "2"]

    def _name(self, known: list[str]) -> str:
        return self._chance.choice(known if known and self._chance.random() < 0.9 else _ODD_NAMES)

    def _file(self, name: str) -> str:
        return str(self._out / name)

    def _answer(self) -> Command:
        return ["--format", self._chance.choice(("text", "json")), *(["-v"] if self._chance.random() < 0.5 else [])]

    def _analyze(self) -> Iterator[Command]:
        yield ["analyze", self._tree, "-v"]
        yield ["analyze", self._tree, "--format", "markdown", "--output", self._file("report.md")]

    def _analyze_all(self) -> Iterator[Command]:
        yield ["analyze", self._tree, "--include-tests", "--include-migrations", "--strict", "--format", "json"]

    def _page(self) -> Iterator[Command]:
        source = ["--no-source"] if self._chance.random() < 0.5 else []
        yield ["analyze", self._tree, "--format", "html", "--output", self._file("page.html"), *source]

    def _users(self) -> Iterator[Command]:
        for known in (self._tables, self._models):
            which = self._chance.choice(("who-writes", "who-reads"))
            yield [which, "--", self._name(known), self._tree]
            yield [which, *self._answer(), "--", self._name(known), self._tree]

    def _explain(self) -> Iterator[Command]:
        yield ["explain", *self._answer(), "--", self._name(self._apps), self._name(self._apps), self._tree]
        yield ["explain", *self._answer(), "--", self._name(self._places), "", self._tree]
        line = f"{self._name(self._apps)}/models.py:{self._chance.randint(1, 60)}"
        yield ["explain", *self._answer(), "--", line, "", self._tree]

    def _graph(self) -> Iterator[Command]:
        of = self._chance.choice(("imports", "models", "queries", "calls"))
        level = self._chance.choice(("service", "app", "model", "module", "table"))
        output = ["--output", self._file("graph")]
        for name in self._chance.sample(_PICTURES, 3):
            yield ["graph", self._tree, "--of", of, "--level", level, "--format", name, *output]
        yield ["graph", self._tree, "--focus", self._name(self._apps), "--depth", "2", "--format", "dot", *output]
        yield ["graph", self._tree, "--between", self._name(self._apps), self._name(self._apps)]
        yield [
            "graph",
            self._tree,
            "--of",
            "cut",
            "--cut",
            self._name(self._cuts),
            "--format",
            self._one(_PICTURES),
            *output,
        ]

    def _one(self, choices: tuple[str, ...]) -> str:
        return self._chance.choice(choices)

    def _trace(self) -> Iterator[Command]:
        yield ["trace", "--project", self._tree, *self._answer(), "--", self._name(self._entries)]
        yield ["trace", "--project", self._tree, *self._answer(), "--", self._name(self._entries)]

    def _cut_list(self) -> Iterator[Command]:
        yield ["cuts", "list", self._tree, "--blind", "--goal", self._one(_GOALS)]
        yield ["cuts", "list", self._tree, "-v"]

    def _cut_find(self) -> Iterator[Command]:
        asked = ["--take", self._name(self._models), "--keep", self._name(self._models)]
        yield ["cuts", "find", self._tree, *asked, *self._answer()]

    def _cut_show(self) -> Iterator[Command]:
        project = ["--project", self._tree]
        yield ["cuts", "show", *project, *self._answer(), "--", self._name(self._cuts)]
        yield ["cuts", "show", *project, *self._answer(), "--", self._name(self._apps)]
        yield ["cuts", "compare", *project, "--", self._name(self._cuts), self._name(self._apps)]

    def _what_if(self) -> Iterator[Command]:
        side = self._chance.choice(("take", "keep", self._name(self._apps)))
        cut = ["--cut", self._name(self._cuts)] if self._chance.random() < 0.7 else []
        yield [
            "what-if",
            "--project",
            self._tree,
            "--move",
            f"{self._name(self._models)}={side}",
            *cut,
            *self._answer(),
        ]

    def _propose(self) -> Iterator[Command]:
        cut = self._name(self._cuts if self._chance.random() < 0.5 else self._apps)
        yield ["propose", self._tree, "--cut", cut, "--output", self._file("proposal")]
        yield ["propose", self._tree, "--cut", cut, "--output", self._file("proposal"), "--force"]
        yield ["progress", self._tree, "--cut", cut, *self._answer()]

    def _doctor(self) -> Iterator[Command]:
        yield ["doctor", self._tree, "-v", "--format", self._chance.choice(("text", "markdown"))]

    def _baseline(self) -> Iterator[Command]:
        yield ["baseline", "create", self._tree, "--reason", self._name([]), "--owner", "us"]
        yield ["check", self._tree, "--format", self._one(VERDICTS), "-v"]
        yield ["baseline", "update", self._tree]
        yield ["baseline", "prune", self._tree]
        yield ["baseline", "show", self._tree, *self._answer()]

    def _init(self) -> Iterator[Command]:
        yield ["init", self._tree]


_QUESTIONS: tuple[Callable[[Asker], Iterator[Command]], ...] = (
    Asker._analyze,  # noqa: SLF001 (its own)
    Asker._analyze_all,  # noqa: SLF001
    Asker._page,  # noqa: SLF001
    Asker._users,  # noqa: SLF001
    Asker._explain,  # noqa: SLF001
    Asker._graph,  # noqa: SLF001
    Asker._trace,  # noqa: SLF001
    Asker._cut_list,  # noqa: SLF001
    Asker._cut_find,  # noqa: SLF001
    Asker._cut_show,  # noqa: SLF001
    Asker._what_if,  # noqa: SLF001
    Asker._propose,  # noqa: SLF001
    Asker._doctor,  # noqa: SLF001
    Asker._baseline,  # noqa: SLF001
    Asker._init,  # noqa: SLF001
)
