"""Poetry's own words for releases (`^4.2`, `~4.2`, `4.2.*`, `>=3 || 5.*`) → those of PEP 440."""

import re

from packaging.specifiers import InvalidSpecifier, SpecifierSet

_RELEASE = re.compile(r"v?(\d{1,9}(?:\.\d{1,9})*)(?!\d)")
_OPERATOR = re.compile(r"\s*(\^|~=|~|===|==|!=|<=|>=|<|>|=)?\s*(.*)", re.DOTALL)
_BETWEEN = re.compile(r"\s*,\s*|(?<=[\w*.])\s+(?=[\^~=!<>])")


def allowed_by(text: str) -> tuple[SpecifierSet, ...] | None:
    """The alternatives of *text*, or None for what isn't understood."""
    try:
        return tuple(_all_of(part) for part in re.split(r"\|\|?", text))
    except (InvalidSpecifier, ValueError):
        return None


def _all_of(text: str) -> SpecifierSet:
    parts = [_one(part) for part in _BETWEEN.split(text.strip()) if part.strip()]
    return SpecifierSet(",".join(part for part in parts if part))


def _one(text: str) -> str:
    found = _OPERATOR.match(text)
    operator, version = (found[1] or "", found[2].strip()) if found else ("", text)
    if version == "*" and operator in {"", "=", "=="}:
        return ""
    match operator:
        case "^":
            return _up_to(version, _caret(_release(version)))
        case "~":
            release = _release(version)
            return _up_to(version, _next(release[:2]))
        case "" | "=":
            return f"=={version}"
        case _:
            return f"{operator}{version}"


def _release(version: str) -> list[int]:
    found = _RELEASE.match(version)
    if found is None:
        raise ValueError(f"{version} is no version")
    return [int(part) for part in found[1].split(".")]


def _caret(release: list[int]) -> list[int]:
    """The first release that may break something: the leftmost number that isn't 0 grows."""
    significant = next((index for index, part in enumerate(release) if part), len(release) - 1)
    return _next(release[: significant + 1])


def _next(release: list[int]) -> list[int]:
    return [*release[:-1], release[-1] + 1]


def _up_to(version: str, end: list[int]) -> str:
    return f">={version},<{'.'.join(map(str, end))}"
