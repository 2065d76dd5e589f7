"""Reads a log as the runner of GitHub Actions does: which lines are commands, and what they say."""

import re
from typing import NamedTuple

# A line that begins with `::` (spaces before it don't matter) is a command: its name, properties after a space, the message.
_COMMAND = re.compile(r"\s*::(?P<name>[^\s:]+)(?: (?P<properties>.*?))?::(?P<message>.*)", re.DOTALL)
_OLD_COMMAND = re.compile(r"##\[\w+[^\]]*\]")
NAMES = {"error", "warning", "notice"}


class Command(NamedTuple):
    name: str
    message: str
    properties: dict[str, str]


def read_log(text):
    """The commands and the other lines; raises on what would be another command than the three kinds of annotations."""
    commands, others = [], []
    # The runner reads lines as .NET does: \\r alone ends one, too.
    for line in re.split("\r\n|\n|\r", text.removesuffix("\n")):
        assert not _OLD_COMMAND.search(line), line
        found = _COMMAND.fullmatch(line) if line.lstrip().startswith("::") else None
        if found is None:
            assert not line.lstrip().startswith("::"), line
            others.append(line)
            continue
        assert found["name"] in NAMES, line
        pairs = [pair.partition("=") for pair in (found["properties"] or "").split(",")]
        properties = {key: _unescaped(value) for key, _, value in pairs}
        assert set(properties) <= {"file", "line", "endLine", "title"}, line
        commands.append(Command(found["name"], _unescaped(found["message"]), properties))
    return commands, others


def _unescaped(text):
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text
