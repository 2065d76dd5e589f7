"""A valid document of each kind that cutpoint reads goes in, documents like it come out that nobody would write."""

import json
import random
from collections.abc import Callable
from typing import Any

from fuzzing.mutating import damaged

_ODD_JSON: tuple[Any, ...] = (
    None, True, -1, 0, 2**63, 10**400, 1e308, 0.5, "", "a", "../../etc", "/etc/passwd", "a\0b", "\ud800", "\u202e\x1b[31m",
    "x" * 5_000, [], {}, [[]], {"": None}, {"a": {"a": []}}, ["a", 1],
)  # fmt: skip
_ODD_TOML = (
    "", "true", "-1", "9" * 400, "9" * 5_000, "0x" + "F" * 9_000, "1e400", "nan", "-inf", '""', '"a"', '"\\u0000"', '"../x"', '"/"', "[]", "[[]]", "{}",
    '["shop", 1]', '[""]', "{a = {b = 1}}", "1979-05-27", "0x1F", "'''", '"é.\\u202e"', '"shop -> billing"', "[" * 600 + "]" * 600,
    '["' + "x" * 3_000 + '"]', "{apps = ['shop'], apps = 1}", "07:32:00", '["*"]', '"shop.models.*"',
)  # fmt: skip
Change = Callable[[str, random.Random], str]


def odd_json(text: str, chance: random.Random) -> bytes:
    """*text*, which is JSON, with up to four of its values exchanged, dropped or put elsewhere; or lines and bytes of it changed."""
    if chance.random() < 0.3:
        return odd_lines(text, chance, ())
    document = json.loads(text)
    for _ in range(chance.randint(1, 4)):
        document = _changed(document, chance)
    return json.dumps(document, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def _changed(value: Any, chance: random.Random) -> Any:  # noqa: ANN401 (whatever JSON is)
    if not isinstance(value, dict | list) or not value or chance.random() < 0.2:
        return chance.choice(_ODD_JSON)
    copy = value.copy()
    key: Any = chance.choice(sorted(copy)) if isinstance(copy, dict) else chance.randrange(len(copy))
    what = chance.random()
    if what < 0.15:
        del copy[key]
    elif what < 0.3 and isinstance(copy, dict):
        copy[str(chance.choice(_ODD_JSON))] = copy.pop(key)
    elif what < 0.4 and isinstance(copy, list):
        copy.insert(0, chance.choice(copy))
    else:
        copy[key] = _changed(copy[key], chance)
    return copy


def odd_toml(text: str, chance: random.Random) -> bytes:
    """*text*, which is TOML, with values exchanged for odd ones, keys and tables renamed, doubled and dropped."""
    return odd_lines(text, chance, (_other_value, _other_value, _other_value, _other_key, _dotted_key))


def odd_lines(text: str, chance: random.Random, changes: tuple[Change, ...]) -> bytes:
    """*text* with up to five of its lines changed by one of *changes*, dropped, doubled or moved; and one in four damaged."""
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        number = chance.randrange(len(lines))
        lines[number : number + 1] = chance.choice(
            (
                [],
                [lines[number]] * chance.choice((2, 2, 400)),
                [chance.choice(lines)],
                [f" {lines[number]}"],
                [lines[number][:-1]],
            )
            if not changes or chance.random() < 0.3
            else ([chance.choice(changes)(lines[number], chance)],)
        )
        lines = lines or [""]
    data = "\n".join(lines).encode("utf-8", "surrogatepass")
    return damaged(data, chance) if chance.random() < 0.25 else data


def odd_words(words: tuple[str, ...], chance: random.Random) -> str:
    """Up to sixty of *words* in any order, one of them many times now and then."""
    found = [chance.choice(words) for _ in range(chance.randint(0, 60))]
    if found and chance.random() < 0.1:
        found.insert(chance.randrange(len(found)), chance.choice(words) * chance.choice((50, 1_500)))
    return chance.choice((" ", " ", "", "\n")).join(found)


def _other_value(line: str, chance: random.Random) -> str:
    key, sign, _ = line.partition("=")
    return f"{key}= {chance.choice(_ODD_TOML)}" if sign else line


def _other_key(line: str, chance: random.Random) -> str:
    key = chance.choice(
        ('""', "apps", "hints", "cutpoint", "services", "rules", '"a -> *"', "'\t'", "é", "goal", "weights", "x" * 900)
    )
    if line.startswith("["):
        head, _, last = line.strip("[]").rpartition(".")
        return chance.choice(("[{}]", "[[{}]]")).format(f"{head}.{key}" if head else f"{last}.{key}")
    return f"{key} ={line.partition('=')[2]}"


def _dotted_key(line: str, chance: random.Random) -> str:
    return line if line.startswith("[") else f"{chance.choice(('services', 'rules', 'hints', 'cuts', 'a'))}.{line}"
