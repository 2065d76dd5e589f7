"""Pages as text: wrapped, aligned, never cut."""

import re

from cutpoint.emit.page import Column, Entries, Entry, Heading, Page, Paragraph, Table, count, line, name, strong
from cutpoint.emit.terminal_page import colored_page, plain_page

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def shown(*blocks, width=40):
    return plain_page(Page(blocks), width).splitlines()


def test_paragraphs_are_wrapped_at_the_width():
    lines = shown(Paragraph(line("word " * 30)))
    assert len(lines) > 3
    assert all(len(text) <= 40 and text.startswith("  word") for text in lines)


def test_a_word_longer_than_the_width_is_kept_whole():
    path = "a/" * 40 + "models.py:3"
    assert f"  {path}" in shown(Paragraph(line("see ", name(path))))


def test_a_comma_stays_with_its_name():
    lines = shown(Paragraph(line(name("x" * 30), ", ", name("y" * 30))))
    assert lines == [f"  {'x' * 30},", f"  {'y' * 30}"]


def test_tables_are_aligned_numbers_to_the_right():
    table = Table(
        (Column("app"), Column("models", number=True)), ((line("shop"), line("1")), (line("billing"), line("1,200")))
    )
    assert shown(table) == ["  app      models", "  shop          1", "  billing   1,200"]


def test_wide_characters_are_aligned_by_cells():
    table = Table((Column("app"), Column("x")), ((line(name("本棚")), line("1")), (line(name("shop")), line("2"))))
    assert shown(table)[1:] == ["  本棚  1", "  shop  2"]


def test_a_last_column_that_does_not_fit_goes_below():
    table = Table((Column("app"), Column("place")), ((line("shop"), line(name("p" * 50))),))
    assert shown(table) == ["  app", "      place", "  shop", f"      {'p' * 50}"]


def test_a_section_stands_close_to_its_heading_and_apart_from_the_one_before():
    lines = shown(Heading(line("One")), Paragraph(line("a")), Heading(line("Two")), Entries((Entry(line("b")),)))
    assert lines == ["One", "  a", "", "Two", "  b"]


def test_no_line_ends_in_spaces():
    table = Table((Column("app"), Column("place")), ((line("a-long-name"), line("")),))
    assert all(text == text.rstrip() for text in shown(table))


def test_color_adds_color_and_nothing_else():
    page = Page(
        (Heading(line("A [/x] heading")), Paragraph(line(strong("two "), name("[red]x[/red]"), " " + "word " * 30)))
    )
    colored = colored_page(page, 40)
    assert "\x1b[" in colored
    assert ESCAPES.sub("", colored) == plain_page(page, 40)


def test_foreign_strings_are_made_safe():
    assert shown(Paragraph(line(name("\x1b[2J\nx"))), width=80) == ["  \\x1b[2J\\x0ax"]


def test_pieces_make_no_command_together():
    assert shown(Paragraph(line(name(":"), ":error::x"))) == ["  \\x3a:error::x"]
    assert shown(Paragraph(line(name("#"), name("#"), "[error]"))) == ["  \\x23#[error]"]


def test_counts_are_words():
    assert [count(0, "app"), count(1, "app"), count(1234, "app")] == ["0 apps", "1 app", "1,234 apps"]
    assert count(2, "pair of apps", "pairs of apps") == "2 pairs of apps"
