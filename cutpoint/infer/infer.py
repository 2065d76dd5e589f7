"""Program + catalog -> uses and blind spots: the one door into this room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.model_space import ModelSpace
from cutpoint.domain.types import forget_atoms
from cutpoint.infer import calls, class_calls, displays, expressions, library_calls, objects, rows, unnamed_methods
from cutpoint.infer.engine import Engine
from cutpoint.infer.frame import Frame
from cutpoint.infer.gather import Gathering
from cutpoint.infer.hints import Hints
from cutpoint.infer.roots import run_roots
from cutpoint.infer.templates import lookups
from cutpoint.infer.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Catalog, Module
    from cutpoint.domain.program import Program
    from cutpoint.domain.project import Hint
    from cutpoint.domain.use import Inference

# These register themselves with `dispatch`.
_REGISTERED = (calls, class_calls, displays, expressions, library_calls, objects, rows, unnamed_methods, lookups)


def infer(program: Program, catalog: Catalog, modules: Iterable[Module], hints: Iterable[Hint] = ()) -> Inference:
    """What the code of *modules* does with models."""
    forget_atoms()
    space = ModelSpace(catalog.models)
    engine = Engine(World(program, catalog, space), Hints(hints, space))
    run_roots(engine, modules)
    engine.known.forget()
    found = Gathering(engine).gather()
    _let_go(engine)
    return found


def _let_go(engine: Engine) -> None:
    # Types name the frames that they were made in, and these name nearly everything else: what comes after needs the memory.
    # Of a frame nothing is left but what tells it from others, which is all that types ask of it.
    for frame in (*engine.frames.values(), *engine.homes.all()):
        for name in Frame.__slots__:
            delattr(frame, name)
    vars(engine).clear()
