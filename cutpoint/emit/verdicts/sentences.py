"""Finding → the sentences that messages are made of, and paths as CI services want them."""

import posixpath
from collections.abc import Iterator

from cutpoint.domain.finding import Place
from cutpoint.emit.safe import safe
from cutpoint.emit.verdicts.states import State, Stated

MOST_OF_A_NAME = 500
"""Characters of one sentence; a name of the analyzed project may be as long as a file."""


def shortened(text: str, most: int = MOST_OF_A_NAME) -> str:
    """*text*, or its beginning and an ellipsis when it has more than *most* characters."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def told(text: str, most: int = MOST_OF_A_NAME) -> str:
    """A sentence with foreign names in it, on one line, harmless, and never endless."""
    return shortened(safe(text), most)


def message_of(one: Stated) -> str:
    """Evidence, meaning and one possible move, in one line."""
    return " ".join(sentences_of(one))


def sentences_of(one: Stated) -> Iterator[str]:
    """Evidence, meaning, one possible move, and what the verdict knows beyond; each made harmless."""
    finding = one.finding
    yield _ended(_capital(told(finding.evidence)))
    for text in (finding.meaning, finding.move):
        if text:
            yield _ended(told(text))
    if one.alike > 1 and one.state is State.NEW:
        yield f"It is done {one.alike} similar; which of them is new can't be told."
    if one.why and one.state is not State.SUPPRESSED:
        yield _ended(_capital(told(one.why)))


def beside(place: Place, prefix: str) -> Place:
    """*place* with its path below *prefix*, the way from the repository's root to the analyzed folder."""
    return Place(path_below(place.path, prefix), max(1, place.line), max(1, place.line, place.end_line), place.says)


def path_below(path: str, prefix: str) -> str:
    """*path* below *prefix*, which may be empty."""
    folder = posixpath.normpath(prefix) if prefix else "."
    return path if folder == "." else f"{folder.strip('/')}/{path}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
