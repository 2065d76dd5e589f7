"""Analysis + configuration → the verdict: the order of the stages behind `check`, `baseline` and `diff`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cutpoint.judge.bodies import Bodies, with_prints
from cutpoint.judge.cut_out import doer_of, function_of, steps_at
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
    """The code around findings and sketches of it, each file parsed once and only when it is asked for."""

    def __init__(self, analysis: Analysis, content_of: Callable[[str], bytes | None]) -> None:
        """*content_of* gives the bytes of a file of the project by its path, or None."""
        self._path_of = {module.name: module.path for module in analysis.catalog.modules}
        self._content_of = content_of
        self._bodies: dict[str, Bodies | None] = {}

    def __call__(self, key: Key) -> str:
        """The sketch of the function, class or module that *key* names; empty when there is none.

        Behind it are the steps of the function, and of the one through which it does something.
        """
        where = function_of(key)
        bodies = self.bodies_in(where.module)
        sketch = "" if bodies is None else bodies.sketch_of(where.function)
        return with_prints(sketch, (*steps_at(where, self), *steps_at(doer_of(key, self), self)))

    def bodies_in(self, module: str) -> Bodies | None:
        """What is defined in *module*; None when it isn't there or can't be read."""
        path = self._path_of.get(module)
        if path is None:
            return None
        if path not in self._bodies:
            content = self._content_of(path)
            tree = parse_source(content).tree if content is not None else None
            package = module if path.endswith(_PACKAGE) else module.rpartition(".")[0]
            self._bodies[path] = Bodies(tree, package) if tree is not None else None
        return self._bodies[path]


def on_disk(root: str) -> Callable[[str], bytes | None]:
    """Reads files below *root* by their path in reports."""

    def content_of(path: str) -> bytes | None:
        try:
            return read_content(os.path.join(root, path))
        except OSError:
            return None

    return content_of
