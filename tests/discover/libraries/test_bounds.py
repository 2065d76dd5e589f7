"""Which releases a requirement allows."""

import pytest

from cutpoint.discover.libraries.bounds import Rank, bound_of_requirement, locked_bound, range_bound
from cutpoint.discover.libraries.poetry_bounds import allowed_by


@pytest.mark.parametrize(
    ("requirement", "version", "allowed"),
    [
        ("lib==3.2.1", "3.2.1", True),
        ("lib==3.2.1", "3.2.2", False),
        ("lib>=3,<4", "3.9", True),
        ("lib>=3,<4", "4.0", False),
        ("lib", "9", True),
        ("lib>=3", "4.0rc1", True),
        ("lib==3.2", "3.2+local", True),
        ("lib===1.0-odd", "1.0-odd", True),
        ("lib>=3", "no version", None),
        ("lib>=3", None, None),
        ("lib @ https://files.example/lib.zip", "3", None),
    ],
)
def test_a_version_is_held_against_a_requirement(requirement, version, allowed):
    assert bound_of_requirement(requirement, "x.txt", 1).allows(version) is allowed


@pytest.mark.parametrize(
    ("requirement", "rank"),
    [("lib==3", Rank.EXACT), ("lib==3.*", Rank.RANGE), ("lib>=3", Rank.RANGE), ("lib", Rank.NAME)],
)
def test_how_much_a_requirement_says(requirement, rank):
    assert bound_of_requirement(requirement, "x.txt", 1).rank is rank


def test_a_lock_holds_one_version():
    bound = locked_bound("Odd_Name", "3.2", "uv.lock", 7)
    assert (bound.pin.name, bound.pin.text, bound.allows("3.2.0"), bound.allows("3.3")) == (
        "odd-name",
        "==3.2",
        True,
        False,
    )
    assert locked_bound("lib", "not a version", "uv.lock", 7).allows("1") is None


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("^1.2.3", "1.9", "2.0"),
        ("^1.2.3", "1.2.3", "1.2.2"),
        ("^0.2.3", "0.2.9", "0.3"),
        ("^0.0.3", "0.0.3", "0.0.4"),
        ("^0", "0.9", "1"),
        ("~1.2.3", "1.2.9", "1.3"),
        ("~1.2", "1.2.9", "1.3"),
        ("~1", "1.9", "2"),
        ("1.2.*", "1.2.9", "1.3"),
        ("1.2.3", "1.2.3", "1.2.4"),
        (">=1,<2", "1.5", "2"),
        (">=1 <2", "1.5", "2"),
        ("^1.0 || ^3.0", "3.5", "2.0"),
    ],
)
def test_words_of_poetry(text, yes, no):
    bound = range_bound("lib", text, allowed_by(text), "pyproject.toml", 3)
    assert bound.pin.text == text
    assert bound.allows(yes) is True
    assert bound.allows(no) is False


def test_any_release_is_no_pin():
    bound = range_bound("lib", "*", allowed_by("*"), "pyproject.toml", 3)
    assert (bound.pin.text, bound.rank, bound.allows("7")) == ("", Rank.NAME, True)


@pytest.mark.parametrize("text", ["^", "^x", "~x.y", "&3", "^99999999999"])
def test_what_poetry_would_not_understand_is_not_guessed(text):
    assert range_bound("lib", text, allowed_by(text), "pyproject.toml", 3).allows("1") is None
