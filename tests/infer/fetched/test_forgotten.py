"""Records of bodies that were let go are made again, and say the same."""

import pytest

from tests.support.query_snippets import check


@pytest.mark.parametrize("most", [1, 1_000])
def test_few_records_say_what_many_say(monkeypatch, most):
    monkeypatch.setattr("cutpoint.infer.fetched.answers._MOST_RECORDS", most)
    check("""
        def show(line: Line):
            order = line.order  # read shop_order
            print_owner(order)
            print_all(order)

        def print_owner(order):
            print(order.customer)  # read people_customer

        def print_all(order):
            for line in order.lines.all():  # read shop_line
                print(line.order)
            print_owner(order)
    """)
