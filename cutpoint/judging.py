"""Analysis + configuration → the verdict: the order of the stages behind `check`, `baseline` and `diff`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cutpoint.judge.bodies import Bodies
from cutpoint.judge.judged import judged
from cutpoint.parse.content import read_content
from cutpoint.parse.parse_source import parse_source
from cutpoint.relate.decided_cuts import decided_cuts
from cutpoint.relate.services import services_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.finding import Key
    from cutpoint.domain.gate import Gate
    from cutpoint.judge.judged import Judged


def judge(analysis: Analysis, gate: Gate, *, is_past: bool = False) -> Judged:
    """What the rules say about *analysis*; of a past one, services may name what did not exist yet.

    Raises ConfigError when the configured services or cuts don't fit the project.
    """
    services = services_of(analysis.catalog, gate, is_past=is_past)
    return judged(analysis, services, gate, decided_cuts(analysis.catalog, gate.cuts, is_past=is_past))


_PACKAGE = ("/__init__.py", "/__init__.pyi")


class Sketches:
    """Sketches of the code around findings, each file parsed once and only when it is asked for."""

    def __init__(self, analysis: Analysis, content_of: Callable[[str], bytes | None]) -> None:
        """*content_of* gives the bytes of a file of the project by its path, or None."""
        self._path_of = {module.name: module.path for module in analysis.catalog.modules}
        self._content_of = content_of
        self._bodies: dict[str, Bodies | None] = {}

    def __call__(self, key: Key) -> str:
        """The sketch of the function, class or module that *key* names; empty when there is none."""
        path = self._path_of.get(key.module)
        if path is None:
            return ""
        if path not in self._bodies:
            content = self._content_of(path)
            tree = parse_source(content).tree if content is not None else None
            package = key.module if path.endswith(_PACKAGE) else key.module.rpartition(".")[0]
            self._bodies[path] = Bodies(tree, package) if tree is not None else None
        bodies = self._bodies[path]
        return "" if bodies is None else bodies.sketch_of(_with_a_body(key.function))


def _with_a_body(function: str) -> str:
    """The name of *function* as `Bodies` has it: a lambda belongs to what it is written in."""
    named = function.partition("<lambda>")[0].removesuffix(".")
    return named.replace(".<locals>", "")


def on_disk(root: str) -> Callable[[str], bytes | None]:
    """Reads files below *root* by their path in reports."""

    def content_of(path: str) -> bytes | None:
        try:
            return read_content(os.path.join(root, path))
        except OSError:
            return None

    return content_of
