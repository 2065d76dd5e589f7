"""What opens a transaction, and what lies inside: blocks, exit stacks, context managers, decorators, classes, requests."""

import pytest

from tests.support.transactions import found_in, transactions_of


def test_with_block():
    assert transactions_of("""
        def pay(order: Order):
            order.customer.save()
            with transaction.atomic():
                order.save()
                Invoice.objects.create(order=order)
            order.lines.update(amount=1)
    """) == ["4 pay atomic: billing_invoice orders_order"]


def test_look_alikes_stay_silent():
    assert not transactions_of("""
        from somewhere import atomic
        class Box:
            def atomic(self): return self
            def __enter__(self): return self
            def __exit__(self, *_): ...
        def pay(order: Order, lock):
            with Box().atomic(), lock.atomic(), atomic(), open("x"):
                order.save()
    """)


@pytest.mark.parametrize(
    "opening",
    [
        "with atomic():",
        "with transaction.atomic() as t:",
        "with open('x') as f, transaction.atomic():",
        "with transaction.Atomic('default', True, False):",
        "with again.in_one():",
        "with opened():",
        "with Strict():",
        "with Twice():",
    ],
)
def test_ways_to_open_a_block(opening):
    code = f"""
        from django.db.transaction import Atomic, atomic
        from billing import again
        def opened(): return transaction.atomic()
        class Strict(Atomic):
            def __init__(self): super().__init__("default", True, True)
        class Twice:
            def __enter__(self):
                self.inner = transaction.atomic()
                self.inner.__enter__()
            def __exit__(self, *_): self.inner.__exit__()
        def pay(order: Order):
            {opening}
                order.save()
    """
    files = {"billing/again.py": "from django.db.transaction import atomic as in_one"}
    assert "13 pay atomic: orders_order" in transactions_of(code, files)


def test_async_with():
    assert transactions_of("""
        @asynccontextmanager
        async def together():
            with transaction.atomic():
                yield
        async def pay(order: Order):
            async with together():
                await order.asave()
    """) == ["4 together atomic: orders_order", "7 pay atomic: orders_order"]


def test_exit_stack_holds_until_its_with_ends():
    assert transactions_of("""
        def pay(order: Order, invoice: Invoice):
            with contextlib.ExitStack() as stack:
                order.customer.save()
                stack.enter_context(transaction.atomic())
                order.save()
            invoice.save()
    """) == ["5 pay atomic: orders_order"]


def test_context_manager_of_the_project():
    found = found_in("""
        @contextmanager
        def traced(name):
            before()
            with transaction.atomic():
                with log(name):
                    yield name
            Line.objects.update(amount=0)
        def pay(order: Order):
            with traced("pay"):
                order.save()
        def bill(invoice: Invoice):
            with traced("bill"):
                invoice.save()
    """)
    assert [(each.line, each.is_generic, [t.table for t in each.written]) for each in found] == [
        (5, True, ["billing_invoice", "orders_order"]),
        (10, False, ["orders_order"]),
        (13, False, ["billing_invoice"]),
    ]
    assert [extent.writes for extent in found[0].extents] == [
        ("billing_invoice",),
        ("orders_order",),
    ]


def test_context_manager_as_decorator():
    assert transactions_of("""
        @contextmanager
        def together():
            with transaction.atomic():
                yield
        @together()
        def pay(order: Order):
            order.save()
    """) == ["4 together atomic: orders_order", "7 pay decorator: orders_order"]


def test_context_manager_whose_transaction_is_over_before_its_yield():
    assert transactions_of("""
        @contextmanager
        def counted(order: Order):
            with transaction.atomic():
                order.save()
            yield
        def pay(order: Order, invoice: Invoice):
            with counted(order):
                invoice.save()
    """) == ["4 counted atomic: orders_order"]


@pytest.mark.parametrize(
    "decorator",
    [
        "transaction.atomic",
        "transaction.atomic()",
        "transaction.atomic(using='default', durable=True)",
        "transaction.commit_on_success",
        "transaction.commit_on_success()",
        "in_one",
        "together",
        "together_in('default')",
    ],
)
def test_decorated_functions(decorator):
    code = f"""
        in_one = transaction.atomic
        def together(function):
            @wraps(function)
            def inner(*args, **kwargs):
                with transaction.atomic(): return function(*args, **kwargs)
            return inner
        def together_in(alias):
            def decorate(function):
                def inner(*args, **kwargs):
                    with transaction.atomic(alias): return function(*args, **kwargs)
                return inner
            return decorate
        @{decorator}
        def pay(order: Order):
            order.save()
        def other(order: Order):
            order.customer.save()
    """
    assert "15 pay decorator: orders_order" in transactions_of(code)


def test_decorator_that_opens_none():
    assert not transactions_of("""
        def counted(function):
            def inner(*args, **kwargs):
                with open("x"): return function(*args, **kwargs)
            return inner
        @counted
        def pay(order: Order):
            order.save()
    """)


def test_method_decorators_and_class_attributes():
    assert transactions_of("""
        class Desk:
            atomic = transaction.atomic
            @method_decorator(transaction.atomic)
            def pay(self, order: Order):
                order.save()
            @atomic
            def bill(self, invoice: Invoice):
                invoice.save()
            @staticmethod
            @transaction.atomic
            def close(line: Line):
                line.save()
    """) == [
        "5 Desk.pay decorator: orders_order",
        "8 Desk.bill decorator: billing_invoice",
        "12 Desk.close decorator: orders_line",
    ]


def test_decorated_class():
    assert transactions_of("""
        @method_decorator(transaction.atomic, name="dispatch")
        class Pay(View):
            def post(self, request):
                self.store()
            def store(self):
                Order.objects.create()
            def unused(self):
                Line.objects.create()
        @method_decorator([transaction.atomic(using="other")], name="get")
        class Show(View):
            def get(self, request):
                Invoice.objects.update(total=0)
            def post(self, request):
                Line.objects.create()
    """) == ["3 Pay class: orders_order", "11 Show class: billing_invoice"]


def test_nested_functions_and_lambdas_count_where_they_are_called():
    assert transactions_of("""
        def pay(order: Order, invoice: Invoice):
            def later():
                invoice.save()
            with transaction.atomic():
                store = lambda: order.save()
                store()
            later()
    """) == ["5 pay atomic: orders_order"]


@pytest.mark.parametrize(
    "later",
    [
        "transaction.on_commit(notify)",
        "transaction.on_commit(lambda: notify())",
        "transaction.on_commit(functools.partial(notify))",
        "send.delay(invoice.pk)",
    ],
)
def test_what_comes_after_the_commit_is_outside(later):
    code = f"""
        import functools
        from celery import shared_task
        @shared_task
        def send(pk):
            Invoice.objects.filter(pk=pk).update(total=0)
        def pay(order: Order, invoice: Invoice):
            def notify():
                invoice.save()
            with transaction.atomic():
                order.save()
                {later}
    """
    assert transactions_of(code) == ["10 pay atomic: orders_order"]


def test_details_of_a_block():
    (outer, inner, other) = found_in("""
        def pay(order: Order, alias):
            with transaction.atomic(using="ledger", durable=True):
                with transaction.atomic():
                    order.save()
            with transaction.atomic(alias):
                order.save()
    """)
    assert (outer.using, outer.durable, outer.is_nested, outer.end_line) == ("ledger", True, False, 5)
    assert (inner.using, inner.durable, inner.is_nested, inner.end_line) == ("default", False, True, 5)
    assert other.using is None


def test_extent_follows_calls_with_their_arguments():
    assert transactions_of("""
        def store(thing):
            thing.save()
        def through(thing):
            store(thing)
        def pay(order: Order):
            with transaction.atomic():
                through(order)
        def bill(invoice: Invoice):
            with transaction.atomic():
                through(invoice)
        def neither(line: Line):
            through(line)
    """) == ["7 pay atomic: orders_order", "10 bill atomic: billing_invoice"]


def test_calls_in_a_circle():
    assert transactions_of("""
        def even(order: Order, n):
            order.save()
            odd(order, n - 1)
        def odd(order: Order, n):
            Invoice.objects.create(order=order)
            even(order, n - 1)
        def pay(order: Order):
            with transaction.atomic():
                odd(order, 9)
    """) == ["9 pay atomic: billing_invoice orders_order"]


def test_shortest_way_to_each_table():
    (found,) = found_in("""
        def far(order: Order):
            near(order)
        def near(order: Order):
            order.save()
        def pay(order: Order):
            with transaction.atomic():
                far(order)
                near(order)
    """)
    assert [[(step.line, step.function) for step in touched.chain] for touched in found.written] == [
        [(9, "billing.pay.pay"), (5, "billing.pay.near")]
    ]


def test_what_each_of_several_is_made_with_is_told_apart():
    (found,) = found_in("""
        class Store:
            def __init__(self, thing):
                self.thing = thing
            def run(self):
                self.thing.save()
        def uses(order: Order, invoice: Invoice):
            Store(invoice).run()
            with transaction.atomic():
                Store(order).run()
    """)
    assert {touched.table: touched.certainty.value for touched in found.written} == {"orders_order": "inferred"}
