"""The tags of a template -> statements of the skeleton, in parts: what stands in no block, and each block by itself.

A block that an extending template overrides isn't shown, so each is a part that is run or not. One inside a loop or a
`with` depends on the names there; it stays where it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.recognize.templates.tags import SILENT, SIMPLE, names_in, pairs_of, tag_of
from cutpoint.recognize.templates.tokens import TAG, Token, tokens_of, words_of
from cutpoint.recognize.templates.values import condition_of, value_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Body, Node

_MOST_TOKENS = 20_000
_DEEPEST = 60


class TooMuchError(Exception):
    """A template has more in it than is looked at."""


class Lowering:
    """Of one template."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens_of(text))
        if len(self._tokens) > _MOST_TOKENS:
            raise TooMuchError
        # A tag that some `end…` closes has a body, whoever it is of.
        self._closed = {
            token.text.split(None, 1)[0][3:]
            for token in self._tokens
            if token.kind == TAG and token.text.startswith("end")
        }
        self._at = 0
        self._parts: list[Node] = []
        self._extends: list[Node] = []
        self._blocks: list[str] = [""]
        self._super: set[str] = set()
        self._scopes = 0
        self._depth = 0

    def lowered(self) -> Body:
        """All parts, the one outside of blocks last."""
        body: Body = []
        while self._at < len(self._tokens):
            body += self._until(())
            # A closing tag that closes nothing.
            self._at += 1
        self._add_part("", "", body, 1)
        return [*self._extends, *self._parts]

    def _add_part(self, name: str, around: str, body: Body, line: int) -> None:
        names, included, others = names_in(body)
        shows = name in self._super
        self._parts.append([sk.PART, name, around, shows, sk.pack_body(body), line, names, included, others])

    def _until(self, closing: tuple[str, ...]) -> Body:
        """Statements up to one of these tags, which comes next then; up to any closing tag when there are none."""
        body: Body = []
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooMuchError
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.kind != TAG:
                self._at += 1
                self._show(token, body)
                continue
            words = words_of(token.text)
            word = words[0] if words else ""
            if word in closing or (word.startswith("end") and word[3:] in self._closed):
                break
            self._at += 1
            self._tag(word, words, token.line, body)
        self._depth -= 1
        return body

    def _close(self, closing: str) -> list[str]:
        """Step over the tag that ends a body, if it is the one; its words."""
        if self._at < len(self._tokens) and self._tokens[self._at].kind == TAG:
            words = words_of(self._tokens[self._at].text)
            if words and words[0] == closing:
                self._at += 1
                return words
        return []

    def _show(self, token: Token, body: Body) -> None:
        value = value_of(token.text, token.line)
        if type(value) is list and value[0] == sk.LOOKUP and value[1] == "block":
            self._super.add(self._blocks[-1])
        elif type(value) is list and (value[0] != sk.LOOKUP or value[2]):
            body.append([sk.EXPRESSION, value, token.line, token.line])

    def _tag(self, word: str, words: list[str], line: int, body: Body) -> None:
        handler = _HANDLERS.get(word)
        if handler is not None:
            handler(self, words, line, body)
        elif word in SIMPLE:
            body += SIMPLE[word](words, line)
        elif word in self._closed:
            body += self._until(())
            self._close(f"end{word}")
        elif word and word not in SILENT:
            body.append(tag_of(words, line))

    def _if(self, words: list[str], line: int, body: Body) -> None:
        branches: list[Node] = []
        closing = f"end{words[0]}"
        test = condition_of(words[1:], line)
        while True:
            branches.append([test, self._until(("elif", "else", closing)), line])
            following = self._close("elif")
            if not following:
                break
            line = self._tokens[self._at - 1].line
            test = condition_of(following[1:], line)
        otherwise = self._until((closing,)) if self._close("else") else []
        self._close(closing)
        body.append([sk.IF, branches, otherwise])

    def _for(self, words: list[str], line: int, body: Body) -> None:
        separator = words.index("in") if "in" in words else len(words)
        names = [name for word in words[1:separator] for name in word.split(",") if name]
        rest = [word for word in words[separator + 1 :] if word != "reversed"]
        self._scopes += 1
        inner = self._until(("empty", "endfor"))
        self._scopes -= 1
        otherwise = self._until(("endfor",)) if self._close("empty") else []
        self._close("endfor")
        targets = [[sk.NAME, name, line] for name in names] or [[sk.NAME, "forloop", line]]
        target = targets[0] if len(targets) == 1 else [sk.TUPLE, targets, line]
        opened = [[name, [sk.OTHER, line]] for name in [*names, "forloop"]]
        body.append([sk.OPEN, opened, line])
        body.append([sk.FOR, target, value_of(" ".join(rest), line), inner, [], line, False])
        body.append([sk.CLOSE, [name for name, _ in opened]])
        body += otherwise

    def _with(self, words: list[str], line: int, body: Body) -> None:
        pairs = pairs_of(words[1:], line)
        self._scopes += 1
        inner = self._until((f"end{words[0]}",))
        self._scopes -= 1
        self._close(f"end{words[0]}")
        body.append([sk.OPEN, pairs, line])
        body += inner
        body.append([sk.CLOSE, [name for name, _ in pairs]])

    def _block(self, words: list[str], line: int, body: Body) -> None:
        name = words[1] if len(words) > 1 else ""
        if self._scopes or not name:
            body += self._until(("endblock",))
            self._close("endblock")
            return
        around = self._blocks[-1]
        self._blocks.append(name)
        inner = self._until(("endblock",))
        self._blocks.pop()
        self._close("endblock")
        self._add_part(name, around, inner, line)

    def _extend(self, words: list[str], line: int, _body: Body) -> None:
        if len(words) > 1 and not self._extends:
            self._extends.append([sk.EXTENDS, value_of(words[1], line), line])


_HANDLERS: dict[str, Callable[[Lowering, list[str], int, Body], None]] = {
    "if": Lowering._if,  # noqa: SLF001 - its own
    "for": Lowering._for,  # noqa: SLF001 - its own
    "with": Lowering._with,  # noqa: SLF001 - its own
    "blocktrans": Lowering._with,  # noqa: SLF001 - its own
    "blocktranslate": Lowering._with,  # noqa: SLF001 - its own
    "block": Lowering._block,  # noqa: SLF001 - its own
    "extends": Lowering._extend,  # noqa: SLF001 - its own
}
