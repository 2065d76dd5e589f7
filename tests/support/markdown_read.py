"""Reads Markdown as a service does that knows CommonMark, tables and raw HTML, and tells what of it is dangerous."""

import re

from markdown_it import MarkdownIt

_OURS = re.compile(r"</?details>|<summary>[A-Za-z ,:'()0-9]+</summary>|<!-- cutpoint: verdict -->|\s")
# What services look for in text that is no code: whom it names, where it leads, which issue it speaks of.
_CALLS = re.compile(r"@\w|#\d|://|\bwww\.", re.IGNORECASE)


def codes_of(text):
    """The contents of all code spans; raises on links, images, foreign HTML, mentions and addresses."""
    codes = []
    for block in MarkdownIt("commonmark").enable("table").parse(text):
        assert block.type not in {"code_block", "fence", "blockquote_open"}, block
        if block.type == "html_block":
            assert not _OURS.sub("", block.content), block.content
        for piece in block.children or ():
            assert piece.type in {"text", "code_inline", "strong_open", "strong_close", "text_special", "softbreak"}, (
                piece
            )
            if piece.type == "code_inline":
                codes.append(piece.content)
            else:
                assert not _CALLS.search(piece.content), piece.content
    return codes


def tables_of(text):
    """The number of cells in each row of the text's tables."""
    counts = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "tr_open":
            counts.append(0)
        if token.type in {"td_open", "th_open"}:
            counts[-1] += 1
    return counts
