"""Graph + sides of some models → what the packages that these lie in say about all others.

Whoever parted a project into packages parted it by matter, so the largest package around a named model that holds none of
the other side may go along as a whole. Whether it does is for who asks to judge.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.score.surroundings import and_around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.score.model_graph import ModelGraph


def sides_by_package(graph: ModelGraph, named: Mapping[int, float]) -> dict[int, float]:
    """The sides of what lies in one package with something *named*, files included; indices are those of the wide graph.

    Nothing where files are hidden.
    """
    wide = graph.wide
    module_of = {one: file[1:] for one, file, _ in graph.around if one in graph.index}
    modules = [module_of.get(label, label.removeprefix("/")) for label in wide.labels]
    known = {at: modules[at] for at in named if graph.labels[at] in module_of}
    side_of: dict[str, float] = {}
    for at, module in known.items():
        others = {around for other in known if named[other] != named[at] for around in and_around(known[other])}
        for package in and_around(module):
            if package in others:
                break
            side_of[package] = named[at]
    found: dict[int, float] = {}
    for at, module in enumerate(modules):
        for package in and_around(module):
            if package in side_of:
                found[at] = side_of[package]
                break
    return found
