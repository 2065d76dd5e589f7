"""A foreign string → one that can be shown: what would steer a terminal or a CI log is made visible.

Every string that comes from an analyzed project goes through `safe` on its way to a person.
Markup needs no escaping here: rich is only given finished `Text`, never a string that it would parse.
"""

import re

# Control characters (ESC and newline among them), what is left of broken bytes, line separators, and the controls that
# turn the direction of text or hide it: a name in a report must look like what it is.
_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
# CI services take `::error` at the start of a line, and `##[error]` anywhere in it, for commands.
_LOG_COMMAND = re.compile(r"(?:^|(?<=\s)):(?=:)|#(?=#\[)")


def safe(text: str) -> str:
    r"""*text* on one line, with everything that steers a terminal or a CI log as a visible escape such as `\x1b`."""
    if text.isascii() and text.isprintable() and "::" not in text and "##[" not in text:
        return text
    return _LOG_COMMAND.sub(_escaped, _STEERING.sub(_escaped, text))


def visible(text: str) -> str:
    r"""*text* with what would steer, break a line or hide as a visible escape; for pages that no CI log will ever show."""
    return text if text.isascii() and text.isprintable() else _STEERING.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
