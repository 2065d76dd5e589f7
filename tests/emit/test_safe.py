"""Nothing foreign steers a terminal or a log."""

import pytest

from cutpoint.emit.safe import safe


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("two\nlines\r\ttab", "two\\x0alines\\x0d\\x09tab"),
        ("\x9b31m", "\\x9b31m"),
        ("gpj.\u202eexe", "gpj.\\u202eexe"),
        ("in\u200bvisible", "in\\u200bvisible"),
        ("bro\udcffken", "bro\\udcffken"),
        ("tag\U000e0041", "tag\\U000e0041"),
        ("::error::x", "\\x3a:error::x"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("##[error]x", "\\x23#[error]x"),
    ],
)
def test_makes_visible(foreign, shown):
    assert safe(foreign) == shown


@pytest.mark.parametrize("harmless", ["", "shop/models.py:3", "[/x]", "[bold]", "książka", "本棚", "a::b", "C# [x]"])
def test_leaves_alone(harmless):
    assert safe(harmless) == harmless
