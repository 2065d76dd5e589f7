"""Tokens of a text → tokens of each of its statements, where the body of a routine belongs to its statement."""

from collections.abc import Iterator

from cutpoint.interpret.sql.tokens import Token, Tokens

_ROUTINES = frozenset({"TRIGGER", "FUNCTION", "PROCEDURE", "PROC", "PACKAGE", "EVENT"})
# `BEGIN` followed by one of these starts a transaction, by anything else a block of statements.
_TRANSACTION = frozenset(
    {"", ";", "TRANSACTION", "TRAN", "WORK", "ISOLATION", "READ", "DEFERRED", "IMMEDIATE", "EXCLUSIVE", "CONCURRENT"}
)
# What `END` closes without having been opened by BEGIN or CASE.
_ENDS_OF_CONTROL = frozenset({"IF", "LOOP", "WHILE", "REPEAT", "FOR"})


def split_statements(tokens: Tokens) -> Iterator[list[Token]]:
    """The statements of *tokens* in their order, without semicolons at their end; empty ones are left out."""
    statement: list[Token] = []
    blocks = _Blocks()
    for position, token in enumerate(tokens):
        if token.key == ";" and not blocks.depth:
            if statement:
                yield statement
            statement, blocks = [], _Blocks()
            continue
        following = tokens[position + 1].key if position + 1 < len(tokens) else ""
        blocks.enter(token.key, following, statement)
        statement.append(token)
    if statement:
        yield statement


class _Blocks:
    """How many BEGIN and CASE of a routine are open."""

    def __init__(self) -> None:
        self.depth = 0
        self._routine = False
        self._ending = False

    def enter(self, key: str, following: str, before: list[Token]) -> None:
        ending, self._ending = self._ending, False
        if key in _ROUTINES and before and before[0].key in {"CREATE", "ALTER"}:
            self._routine = True
        elif key == "BEGIN" and (self._routine or not before) and following not in _TRANSACTION:
            self._routine = True
            self.depth += 1
        elif key == "CASE" and self.depth and not ending:
            self.depth += 1
        elif key == "END" and self.depth and following not in _ENDS_OF_CONTROL:
            self.depth -= 1
            self._ending = True
