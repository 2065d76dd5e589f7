"""Pages as Markdown: foreign names stay names."""

import pytest

from cutpoint.emit.markdown_page import markdown_page
from cutpoint.emit.page import (
    Column,
    Entries,
    Entry,
    Heading,
    Page,
    Paragraph,
    Piece,
    Table,
    command,
    line,
    name,
    strong,
)


def shown(*blocks):
    return markdown_page(Page(blocks)).splitlines()


def test_blanks_stay_outside_of_what_is_strong():
    assert shown(Paragraph(line("a", strong(" New: "), name("b")))) == ["a **New:** `b`"]


def test_blocks_are_github_markdown():
    table = Table((Column("app"), Column("models", number=True)), ((line(name("shop")), line("3")),))
    page = [Heading(line("Title"), level=1), Paragraph(line(strong("bold"), " text")), table]
    assert shown(*page, Entries((Entry(line(command("run")), (line("why"),)),))) == [
        "# Title",
        "",
        "**bold** text",
        "",
        "| app | models |",
        "| --- | ---: |",
        "| `shop` | 3 |",
        "",
        "- `run`",
        "  - why",
    ]


@pytest.mark.parametrize(
    ("foreign", "code"),
    [
        ("a`b", "``a`b``"),
        ("`a", "`` `a ``"),
        ("a``b", "```a``b```"),
        ("<img src=x>", "`<img src=x>`"),
        ("two\nlines", "`two\\x0alines`"),
        ("@everyone", "`@everyone`"),
        ("", "(empty)"),
    ],
)
def test_names_are_code(foreign, code):
    assert shown(Paragraph(line(name(foreign)))) == [code]


def test_a_bar_does_not_end_its_cell():
    table = Table((Column("app"),), ((line(name("a|b")),), (line(Piece("c|d")),)))
    assert shown(table)[2:] == ["| `a\\|b` |", "| c\\|d |"]


def test_plain_text_cannot_become_markup():
    assert shown(Paragraph(line(Piece("<b> *x* [y](z) @team")))) == ["\\<b\\> \\*x\\* \\[y\\](z) \\@&#8203;team"]


def test_plain_text_calls_nobody_and_leads_nowhere():
    assert shown(Paragraph(line(Piece("see https://x.org, www.y.org and #12, says @z")))) == [
        "see https:&#8203;//x.org, www&#8203;.y.org and \\#&#8203;12, says \\@&#8203;z"
    ]
