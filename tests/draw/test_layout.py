"""Layouts: everything stands somewhere, who needs others stands above them, and the same picture gives the same places."""

import random

import msgspec

from cutpoint.draw.layout import MOST_IN_A_ROW, layout_of
from tests.support.pictures import a_picture


def row_of(layout):
    return {name: at for at, row in enumerate(layout.rows) for name in row}


def test_who_needs_others_stands_above_them():
    layout = layout_of(a_picture(["a", "b", "c", "d"], [("d", "c"), ("c", "b"), ("b", "a"), ("d", "a")]))
    assert layout.order == ("app:d", "app:c", "app:b", "app:a")
    rows = row_of(layout)
    assert rows["app:d"] <= rows["app:c"] <= rows["app:b"] <= rows["app:a"]


def test_a_circle_is_opened_where_it_is_lightest():
    picture = a_picture(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")])
    heavy = [msgspec.structs.replace(arrow, count=1 if arrow.source == "app:c" else 9) for arrow in picture.arrows]
    assert layout_of(msgspec.structs.replace(picture, arrows=tuple(heavy))).order == ("app:a", "app:b", "app:c")


def test_everything_stands_somewhere_once_and_no_row_is_too_long():
    draw = random.Random(3)
    names = [f"n{number:02}" for number in range(60)]
    ends = {(draw.choice(names), draw.choice(names[:50])) for _ in range(150)}
    picture = a_picture(names, sorted(pair for pair in ends if pair[0] != pair[1]))
    layout = layout_of(picture)
    placed = [name for row in layout.rows for name in row]
    assert sorted(placed) == sorted(layout.order) == [node.id for node in picture.nodes]
    assert max(map(len, layout.rows)) <= MOST_IN_A_ROW
    assert layout == layout_of(picture)


def test_what_needs_nothing_and_nobody_stands_last():
    layout = layout_of(a_picture(["a", "b", "lonely"], [("b", "a")]))
    assert layout.rows[-1] == ("app:lonely",)
    assert layout_of(a_picture([], [])).rows == ()
