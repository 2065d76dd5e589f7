"""Makes neutral edits of every kind in one project, those of a kind at once, and lists what the gate takes for new."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.judging import Noise, noise_of
from benchmarks.mutation.neutral.kind import Edits
from benchmarks.mutation.splices import parsed
from cutpoint.domain.finding import Severity


class Edited(NamedTuple):
    """What the gate says about the edits of one kind."""

    project: str
    kind: str
    edits: int
    files: int
    since: Noise
    baseline: Noise


def edited(ground: Ground, kinds: Edits, each: int, seed: str) -> Iterator[Edited]:
    """Up to *each* edits of every kind in files of their own, those first in which something was accepted."""
    for kind, edit in sorted(kinds.items()):
        random = Random(f"{seed} {kind} {ground.project.name}")  # noqa: S311 (a benchmark, not a secret)
        texts: dict[str, str | None] = {}
        count = 0
        for path in _paths(ground, random):
            changed = edit(ground, path, random) if count < each and path not in texts else None
            is_sound = changed is not None and texts.keys().isdisjoint(changed)
            if changed and is_sound and all(map(_is_python, changed.values())):
                texts |= changed
                count += 1
        if texts:
            verdicts = ground.project.judged_with(texts)
            yield Edited(
                ground.project.name, kind, count, len(texts), noise_of(verdicts.since), noise_of(verdicts.baseline)
            )


def _is_python(text: str | None) -> bool:
    return text is None or parsed(text.replace("\r\n", "\n")) is not None


def _paths(ground: Ground, random: Random) -> list[str]:
    """Paths of code, in a random order, those with accepted errors first."""
    accepted = {
        finding.place.path for finding in ground.project.case.judged.findings if finding.severity is Severity.ERROR
    }
    paths = [module.path for module in ground.modules]
    random.shuffle(paths)
    return sorted(paths, key=lambda path: path not in accepted)
