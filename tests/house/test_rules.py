"""What every rule of the house has, so that configuration, ledgers and the reference page can rely on it."""

import inspect
import re
from pathlib import Path

import pytest

from cutpoint.domain.gate import RULE_NAMES
from cutpoint.judge.findings import rule_files
from cutpoint.judge.ignores import RULES as RULES_OF_COMMENTS

TESTS = Path(__file__).parents[1] / "judge/rules"
LEADS = ("Judged", "Evidence", "Why", "To mend")

each_rule = pytest.mark.parametrize("file", rule_files(), ids=lambda file: file.RULE.name)


def test_the_names_that_the_configuration_knows_are_those_of_the_rules():
    names = {file.RULE.name for file in rule_files()} | {rule.name for rule in RULES_OF_COMMENTS}
    assert names == set(RULE_NAMES)
    assert tuple(sorted(RULE_NAMES)) == RULE_NAMES


@each_rule
def test_is_named_like_its_file(file):
    assert Path(file.__file__).stem == file.RULE.name.replace("-", "_")


@each_rule
def test_has_a_test(file):
    assert (TESTS / f"test_{Path(file.__file__).stem}.py").is_file()


@each_rule
def test_says_what_is_judged_by_what_evidence_why_and_how_to_mend_it(file):
    paragraphs = (file.__doc__ or "").split("\n\n")
    assert paragraphs[0] == file.RULE.title
    assert tuple(paragraph.partition(":")[0] for paragraph in paragraphs[1:5]) == LEADS
    assert re.match(r"    \[tool\.cutpoint\.(rules|services)", paragraphs[5])


@each_rule
def test_findings_takes_a_case(file):
    assert list(inspect.signature(file.findings).parameters) == ["case"]
    assert inspect.isgeneratorfunction(file.findings)
