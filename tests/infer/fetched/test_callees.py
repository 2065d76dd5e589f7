"""What called functions fetch always, and what they give, is not read again."""

from tests.support.query_snippets import check


def test_function_that_fetches_always():
    check("""
        def ship(order: Order, loud):
            _print(order, loud)
            print(order.customer)
            print(order.customer.badge)  # read people_badge

        def _print(order, loud):
            print(order.customer)  # read people_customer
            if loud:
                return
            print(order.customer.badge)  # read people_badge
    """)


def test_function_that_is_not_always_called():
    check("""
        def ship(order: Order, loud):
            if loud:
                _print(order)
            print(order.customer)  # read people_customer

        def _print(order):
            print(order.customer)  # read people_customer
    """)


def test_rows_that_a_function_gives():
    check("""
        def ship(number):
            order = _find(number)
            print(order.customer)
            print(order.customer.badge)  # read people_badge
            for line in _lines(order):  # read shop_line, shop_product
                print(line.product, line.order)

        def _find(number):
            order = Order.objects.get(pk=number)  # read shop_order
            if order.customer.phone:  # read people_customer
                return order
            return None

        def _lines(order):
            return order.lines.select_related("product")  # read shop_line, shop_product
    """)


def test_objects_that_a_function_makes():
    check("""
        from dataclasses import dataclass

        @dataclass
        class Info:
            line: Line
            product: Product

        def ship(order: Order):
            for info in _infos(order):
                print(info.line.product, info.product)
                print(info.line.order.customer)  # read people_customer

        def _infos(order):
            lines = order.lines.prefetch_related("product")  # read shop_line, shop_product
            return [Info(line=line, product=line.product) for line in lines]  # read shop_line, shop_product

        def show(order: Order):
            for info in _more(order):
                print(info.line.product, info.product)
                print(info.line.order.customer)  # read people_customer

        def _more(order):
            infos = []
            for line in order.lines.prefetch_related("product"):  # read shop_line, shop_product
                product = line.product
                infos.append(Info(line=line, product=product))
            return infos
    """)


def test_parameter_that_a_function_gives_back():
    check("""
        def ship(order: Order, other: Order):
            print(order.customer)  # read people_customer
            print(_same(order).customer)
            print(_same(other).customer)  # read people_customer

        def _same(order):
            return order
    """)


def test_generators_fetch_when_they_are_run():
    check("""
        def ship(order: Order):
            _customers(order)
            print(order.customer)  # read people_customer

        def _customers(order):
            yield order.customer  # read people_customer
    """)


def test_objects_with_an_init_of_their_own():
    check("""
        class Shipping:
            def __init__(self, order):
                self.order = order
                print(order.customer)  # read people_customer

        def ship(order: Order):
            shipping = Shipping(order)
            print(shipping.order.customer)
            print(shipping.order.customer.badge)  # read people_badge
    """)


def test_work_that_is_done_elsewhere():
    check("""
        from celery import shared_task

        def ship(order: Order):
            print_it.delay(order)
            print(order.customer)  # read people_customer

        @shared_task
        def print_it(order: Order):
            print(order.customer)  # read people_customer
    """)
