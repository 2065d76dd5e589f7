"""`cuts find --ask`: what is asked, what answers do, and where they land."""

import json
import tomllib

import pytest

from cutpoint.cli import asking
from cutpoint.cli.asking import HELP, Dialogue
from cutpoint.domain.cut import Side
from cutpoint.domain.cut_settings import NamedCut
from cutpoint.emit.terminal_page import plain_page
from cutpoint.score.cutting import Cutting
from cutpoint.score.finding import Named
from tests.support.commands import run
from tests.support.two_worlds import two_worlds

ROOTS = NamedCut("people", ("people.User",), ("goods.Product",))


class Somebody:
    """Types the given lines, and reads what is shown."""

    def __init__(self, *lines):
        self.lines = list(lines)
        self.read = ""
        self.prompts = []

    def ask(self, prompt):
        self.prompts.append(prompt)
        if not self.lines:
            return None
        line = self.lines.pop(0)
        if line == "^C":
            raise KeyboardInterrupt
        return line + "\n"

    def show(self, page):
        self.read += plain_page(page, 100)


@pytest.fixture(scope="module")
def find():
    cutting = Cutting(two_worlds())

    def found(cut):
        return cutting.finding.find(Named(tuple((each,) for each in cut.take), tuple((each,) for each in cut.keep)))

    return found


def talk(find, *lines, cut=ROOTS):
    somebody = Somebody(*lines)
    dialogue = Dialogue(cut, find, somebody.ask, somebody.show)
    return dialogue.run(), somebody


def test_enter_takes_what_seems_right(find):
    first = find(ROOTS).questions[0]
    decided, somebody = talk(find, "", "done")
    side = decided.take if first.expected is Side.TAKE else decided.keep
    assert side[-1] == first.model
    assert f"1. Does {first.model} leave or stay?" in somebody.read
    assert first.reasons[0].why in somebody.read.replace("\n        ", " ")
    assert len(decided.take) + len(decided.keep) == 3


@pytest.mark.parametrize(("word", "side"), [("leave", "take"), ("l", "take"), ("STAY", "keep"), (" s ", "keep")])
def test_an_answer_counts_and_what_it_moves_is_told(find, word, side):
    first = find(ROOTS).questions[0]
    decided, somebody = talk(find, word, "d")
    assert getattr(decided, side)[-1] == first.model
    if first.expected.value != side:
        assert "Now " in somebody.read
    assert first.model not in [each.model for each in find(decided).questions]


def test_undo_asks_the_same_again(find):
    decided, somebody = talk(find, "undo", "l", "u", "done")
    assert decided == ROOTS
    assert "There is no answer to take back." in somebody.read
    first = find(ROOTS).questions[0].model
    assert somebody.read.count(f"1. Does {first} leave or stay?") == 2


def test_what_nobody_knows_is_left_open(find):
    decided, somebody = talk(find, "pass", "done")
    asked = find(ROOTS).questions
    assert decided == ROOTS
    assert f"2. Does {asked[1].model} leave or stay?" in somebody.read


def test_it_ends_when_nothing_is_left_to_ask(find):
    decided, somebody = talk(find, *[""] * 20)
    assert "There is nothing more to ask" in somebody.read
    assert find(decided).questions == () or all("?" in prompt for prompt in somebody.prompts[:-1])
    assert len(set(decided.take + decided.keep)) == len(decided.take + decided.keep)


def test_what_isnt_understood_gets_help_and_the_end_of_input_ends_it(find):
    decided, somebody = talk(find, "perhaps")
    assert decided == ROOTS
    assert somebody.read.replace("\n  ", " ").count(HELP) == 2


@pytest.fixture
def worlds(analyzed):
    analyzed.result = two_worlds()


@pytest.fixture
def at_a_terminal(worlds, monkeypatch):
    """Puts somebody before the terminal who types the lines that are given."""

    def sit(*lines):
        somebody = Somebody(*lines)
        monkeypatch.setattr(asking, "is_terminal", lambda _: True)
        monkeypatch.setattr(asking, "_typed", somebody.ask)

    return sit


def cuts_in(folder):
    return tomllib.loads((folder / "pyproject.toml").read_text())["tool"]["cutpoint"]["cuts"]


FIND = ("cuts", "find")
NAMED = ("--take", "people.User", "--keep", "goods.Product", "--ask")


def test_answers_land_in_the_configuration_and_count_from_then_on(capfd, tmp_path, at_a_terminal):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'shop' # ours\n")
    at_a_terminal("s", "done")
    done = run(capfd, *FIND, tmp_path, *NAMED)
    assert done.code == 0
    assert f"kept as the cut user in {tmp_path}/pyproject.toml" in done.err
    assert "Cut point" in done.out
    assert "# ours" in (tmp_path / "pyproject.toml").read_text()
    said = cuts_in(tmp_path)["user"]
    assert said["take"] == ["people.User"]
    assert len(said["keep"]) == 2
    at_a_terminal("s", "done")
    assert run(capfd, *FIND, tmp_path, "--ask", "--name", "user").code == 0
    assert cuts_in(tmp_path)["user"]["keep"][:2] == said["keep"]
    assert len(cuts_in(tmp_path)["user"]["keep"]) == 3


def test_without_a_root_that_stays_all_that_leaves_is_listed(capfd, tmp_path, at_a_terminal):
    at_a_terminal("l", "done")
    done = run(capfd, *FIND, tmp_path, "--take", "people.User", "--ask", "--name", "people", "--format", "json")
    taken = json.loads(done.out)["cut_points"][0]["models"]
    assert sorted(cuts_in(tmp_path)["people"]["take"]) == sorted(taken)
    assert "keep" not in cuts_in(tmp_path)["people"]


def test_nothing_is_written_without_an_answer(capfd, tmp_path, at_a_terminal):
    at_a_terminal("done")
    done = run(capfd, *FIND, tmp_path, *NAMED)
    assert done.code == 0
    assert "nothing was decided" in done.err
    assert not (tmp_path / "pyproject.toml").exists()


def test_ctrl_c_keeps_nothing_and_says_how_to_go_on(capfd, tmp_path, at_a_terminal):
    at_a_terminal("s", "^C")
    done = run(capfd, *FIND, tmp_path, *NAMED)
    assert done.code == 130
    assert "--take people.User --keep goods.Product --keep " in done.err
    assert "--ask --name user" in done.err
    assert not (tmp_path / "pyproject.toml").exists()


def test_without_a_terminal_the_questions_are_listed(capfd, tmp_path, worlds, find):
    done = run(capfd, *FIND, tmp_path, *NAMED)
    assert done.code == 2
    assert "--ask needs a terminal" in done.err
    for question in find(ROOTS).questions:
        assert f"Does {question.model} leave or stay?" in done.out
    done = run(capfd, *FIND, tmp_path, *NAMED, "--format", "json")
    assert done.code == 2
    listed = json.loads(done.out)["cut_points"][0]["questions"]
    assert [each["model"] for each in listed] == [each.model for each in find(ROOTS).questions]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--ask"], "say what to take, --take MODEL or APP, or which cut"),
        (["--ask", "--name", "new"], "there is no such cut yet"),
        (["--ask", "--name", "goal", "--take", "people"], "[tool.cutpoint.cuts] has a key called so"),
        (["--ask", "--take", "people.Address"], "[tool.cutpoint.cuts.address] begins with people.User"),
        (["--take", "people", "--name", "people"], "it goes with --ask"),
        (["--ask", "--take", "Usr"], "did you mean User"),
    ],
)
def test_what_cant_be_asked(capfd, tmp_path, worlds, words, said):
    (tmp_path / "pyproject.toml").write_text('[tool.cutpoint.cuts.address]\ntake = ["people.User"]\n')
    done = run(capfd, *FIND, tmp_path, *words)
    assert done.code == 2
    assert said in done.err
