"""Comments as files say them → Ignores: `# cutpoint: ignore[cross-write] -- the report needs it until July`."""

import re
from collections.abc import Iterable, Iterator

from cutpoint.domain.facts import FileFacts
from cutpoint.domain.finding import Ignore

_COMMENT = re.compile(r"#\s*cutpoint:\s*ignore\s*(?:\[(?P<rules>[^\]]*)\])?\s*(?:--\s*(?P<reason>.*))?")


def ignores_of(facts: Iterable[tuple[str, FileFacts]]) -> Iterator[Ignore]:
    """All of them, by (path, facts) of files."""
    for path, file_facts in facts:
        for kind, text, line in file_facts.clues:
            if kind == "ignore":
                lines, _, comment = text.partition(" ")
                first, _, last = lines.partition("-")
                found = _COMMENT.search(comment)
                if found is not None:
                    rules = tuple(sorted({rule.strip() for rule in (found["rules"] or "").split(",") if rule.strip()}))
                    yield Ignore(path, line, rules, (found["reason"] or "").strip(), int(first), int(last))
