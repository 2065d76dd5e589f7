"""Key → what it says that the code does, in words: for entries and moves, which have no finding with evidence of its own."""

from cutpoint.domain.finding import Key

_TO_ROWS = {
    "insert": "inserts into",
    "update": "updates",
    "delete": "deletes from",
    "save": "saves to",
    "read": "reads",
    "write": "writes",
}
_BY_RULE = {
    "cross-import": "imports",
    "cross-join": "joins",
    "cross-relation": "points at",
    "cross-transaction": "holds in one transaction with its own rows",
}


def deed_of(key: Key) -> str:
    """The verb between the code and the subject of *key*: `updates`, `joins`, `points at`."""
    return _BY_RULE.get(key.rule) or _TO_ROWS.get(key.action, key.action or "touches")
