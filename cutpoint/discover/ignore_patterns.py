"""Lines in .gitignore syntax go in, a verdict on single paths comes out.

Pathspec translates each pattern; what is done here is to ask about one file or one folder at a time, as a walk does
that never enters an ignored folder. So a pattern speaks of the path itself and never of what lies below it.
"""

import re
import warnings
from collections.abc import Iterable

from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

_ANY_FOLDER = "^(?:.+/)?"
_FOLDER_MARK = "(?P<ps_d>/)"
_MOST_PATTERNS = 5_000
# Possessive: what is read as a set is one, and is never read another way.
_ONE_CHARACTER = r"(?:\\.|\[\^?+\]?+(?:\\.|[^\]\\])*+\](?!\*)|[^/\[\\(])"
_OTHER_CHARACTERS = re.compile(r"(\\.)|\[\^(?!/\])(\]?)")
_STARS = re.compile(r"(?:\[\^/\]\*)+")
_BETWEEN_STARS = re.compile(rf"\[\^/\]\*({_ONE_CHARACTER}+)(?=\[\^/\]\*)")
_LEADING_FOLDERS = re.compile(r"\(\?:\.\+/\)\?((?:(?!\(\?:/\.\+\)\?).)+)(?=\(\?:/\.\+\)\?/)")
_BETWEEN_FOLDERS = re.compile(r"\(\?:/\.\+\)\?((?:(?!\(\?:/\.\+\)\?).)+)(?=\(\?:/\.\+\)\?/)")


class IgnorePattern:
    """One line: whether it ignores or takes back, and the paths that it speaks of."""

    def __init__(self, line: str, ignores: bool, regex: str) -> None:
        """Narrow the *regex* that pathspec made of *line* to whole paths."""
        self.ignores = ignores
        self.by_name = "/" not in line.strip().removeprefix("!").removesuffix("/")
        self.source = _whole_path(regex.removeprefix(_ANY_FOLDER) if self.by_name else regex)
        self.regex = _compiled(self.source)

    def speaks_of(self, path: str, name: str) -> bool:
        """Whether the file *path* (or the folder, when it ends with `/`), whose last part is *name*, is meant."""
        return self.regex.fullmatch(name if self.by_name else path) is not None


class IgnorePatterns:
    """All patterns of one file, of which the last one that speaks of a path decides."""

    def __init__(self, patterns: Iterable[IgnorePattern]) -> None:
        """Keep *patterns* in file order."""
        self.patterns = tuple(patterns)
        self._of_names = _any_of(pattern for pattern in self.patterns if pattern.by_name)
        self._of_paths = _any_of(pattern for pattern in self.patterns if not pattern.by_name)
        self._named: dict[str, bool] = {}

    def verdict(self, path: str, name: str) -> bool | None:
        """True when *path* is ignored, False when it is taken back, None when no pattern speaks of it.

        *path* is relative to the folder of the patterns; folders end with `/`, and so does their *name*.
        """
        named = self._named.get(name)
        if named is None:
            # A tree has thousands of paths, but few different file names.
            named = self._of_names is not None and self._of_names.fullmatch(name) is not None
            self._named[name] = named
        if not named and (self._of_paths is None or self._of_paths.fullmatch(path) is None):
            return None
        for pattern in reversed(self.patterns):
            if pattern.speaks_of(path, name):
                return pattern.ignores
        return None


def read_patterns(lines: Iterable[str]) -> tuple[IgnorePatterns, tuple[str, ...]]:
    """The patterns among *lines*, and the lines that are no valid pattern."""
    patterns: list[IgnorePattern] = []
    invalid: list[str] = []
    for line in lines:
        if len(patterns) >= _MOST_PATTERNS:
            break
        try:
            regex, ignores = GitIgnoreSpecPattern.pattern_to_regex(line)
            if regex is not None and ignores is not None:
                patterns.append(IgnorePattern(line, ignores, regex))
        except (ValueError, re.error):
            invalid.append(line)
    return IgnorePatterns(patterns), tuple(invalid)


def _whole_path(regex: str) -> str:
    match regex:
        case ".":
            # The source was `*` or `**`.
            return ".+"
        case "/":
            # `*/**`: whatever lies in some folder.
            return ".+/.+"
        case "(?P<ps_d>/)":
            # `*/`: any folder.
            return ".+/"
        case _ if regex.endswith("/"):
            # `docs/**`: whatever lies in docs, but not docs itself.
            return regex + ".+"
        case _:
            # pathspec's named group would clash when patterns are joined to one.
            return regex.replace(_FOLDER_MARK, "/")


def _any_of(patterns: Iterable[IgnorePattern]) -> re.Pattern[str] | None:
    sources = [f"(?:{pattern.source})" for pattern in patterns]
    return _compiled("|".join(sources)) if sources else None


def _compiled(source: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        # `[[a]` may come to mean something else in Python some day, which is no news for whoever wrote the pattern.
        warnings.simplefilter("ignore", FutureWarning)
        return re.compile(_without_returning(source), re.DOTALL)


def _without_returning(source: str) -> str:
    """*source*, matched in time that grows with the path times the pattern, whatever both are.

    `*a*a*a*b` makes a backtracking matcher try every split of a long name. But of what stands between two stars (or two
    `**`) the first match leaves most to what follows, so the matcher never has to return for another one: Python's own
    `fnmatch.translate` uses this.
    """
    # A slash ends a segment for git, also where `[!a]` would allow it.
    source = _OTHER_CHARACTERS.sub(lambda found: found[1] or "[^/" + (found[2] and r"\]"), source)
    source = _BETWEEN_STARS.sub(r"(?>[^/]*?\1)", _STARS.sub("[^/]*", source))
    source = _LEADING_FOLDERS.sub(r"(?>(?:.+?/)??\1(?=/))", source)
    return _BETWEEN_FOLDERS.sub(r"(?>(?:/.+?)??\1(?=/))", source)
