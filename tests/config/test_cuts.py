"""What `[tool.cutpoint.cuts]` may say, and what is said about what it may not."""

from textwrap import dedent

import pytest

from cutpoint.config import load_cuts
from cutpoint.domain.cut_settings import FACTOR_NAMES, GOAL_NAMES, CutSettings, NamedCut
from cutpoint.domain.errors import ConfigError
from cutpoint.score.scoring import GOALS, factor_files


def cuts_of(folder, text):
    (folder / "pyproject.toml").write_text(dedent(text))
    return load_cuts(str(folder))


def test_by_default_nothing_is_said(tmp_path):
    assert load_cuts(str(tmp_path)) == CutSettings()


def test_names_are_those_of_the_score():
    assert tuple(sorted(file.NAME for file in factor_files())) == FACTOR_NAMES
    assert tuple(GOALS) == GOAL_NAMES


def test_goal_weights_and_decided_cuts(tmp_path):
    text = """
        [tool.cutpoint.cuts]
        goal = "security"
        weights = {writes-across = 30, size = 0.5}

        [tool.cutpoint.cuts.accounts]
        take = ["accounts", "shop.Address"]
        keep = ["shop.Order"]
        """
    decided = NamedCut("accounts", ("accounts", "shop.Address"), ("shop.Order",))
    assert cuts_of(tmp_path, text) == CutSettings("security", (("size", 0.5), ("writes-across", 30.0)), (decided,))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('goal = "beauty"', "3: cuts.goal must be one of independence, security, least-work, not 'beauty'"),
        ("weights = {writes-across = -3}", "3: cuts.weights.writes-across must be a number from 0 to 1000, not -3"),
        ("weights = {write-across = 3}", "3: cuts.weights.write-across is no factor; did you mean writes-across?"),
        ("weights = {size = nan}", "3: cuts.weights.size must be a number from 0 to 1000, not nan"),
        ("weights = 3", "3: cuts.weights must be a table of factors and numbers, not 3"),
        ("a = {keep = ['x']}", "3: cuts.a takes nothing: name at least one model or app in take"),
        ("a = {take = []}", "3: cuts.a.take must be a list of models and apps"),
        ("a = {take = ['x'], drop = ['y']}", "3: cuts.a.drop is no key of a cut; there are take, keep"),
        ("a = 3", "3: cuts.a must be a table with take and keep"),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path, text, said):
    with pytest.raises(ConfigError) as caught:
        cuts_of(tmp_path, f"\n[tool.cutpoint.cuts]\n{text}\n")
    assert caught.value.mistakes[0].startswith(f"pyproject.toml:{said}")


@pytest.mark.parametrize(
    "weight", ["9" * 400, "-" + "9" * 400, "0x" + "F" * 9_000, "inf", "nan", "[0x" + "F" * 9_000 + "]"]
)
def test_a_number_beyond_all_measure_is_no_weight(tmp_path, weight):
    with pytest.raises(ConfigError, match=r"weights\.size must be a number from 0 to 1000, not"):
        cuts_of(tmp_path, f"[tool.cutpoint.cuts]\nweights = {{size = {weight}}}\n")
