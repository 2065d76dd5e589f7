"""What the page says of a cut after moves is what `what-if` says, to the last digit and the last item of the bill."""

import random
from collections import Counter

import pytest

from cutpoint.domain.cut import Candidate
from cutpoint.score.cutting import Cutting

# What the page shows, read out of its own tables: the invoice, and the bill with everything unfolded.
READ = """
() => {
    for (const more of document.querySelectorAll(".outcome button.more")) more.click();
    const cells = (row) => [...row.cells].map((cell) => cell.textContent);
    const outcome = Object.fromEntries([...document.querySelectorAll("#outcome tbody tr")].map((row) => [cells(row)[0], cells(row).slice(1, 3)]));
    const tables = document.querySelectorAll(".outcome table");
    const factors = [...tables[tables.length - 1].querySelectorAll("tbody tr")].map(cells);
    const headings = [...document.querySelectorAll(".outcome h3")];
    const whole = headings.find((each) => each.textContent.startsWith("All work items"));
    const items = [];
    for (let each = whole.nextElementSibling; each; each = each.nextElementSibling) {
        const kind = each.querySelector("summary").firstChild.textContent.trim();
        for (const item of each.querySelectorAll("li")) items.push([kind, item.querySelector(".name").textContent, item.querySelector(".count").textContent]);
    }
    return { outcome, factors, items };
}
"""


def written(value, digits=2):
    return f"{value:,.{digits}f}"


def plain(number):
    """As browsers write it: at most three digits, and none that say nothing."""
    return f"{number:,.3f}".rstrip("0").rstrip(".")


@pytest.fixture(scope="module")
def cutting(bookshop):
    return Cutting(bookshop)


def moves(cutting):
    draw = random.Random(11)
    labels = cutting.subjects.labels
    apps = [app for app, models in cutting.facts.models_of_app.items() if len(models) < len(labels)]
    for number in range(40):
        yield draw.choice(apps), tuple(sorted(draw.sample(labels, number % 9)))


def test_many_moves_give_what_the_command_line_gives(watched, bookshop_file, cutting):
    page = watched.open(bookshop_file, "#view=whatif&cut=billing")
    compared = 0
    for app, moved in moves(cutting):
        taken = set(cutting.facts.models_of_app[app]) ^ set(moved)
        page.evaluate("(state) => { location.hash = state; }", f"view=whatif&cut={app}&changes={'%0A'.join(moved)}")
        page.wait_for_function("(app) => document.getElementById('base')?.value === app", arg=app)
        if not taken or len(taken) == len(cutting.subjects.labels):
            assert "Everything is on one side" in page.locator(".outcome").inner_text()
            continue
        page.wait_for_function(
            "(taken) => document.querySelector('.side.take .count').textContent === taken", arg=str(len(taken))
        )
        point = cutting.cut_point(Candidate(tuple(sorted(taken)), ("what-if",), 1.0))
        shown = page.evaluate(READ)
        assert shown["outcome"]["score"][1] == written(point.score)
        assert shown["outcome"]["places to change"][1] == plain(point.effort)
        assert shown["outcome"]["distributed transactions"][1] == str(point.seam.transactions)
        assert shown["outcome"]["writes across"][1] == str(point.seam.writes)
        assert shown["outcome"]["reads across"][1] == str(point.seam.reads)
        assert shown["outcome"]["relations across"][1] == str(point.seam.relations)
        assert shown["factors"] == [
            [each.name, written(each.weight), written(each.value), written(each.points), each.why]
            for each in point.factors
        ]
        bill = Counter((item.kind, item.what, plain(item.effort)) for item in point.bill)
        assert Counter(map(tuple, shown["items"])) == bill
        compared += 1
    assert compared > 30


def test_a_model_is_moved_by_keyboard_and_by_dragging(watched, bookshop_file):
    page = watched.open(bookshop_file, "#view=whatif&cut=billing")
    before = page.locator("#outcome tbody tr").first.inner_text()
    button = page.get_by_role("button", name="Move orders.OrderLine to: Taken out")
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(".side.take .moved").inner_text().startswith("OrderLine")
    assert page.locator("#outcome tbody tr").first.inner_text() != before
    assert "orders.OrderLine to: Taken out. " in page.locator("#said").inner_text()
    page.locator(".side.take .moved").drag_to(page.locator(".side.keep h2"))
    assert page.locator("#outcome tbody tr").first.inner_text() == before
    assert not page.locator(".moved").count()


def test_the_cut_is_saved_as_the_configuration_takes_it(watched, bookshop_file, tmp_path):
    import tomllib

    page = watched.open(bookshop_file, "#view=whatif&cut=billing&changes=orders.OrderLine")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as TOML").click()
    waiting.value.save_as(tmp_path / "cut.toml")
    cuts = tomllib.loads((tmp_path / "cut.toml").read_text("utf-8"))["tool"]["cutpoint"]["cuts"]
    assert cuts == {"billing": {"take": ["billing", "orders.OrderLine"]}}
