"""What one body fetches on every way is not read again, by whatever name it goes."""

from tests.support.query_snippets import check


def test_other_names():
    check("""
        def show(line: Line):
            order = line.order  # read shop_order
            print(order.customer)  # read people_customer
            print(line.order.customer)
    """)


def test_rows_of_a_related_manager_know_their_owner():
    check("""
        def show(order: Order):
            for line in order.lines.filter(amount=1):  # read shop_line
                print(line.order)
                print(line.order.customer)  # read people_customer
            line = order.lines.first()  # read shop_line
            print(line.order)
            for tag in order.tags.all():  # read shop_tag, shop_order_tags
                print(tag)
    """)


def test_prefetched_before():
    check("""
        def show(numbers):
            found = Invoice.objects.prefetch_related("order__lines").filter(pk__in=numbers).in_bulk()  # read billing_invoice, shop_order, shop_line
            orders = {invoice.order for invoice in found.values()}
            for order in orders:
                for line in order.lines.all():
                    print(line)
    """)


def test_rows_of_one_list_are_not_the_same():
    check("""
        def show(lines: list[Line]):
            print(lines[0].order)  # read shop_order
            for line in lines:
                print(line.order)  # read shop_order
            for line in lines:
                print(line.order)  # read shop_order
    """)


def test_ways():
    check("""
        def show(order: Order, loud):
            if loud:
                print(order.customer)  # read people_customer
            else:
                print(order.customer.phone)  # read people_customer
            print(order.customer)
            try:
                print(order.customer.badge)  # read people_badge
            except Badge.DoesNotExist:
                print(order.customer.badge)  # read people_badge
            with open("x") as file:
                file.write(order.customer.phone)
            customer = order.customer if loud else None
            print(customer.badge)
    """)


def test_closures():
    check("""
        def show(order: Order, number):
            lines = order.lines.filter(amount=number)  # read shop_line

            def later():
                for line in lines:
                    print(line)
                print(order.customer)
                print(order.customer.badge)  # read people_badge

            print(order.customer, len(lines))  # read people_customer, shop_line
            return later
    """)


def test_closure_that_is_spoken_of_before():
    check("""
        def show(order: Order):
            def later():
                print(order.customer)  # read people_customer

            wait(later)
            print(order.customer)  # read people_customer
    """)


def test_what_a_loop_goes_through():
    check("""
        def show(line: Line):
            for each in line.order.lines.all():  # read shop_order, shop_line
                print(each)
            for other in line.order.lines.all():  # read shop_line
                print(other)
    """)
