"""Loops over lists that are written out: each item is one that the loop takes, and none excludes another."""

from tests.support.query_snippets import check
from tests.support.transactions import transactions_of


def test_each_item_with_what_stands_beside_it():
    check("""
        def clear(customer: Customer, wish: Wish):
            for rows, is_kept in [(customer.addresses, False), (customer.wishes, True)]:
                if is_kept:
                    rows.update(text="")  # update shop_wish
                else:
                    rows.all().delete()  # delete people_address
    """)


def test_a_name_that_only_holds_the_list():
    check("""
        def clear(customer: Customer):
            steps = [(customer.addresses, False), (customer.wishes, True)]
            for rows, one_by_one in steps:
                if one_by_one:
                    for row in rows.all():  # read shop_wish
                        row.delete()  # delete shop_wish
                else:
                    rows.all().delete()  # delete people_address
    """)


def test_a_name_to_which_something_is_added():
    check("""
        def clear(customer: Customer):
            steps = [(customer.addresses, False), (customer.wishes, False)]
            steps.append((Order.objects, False))
            for rows, _ in steps:
                rows.update()  # update people_address, shop_wish, shop_order
    """)


def test_more_of_them_than_an_unknown_choice_may_have():
    check("""
        def clear(customer, order):
            for rows in (
                customer.addresses, customer.wishes, customer.orders, order.lines, Badge.objects, Product.objects,
                order.invoices, Note.objects, Tag.objects,
            ):
                # update people_address inferred, shop_wish inferred, shop_order inferred, shop_line inferred
                # update billing_invoice inferred, people_badge proved, shop_product proved, people_note proved, shop_tag proved
                rows.update(text="")

        def act(order: Order):
            clear(order.customer, order)  # read people_customer
    """)


def test_a_transaction_takes_all_of_them():
    code = """
        def clear(orders, lines):
            with transaction.atomic():
                for rows in [orders, lines]:
                    rows.update()

        def act():
            clear(Order.objects.all(), Line.objects.all())
    """
    assert transactions_of(code) == ["3 clear atomic: orders_line orders_order"]
