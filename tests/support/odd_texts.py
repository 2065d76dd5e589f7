"""Two hundred texts that a name, a path or a reason must not harm anybody with; the same ones in every run."""

import random
import re
import unicodedata

from tests.support.bookshop import HOSTILE

_PARTS = (
    "::error::x", "\n::error file=a,line=1::b", "\r\n::set-output name=a::b", "::stop-commands::t", "##[error]x", "#", "#[",
    "%0A::error::x", "%25", ":", ",", "::", "|", "`", "```", "<b>", "<!-- ", "-->", "</details>", "<script>", "]]>", "<![CDATA[",
    "@team", "@org/team", "#12", "https://evil.example/x", "www.evil.example", "[a](b)", "](", "![i](u)", "{0}", "{{", "}",
    "\\", "\\n", '"', "'", "&", "&amp;", "&#58;", "\x00", "\x07", "\x1b[2J", "\x1b]8;;x\x07", "\x85", "\x9b31m", "\u2028",
    "\u202e", "\u200b", "\ufeff", "\ufffe", "\uffff", "\udcff", "\U000e0041", "é", "本棚", "🧨", " ", "  ", "\t", "_x_", "*x*",
    "~~x~~", "# x", "- x", "> x", "1. x", "$(id)", "`id`", "/../..", "C:\\x", "a.py", "",
)  # fmt: skip


def odd_texts(number=200):
    """Each part alone, then mixtures of up to six."""
    draw = random.Random(7)
    texts = [HOSTILE, "x" * 20_000, *_PARTS]
    while len(texts) < number:
        texts.append("".join(draw.choice(_PARTS) for _ in range(draw.randint(2, 6))))
    return texts[:number]


def harmless(output):
    """Whether nothing in *output* steers a terminal or a CI log: no controls but newlines, no commands."""
    steers = any(letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in output)
    return not steers and not re.search(r"^\s*::|##\[", output, re.MULTILINE)
