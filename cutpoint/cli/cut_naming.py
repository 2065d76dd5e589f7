"""What somebody typed → models, sides and cuts of the analysis; or UsageError with what may have been meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.cli.naming import meant
from cutpoint.domain.cut import Candidate
from cutpoint.domain.errors import UsageError
from cutpoint.domain.lookups.model_names import is_ambiguous, labels_called
from cutpoint.score.cutting import id_of
from cutpoint.score.finding import Named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cutpoint.domain.cut_settings import CutSettings
    from cutpoint.score.cutting import Cutting
    from cutpoint.score.subjects import Subjects


def models_named(subjects: Subjects, text: str, where: str) -> tuple[str, ...]:
    """The model with this label, those of the app with this label, or the model with this bare name."""
    models = subjects.models
    found = labels_called(models, text, subjects.followed)
    if is_ambiguous(models, text, found):
        raise UsageError(f"{where} {text}: several models are called so: {', '.join(found[:10])}; say which")
    if found:
        return found
    known = [*models, *(model.name for model in models.values()), *(model.app for model in models.values())]
    raise UsageError(f"{where} {text}: no model or app is named so{meant(text, known)}")


def sides_named(subjects: Subjects, take: Sequence[str], keep: Sequence[str], how: str = "--") -> Named:
    """What is named for each side, in the order of naming.

    Raises UsageError for names that don't exist, a model on both sides, and when nothing is left for one of them.
    """
    if not take:
        raise UsageError(f"say what to take: {how}take MODEL or APP")
    named = Named(
        tuple(models_named(subjects, text, f"{how}take") for text in take),
        tuple(models_named(subjects, text, f"{how}keep") for text in keep),
    )
    taken, kept = ({label for group in groups for label in group} for groups in (named.take, named.keep))
    both = sorted(taken & kept)
    if both:
        raise UsageError(f"{', '.join(both[:5])} can't be on both sides: leave it in {how}take or in {how}keep")
    if taken >= set(subjects.labels):
        raise UsageError("everything is taken: there would be nothing left to cut it from; name less")
    return named


def size_named(subjects: Subjects, named: Named, size: int | None) -> int | None:
    """*size*, if so many models can leave; raises UsageError with the bounds if not."""
    sides = [str(side) for side in named.sides.values()]
    least, most = max(1, sides.count("take")), len(subjects.labels) - max(1, sides.count("keep"))
    if size is not None and not least <= size <= most:
        raise UsageError(
            f"--size {size}: with what is named, {least} to {most} of {len(subjects.labels)} models can leave"
        )
    return size


def configured(cutting: Cutting, settings: CutSettings) -> tuple[Candidate, ...]:
    """The cuts that the configuration names, as they are today."""
    return tuple(_configured(cutting, settings))


def _configured(cutting: Cutting, settings: CutSettings) -> Iterator[Candidate]:
    for cut in settings.cuts:
        named = sides_named(cutting.subjects, cut.take, cut.keep, f"[tool.cutpoint.cuts.{cut.name}] ")
        # What is decided without a root across is decided: it reaches no further than it says.
        taken = cutting.finding.find(named).taken if cut.keep else sorted(named.sides)
        models = tuple(label for label in taken if label in cutting.subjects.models)
        yield Candidate(models, ("configured",), 1.0, cut.name)


def cut_named(cutting: Cutting, settings: CutSettings, text: str) -> Candidate:
    """The cut with this name in the configuration, this id in the list, or that takes the app or group with this name."""
    known = configured(cutting, settings)
    for each in known:
        if text in {each.name, id_of(each.models)}:
            return each
    of_app = cutting.facts.models_of_app.get(text) or cutting.facts.models_of_group.get(text)
    if of_app:
        return Candidate(of_app, ("app",), 1.0)
    proposed = cutting.candidates
    for each in proposed:
        if id_of(each.models) == text:
            return each
    names = [
        *(each.name for each in known),
        *cutting.facts.models_of_app,
        *cutting.facts.models_of_group,
        *(id_of(each.models) for each in proposed),
    ]
    raise UsageError(
        f"there is no cut {text}{meant(text, names)}; `cutpoint cuts list` shows ids, and a cut that `cuts find` gave"
        " is kept under a name in [tool.cutpoint.cuts]"
    )


def moved(cutting: Cutting, base: Candidate | None, moves: Iterable[str]) -> tuple[Candidate, Candidate]:
    """The cut before and after *moves*, each `MODEL=APP`, `MODEL=take` or `MODEL=keep`."""
    subjects = cutting.subjects
    taken = set(base.models) if base is not None else None
    before = base
    for move in moves:
        what, equals, where = move.rpartition("=")
        if not equals or not what or not where:
            raise UsageError(f"--move {move}: write MODEL=APP, MODEL=take or MODEL=keep")
        models = models_named(subjects, what, f"--move {move}:")
        goal = frozenset(cutting.facts.models_of_app.get(where, ()))
        if not goal and where not in {"take", "keep"}:
            known = [*cutting.facts.models_of_app, "take", "keep"]
            raise UsageError(f"--move {move}: no app is named {where}{meant(where, known)}")
        if taken is None or before is None:
            if not goal:
                raise UsageError(f"--move {move}: say of which cut with --cut, or name an app to move it to")
            before, taken = Candidate(tuple(sorted(goal)), ("app",), 1.0, where), set(goal)
        takes = where == "take" or len(goal & taken) * 2 > len(goal)
        taken = taken.union(models) if takes else taken.difference(models)
    if before is None or taken is None:
        raise UsageError("say what to move: --move MODEL=APP")
    if not taken or taken >= set(subjects.labels):
        raise UsageError("after these moves everything is on one side: move less")
    return before, Candidate(
        tuple(sorted(taken)), ("what-if",), before.stability, f"{before.name or 'the cut'} after the move"
    )
