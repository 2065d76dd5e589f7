"""Makes neutral edits of every kind in one project, those of a kind at once, and lists what the gate takes for new."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from benchmarks.mutation.ground import Ground
from benchmarks.mutation.judging import Noise, noise_of
from benchmarks.mutation.neutral.kind import Edit, Edits, Texts
from benchmarks.mutation.splices import parsed
from cutpoint.domain.finding import Severity

ELSEWHERE = "(files that nobody touched)"


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
            yield Edited(ground.project.name, kind, count, len(texts), *_noises(ground, texts))


def mixed(ground: Ground, kinds: Edits, edits: int, per_commit: int, seed: str) -> Iterator[Edited]:
    """*edits* in all, of every kind as many where there is ground for them, up to *per_commit* of several kinds at once.

    The edits of one commit are in files of their own, and no kind comes to the same file twice; what is said of a file
    that nobody touched is told as said of a kind that isn't there.
    """
    random = Random(f"{seed} mixed {ground.project.name}")  # noqa: S311 (a benchmark, not a secret)
    left = {kind: _paths(ground, random) for kind in sorted(kinds)}
    while edits and left:
        texts: dict[str, str | None] = {}
        done: dict[str, list[str]] = {}
        for kind in random.sample(sorted(left), len(left)):
            if sum(map(len, done.values())) < min(per_commit, edits):
                changed = _next_edit(ground, kinds[kind], left[kind], texts, random)
                if changed:
                    texts |= changed
                    done.setdefault(kind, []).extend(changed)
                    edits -= 1
                elif not left[kind]:
                    del left[kind]
        if texts:
            since, baseline = _noises(ground, texts)
            yield from (
                Edited(ground.project.name, kind, 1, len(paths), since.at(paths), baseline.at(paths))
                for kind, paths in sorted(done.items())
            )
            yield Edited(ground.project.name, ELSEWHERE, 0, 0, since.but_at(texts), baseline.but_at(texts))


def _noises(ground: Ground, texts: Texts) -> tuple[Noise, Noise]:
    """What `--since` says, and what the baseline."""
    verdicts = ground.project.judged_with(texts)
    paths = {module.name: module.path for module in verdicts.analysis.catalog.modules}
    return noise_of(verdicts.since, paths), noise_of(verdicts.baseline, paths)


def _next_edit(
    ground: Ground, edit: Edit, paths: list[str], texts: Texts, random: Random
) -> dict[str, str | None] | None:
    """The edit of the first of *paths* that can be had beside *texts*; what was tried is taken from *paths*."""
    for path in [*paths]:
        if path in texts:
            continue
        paths.remove(path)
        changed = edit(ground, path, random)
        if changed and texts.keys().isdisjoint(changed) and all(map(_is_python, changed.values())):
            return changed
    return None


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
