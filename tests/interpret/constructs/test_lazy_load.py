from tests.support.query_snippets import check


def test_each_relation_on_the_way():
    check(
        """
        def mail(invoice: Invoice):
            return invoice.order.customer.email  # read shop_order, read people_customer via related
    """,
        certainty="proved",
    )


def test_relation_to_a_row_is_loaded_where_it_is_named():
    check("""
        def mail(invoice: Invoice):
            order = invoice.order  # read shop_order
            customer = order.customer  # read people_customer
            return customer.email
    """)


def test_one_to_one_both_ways():
    check("""
        def colors(customer: Customer, badge: Badge, invoice: Invoice):
            customer.badge.color  # read people_badge
            badge.customer.email  # read people_customer
            invoice.payment.amount  # read billing_payment
    """)


def test_multi_table_links():
    check("""
        def fee(order: Order, rush: RushOrder):
            order.rushorder.fee  # read billing_rushorder, read shop_order
            rush.total
            rush.customer.email  # read people_customer
            rush.lines.count()  # read shop_line
    """)


def test_parent_of_a_row_is_at_hand():
    check("""
        def parent(rush: RushOrder):
            rush.order_ptr.total
            rush.order_ptr_id
    """)


def test_keys_load_nothing():
    check("""
        def keys(invoice: Invoice, line: Line):
            invoice.order_id, invoice.pk, invoice.id, line.product_id, line.amount
            return [line.order_id for line in [line]]
    """)


def test_storing_loads_nothing():
    check("""
        def move(invoice: Invoice, order: Order):
            invoice.order = order
            invoice.order_id = order.pk
    """)


def test_storing_into_a_related_row_loads_it():
    check("""
        def pay(invoice: Invoice):
            invoice.order.paid = True  # read shop_order
            invoice.order.total += 1
            del invoice.order.total
    """)


def test_deferred_text_loads_it():
    check("""
        def greet(invoice: Invoice):
            print(f"for {invoice.order.customer.email}")  # read shop_order, read people_customer
            return "%s" % invoice.order, str(invoice.order)
    """)


def test_getattr_with_a_constant():
    check("""
        def order_of(invoice: Invoice):
            order = getattr(invoice, "order")  # read shop_order
            return order.customer  # read people_customer
    """)


def test_managers_are_no_load():
    check("""
        def managers(order: Order, customer: Customer):
            return order.lines, order.tags, customer.orders
    """)


def test_user_of_a_request():
    check("""
        from django.http import HttpRequest

        def view(request: HttpRequest):
            return request.user.email  # read people_customer via request
    """)


def test_attributes_that_only_look_like_relations():
    check("""
        class Bill:
            order = None
            customer = "me"

        def show(bill: Bill, data: dict[str, str]):
            return bill.order, bill.customer, data["order"], Invoice.order, Order.customer
    """)
