"""Keys in words."""

import pytest

from cutpoint.emit.verdicts.deeds import deed_of
from tests.support.verdicts import a_key


@pytest.mark.parametrize(
    ("rule", "action", "deed"),
    [
        ("cross-write", "update", "updates"),
        ("cross-write", "save", "saves to"),
        ("cross-read", "read", "reads"),
        ("cross-join", "read", "joins"),
        ("cross-relation", "fk", "points at"),
        ("cross-import", "module", "imports"),
        ("shared-table", "write", "writes"),
        ("unused-ignore", "", "touches"),
        ("a-later-rule", "locks", "locks"),
    ],
)
def test_a_verb_for_each_rule_and_action(rule, action, deed):
    assert deed_of(a_key(rule=rule, action=action)) == deed
