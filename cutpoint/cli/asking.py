"""`cuts find --ask`: one question at a time, each answered in a word, until nothing is left that would decide anything."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import msgspec

from cutpoint.cli.cut_naming import sides_named
from cutpoint.cli.cut_texts import write_questions
from cutpoint.cli.output import is_terminal
from cutpoint.config.keeping import keep_cut
from cutpoint.domain.cut import Side
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.errors import UsageError
from cutpoint.emit.cuts.question_page import LEAVES, question_page
from cutpoint.emit.page import Page, Paragraph, count, line, names
from cutpoint.emit.safe import safe
from cutpoint.telling import tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cutpoint.cli.cut_texts import Wanted
    from cutpoint.domain.cut import Question
    from cutpoint.domain.cut_settings import CutSettings
    from cutpoint.score.cutting import Cutting
    from cutpoint.score.finding import Found, Named

_FEW = 8
_TAKEN_NAMES = ("goal", "weights")
HELP = (
    "leave or l: it is taken out; stay or s: it is kept; Enter: as it seems; pass or p: nobody knows, ask something else;"
    " undo or u: take the last answer back; done or d: that is enough; Ctrl-C: end, and keep nothing."
)
_WORDS = {"leave": Side.TAKE, "stay": Side.KEEP}
_OTHERS = ("pass", "undo", "done", "help")


class Answer(msgspec.Struct, frozen=True):
    """What was said of one model; no side when nobody knows."""

    model: str
    side: Side | None


class Dialogue:
    """Asks about a cut until it is decided as far as somebody wants to."""

    def __init__(
        self,
        cut: NamedCut,
        find: Callable[[NamedCut], Found],
        ask: Callable[[str], str | None],
        show: Callable[[Page], None],
    ) -> None:
        """*ask* shows a prompt and gives the line that was typed, None at its end; *show* shows a page."""
        self._cut = cut
        self._find = find
        self._ask = ask
        self._show = show
        self._answers: list[Answer] = []

    @property
    def cut(self) -> NamedCut:
        """The cut with all that was answered so far, the latest last."""
        said = {side: tuple(each.model for each in self._answers if each.side is side) for side in Side}
        return msgspec.structs.replace(
            self._cut, take=self._cut.take + said[Side.TAKE], keep=self._cut.keep + said[Side.KEEP]
        )

    def run(self) -> NamedCut:
        """The cut as it was decided; raises KeyboardInterrupt when somebody wants none of it."""
        self._say(HELP)
        found = self._find(self.cut)
        while True:
            passed = {each.model for each in self._answers}
            question = next((each for each in found.questions if each.model not in passed), None)
            if question is None:
                self._say("There is nothing more to ask: no answer would change where another model belongs.")
            else:
                self._show(question_page(len(self._answers) + 1, question))
            if not self._answered(question):
                return self.cut
            before, found = found, self._find(self.cut)
            self._tell_change(before, found)

    def _answered(self, question: Question | None) -> bool:
        """Whether there is to be another question."""
        while True:
            typed = self._ask(_prompt(question))
            word = "done" if typed is None else _word(typed.strip().lower())
            if word == "done" or (question is None and word == ""):
                return False
            if word == "undo" and self._answers:
                self._answers.pop()
                return True
            if word == "undo":
                self._say("There is no answer to take back.")
            elif question is not None and word in {"", "pass", *_WORDS}:
                side = question.expected if word == "" else _WORDS.get(word)
                self._answers.append(Answer(question.model, side))
                return True
            else:
                self._say(HELP)

    def _tell_change(self, before: Found, after: Found) -> None:
        one, other = set(before.taken), set(after.taken)
        left, stayed = sorted(other - one), sorted(one - other)
        for moved, side in ((left, Side.TAKE), (stayed, Side.KEEP)):
            if moved:
                more = f" and {count(len(moved) - _FEW, 'other')}" if len(moved) > _FEW else ""
                self._show(Page((Paragraph(line(f"Now {LEAVES[side]}: ", names(moved[:_FEW]), more, ".")),)))
        if left or stayed:
            self._say(f"{len(after.taken):,} of {count(len(after.sides), 'model')} leave.")

    def _say(self, text: str) -> None:
        self._show(Page((Paragraph(line(text)),)))


def _prompt(question: Question | None) -> str:
    return "[done/undo] " if question is None else f"leave, stay, pass, undo, done? [{LEAVES[question.expected]}] "


def _word(typed: str) -> str | None:
    """The word that *typed* is or begins; None when there is no such word."""
    known: Sequence[str] = (*_WORDS, *_OTHERS)
    return "" if not typed else next((each for each in known if each.startswith(typed)), None)


def asked_cut(cutting: Cutting, settings: CutSettings, cut: NamedCut, size: int | None, wanted: Wanted) -> NamedCut:
    """*cut* with what somebody at the terminal answered, which is kept in the configuration of the project.

    Without a terminal, the questions are written as an answer would be, and UsageError says why nobody was asked.
    """
    cut = _continued(settings, cut)

    def named(said: NamedCut) -> Named:
        return sides_named(cutting.subjects, said.take, said.keep)

    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        write_questions(cutting.found(named(cut), size), wanted)
        raise UsageError("--ask needs a terminal to ask in; without one, answer with --take MODEL and --keep MODEL")
    look = wanted.look_on(sys.stderr)
    dialogue = Dialogue(
        cut,
        lambda said: cutting.finding.find(named(said), size),
        _typed,
        lambda page: tell(look.text_of(page).rstrip("\n")),
    )
    try:
        decided = dialogue.run()
    except KeyboardInterrupt:
        said = dialogue.cut
        names = [f" --{side} {shlex.quote(each)}" for side in Side for each in getattr(said, side)]
        tell(
            f"\nnothing is kept; to go on from here: cutpoint cuts find {look.typed}{''.join(names)} --ask --name {cut.name}"
        )
        raise
    if decided == cut:
        tell("nothing was decided, so nothing is kept")
    else:
        decided = _written_out(cutting, decided, named(decided), size)
        tell(f"kept as the cut {decided.name} in {safe(keep_cut(wanted.folder, decided))}")
    return decided


def _written_out(cutting: Cutting, decided: NamedCut, named: Named, size: int | None) -> NamedCut:
    """*decided*, with all that leaves where nothing was named to stay: the configuration reaches no further than it says."""
    if decided.keep:
        return decided
    taken = [each for each in cutting.finding.find(named, size).taken if each in cutting.subjects.models]
    return msgspec.structs.replace(
        decided, take=_with(decided.take, tuple(each for each in taken if each not in named.sides))
    )


def _continued(settings: CutSettings, cut: NamedCut) -> NamedCut:
    """*cut* as the configuration has it, with what is named besides; a name of its own if it has none."""
    if not cut.name and not cut.take:
        raise UsageError(
            "say what to take, --take MODEL or APP, or which cut of the configuration to go on with, --name"
        )
    name = cut.name or cut.take[0].rpartition(".")[2].lower()
    if name in _TAKEN_NAMES:
        raise UsageError(f"--name {name}: [tool.cutpoint.cuts] has a key called so; take another name")
    known = next((each for each in settings.cuts if each.name == name), None)
    if known is None:
        if not cut.take:
            raise UsageError(f"--name {name}: there is no such cut yet: say what to take, --take MODEL or APP")
        return msgspec.structs.replace(cut, name=name)
    if not cut.name and cut.take[0] != known.take[0]:
        raise UsageError(
            f"[tool.cutpoint.cuts.{name}] begins with {known.take[0]}: give this one a name of its own with --name"
        )
    return NamedCut(name, _with(known.take, cut.take), _with(known.keep, cut.keep))


def _with(listed: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return (*listed, *(each for each in more if each not in listed))


def _typed(prompt: str) -> str | None:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    return sys.stdin.readline() or None
