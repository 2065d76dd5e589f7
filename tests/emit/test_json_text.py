"""A struct becomes the same JSON however long it is, and whatever its texts hold."""

import json

import msgspec

from cutpoint.emit.json_text import encoded_json, json_text


class Item(msgspec.Struct):
    path: str
    line: int


class Report(msgspec.Struct):
    name: str
    items: tuple[Item, ...]
    none: tuple[Item, ...] = ()


def report(count, odd=None):
    return Report("one", tuple(Item("…\x9f" if number != odd else "\udcff.py", number) for number in range(count)))


def test_one_item_of_a_list_stands_on_a_line():
    assert json_text(report(2)).splitlines() == [
        "{",
        '  "name": "one",',
        '  "items": [',
        '    {"path":"…\\u009f","line":0},',
        '    {"path":"…\\u009f","line":1}',
        "  ],",
        '  "none": []',
        "}",
    ]


def test_long_lists_are_written_like_short_ones():
    for count in (999, 1_000, 1_001, 2_500):
        text = json_text(report(count))
        assert json.loads(text) == msgspec.to_builtins(report(count), builtin_types=()) | {
            "items": [{"path": "…\x9f", "line": number} for number in range(count)],
            "none": [],
        }
        assert len(text.splitlines()) == count + 6


def test_a_name_that_is_not_utf_8_is_escaped_wherever_it_comes():
    text = json_text(report(2_500, odd=2_400))
    assert [each["path"] for each in json.loads(text)["items"]][2_399:2_401] == ["…\x9f", "\\udcff.py"]
    assert len(text.splitlines()) == 2_506


def test_text_and_bytes_are_the_same():
    assert encoded_json(report(3)).decode() == json_text(report(3))
