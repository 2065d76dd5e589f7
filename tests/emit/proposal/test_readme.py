"""The page that people decide by: what it counts, in which order, and that no name of a project becomes markup."""

import msgspec
import pytest

from cutpoint.domain.boundary import ExposedModel, Parameter, Shape
from cutpoint.domain.cut import Side
from cutpoint.emit.proposal.parts import readme
from tests.support.boundaries import (
    a_boundary,
    a_command,
    a_shop_boundary,
    a_site,
    a_wide_boundary,
    an_event,
    an_operation,
    an_uncrossed_boundary,
    every_text_replaced,
)
from tests.support.markdown_read import codes_of, tables_of
from tests.support.odd_texts import harmless, odd_texts


def page(boundary):
    ((path, text),) = readme.files(boundary)
    assert path == "README.md"
    return text


def section(text, title):
    """The lines below a heading, up to the next one of its level or above."""
    level = "#" * (len(title) - len(title.lstrip("#")))
    lines = text.splitlines()
    start = lines.index(title) + 1
    ends = (at for at, line in enumerate(lines) if at >= start and line.startswith("#") and line.split()[0] <= level)
    return "\n".join(lines[start : next(ends, len(lines))])


def test_what_decides_stands_first():
    titles = [line for line in page(a_shop_boundary()).splitlines() if line.startswith("## ")]
    assert titles == [
        "## How large the surface is",
        "## Which data is shown across",
        "## Which transactions are split",
        "## Risks",
        "## The first steps",
        "## Effort",
        "## Operations served by what leaves",
        "## Operations served by what stays",
        "## Communication plan",
        "## Narrow or chatty",
        "## What no operation replaces",
        "## Copies that are better than calls",
        "## Relations that are replaced",
        "## Transactions that are split",
        "## The way there",
        "## What lies beside this page",
    ]


def test_the_surface_is_counted():
    told = section(page(a_shop_boundary()), "## How large the surface is")
    assert "| what leaves | 2 | 2 | 1 | 6 |" in told
    assert "| what stays | 1 | 0 | 0 | 1 |" in told
    assert "8 places of the code cross today. 75% of them become 6 operations; 2 others have a remedy." in told
    assert "1 lookup, 1 replicate, 1 rewrite" in told


def test_a_cut_that_nothing_crosses_says_so():
    text = page(an_uncrossed_boundary())
    assert "Nothing crosses this cut" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == ["## What lies beside this page"]


def test_relations_alone_are_told_without_operations():
    boundary = msgspec.structs.replace(a_boundary(), foreign_keys=a_shop_boundary().foreign_keys)
    text = page(boundary)
    assert "## Relations that are replaced" in text
    assert "## Communication plan" not in text and "Nothing crosses" not in text


def test_each_risk_is_drawn_from_what_is_counted():
    told = section(page(a_shop_boundary()), "## Risks")
    for part in (
        "1 transaction writes on both sides and can't commit at once",
        "Each side asks the other",
        "4 operations are waited for",
        "83% of all need is for `billing.Invoice`",
        "1 statement will read copies",
        "1 use in SQL text",
        "1 relation that protects",
        "1 command must not be done twice",
    ):
        assert part in told
    assert "None that can be read" in section(page(a_boundary(an_event())), "## Risks")


def test_protection_of_the_data_that_is_shown_is_told():
    told = section(page(a_shop_boundary()), "## Which data is shown across")
    assert "| `billing.Invoice` | what leaves | 5.0 | payment data | `id`, `due`, `total` |" in told


def test_an_event_tells_where_it_happens_and_who_reacts():
    event = an_event(published_at=(a_site("shop/views.py:3"),), sites=("billing/signals.py:7",))
    told = page(a_boundary(event))
    assert "happens at `shop/views.py:3`" in told and "what reacts today: `billing/signals.py:7`" in told


def test_a_wide_surface_is_a_risk():
    assert "are a wide surface" not in page(a_wide_boundary(59))
    assert "- 60 operations are a wide surface" in section(page(a_wide_boundary(60)), "## Risks")


def test_types_that_nobody_said_are_a_risk():
    told = section(page(a_boundary(an_operation(parameters=(Parameter("what", "Json", "what"),)))), "## Risks")
    assert "types the code does not say" in told


def test_one_model_alone_is_no_imbalance():
    boundary = a_boundary(an_operation(), exposed_models=(ExposedModel("billing.Invoice", Side.TAKE, 5.0),))
    assert "of all need" not in page(boundary)


def test_first_steps_are_those_with_something_left():
    told = section(page(a_shop_boundary()), "## The first steps")
    assert "Step 1: Move reads, 1 place" in told
    assert "Seal the accessors" not in told
    assert "Step 1: Seal the accessors, 0 places left" in section(page(a_shop_boundary()), "## The way there")


def test_each_operation_shows_where_it_is_used():
    told = section(page(a_shop_boundary()), "### What they replace, what leaves")
    assert "`shop/tasks.py:3` · `shop/views.py:12`" in told
    many = an_operation(sites=[f"shop/views.py:{line}" for line in range(1, 31)])
    assert "`shop/views.py:12` and 18 more, all in boundary.json" in page(a_boundary(many))


def test_operations_that_travel_alike_share_an_entry():
    text = page(
        a_boundary(an_operation("get_a"), an_operation("get_b"), an_operation("get_c", reason="something else"))
    )
    told = section(text, "### Direct calls")
    assert "- `get_a`, `get_b`" in told and "- `get_c`" in told
    assert "at-most-once, in any order, waits 1,000 ms at most, tried again 2 times" in told


def test_every_operation_is_in_the_communication_plan_once():
    told = section(page(a_shop_boundary()), "## Communication plan")
    entries = [line for line in told.splitlines() if line.startswith("- ")]
    named = [code for line in entries for code in codes_of(line)]
    assert sorted(named) == sorted(operation.name for operation in a_shop_boundary().operations)
    assert "sent again until it has arrived" in told and "the same idempotency key" in told


def test_what_could_be_merged_and_who_asks_often():
    asked = [an_operation(f"get_invoice_by_{word}") for word in ("number", "order", "customer")]
    free = Parameter("paid", "bool | None", "paid", optional=True)
    text = page(a_boundary(*asked, an_operation("find_invoices", shape=Shape.LIST, parameters=(free, free))))
    told = section(text, "### What could be merged further")
    assert "get `billing.Invoice`: `get_invoice_by_number`, `get_invoice_by_order`, `get_invoice_by_customer`" in told
    assert "`find_invoices` takes the place of lists by 2 different conditions" in text
    assert "`shop.views.pay`: `find_invoices`, `get_invoice_by_customer`" in section(text, "### Who asks often")


def test_alike_transactions_are_told_once():
    boundary = a_shop_boundary()
    plan = boundary.transactions[0]
    again = msgspec.structs.replace(plan, line=99, function="shop.views.again")
    text = page(msgspec.structs.replace(boundary, transactions=(plan, again)))
    assert "### saga: `shop.views.again`, `shop.views.pay`" in text
    assert "2 transactions write tables of both sides" in text


def test_the_first_page_stays_one():
    text = page(a_wide_boundary())
    first = text.partition("## Operations served by")[0]
    assert len(first.splitlines()) < 80


@pytest.mark.parametrize("text", odd_texts(120))
def test_odd_texts_are_no_markup(text):
    written = page(every_text_replaced(a_shop_boundary(), text))
    assert harmless(written)
    assert codes_of(written)
    widths = tables_of(written)
    assert set(widths) <= {4, 5, 6} and len(widths) == len(tables_of(page(a_shop_boundary())))


def test_commands_of_the_page_are_those_of_steps():
    assert "`cutpoint progress --cut billing --step reads`" in page(a_shop_boundary())
    assert a_command().name in page(a_shop_boundary())
