from cutpoint.domain.service import Service
from tests.support.judging import check, judged_of, places
from tests.support.monolith import one

RULE = "cross-write"


def test_every_way_to_write():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from django.db import connection
                from orders.models import Customer, Line, Order
                from billing.models import Invoice

                def pay(invoice: Invoice, order: Order):
                    invoice.order.save()  # cross-write save orders_order
                    order.delete()  # cross-write delete orders_order
                    Order.objects.filter(pk=1).update(state="x")  # cross-write update orders_order
                    Order.objects.create(state="new")  # cross-write insert orders_order
                    Line.objects.bulk_create([])  # cross-write insert orders_line
                    order.lines.create(amount=1)  # cross-write insert orders_line
                    Customer.objects.get_or_create(name="x")  # cross-write insert orders_customer
                    with connection.cursor() as cursor:
                        cursor.execute("UPDATE orders_line SET amount = 0")  # cross-write update orders_line
            """
        },
    )


def test_what_only_looks_like_it():
    check(
        RULE,
        {
            "billing/tasks.py": """
                from orders.models import Order
                from billing.models import Invoice

                class Draft:
                    def save(self): ...

                def look(invoice: Invoice, draft: Draft, cache, order: Order):
                    invoice.save()
                    Invoice.objects.create(total=1)
                    draft.save()
                    cache.delete("order")
                    order.state = "unsaved"
                    Order.objects.filter(pk=1).exists()
            """,
            "orders/services.py": """
                from orders.models import Order

                def close(order: Order):
                    order.save()
            """,
        },
    )


def test_a_call_of_the_owner_is_no_write_of_the_caller():
    check(
        RULE,
        {
            "orders/services.py": """
                from orders.models import Order

                def close(order):
                    order.save()
            """,
            "billing/tasks.py": """
                from orders.models import Order
                from orders.services import close

                def pay(order: Order):
                    close(order)
            """,
        },
    )


def test_general_code_writes_for_whoever_named_the_table():
    check(
        RULE,
        {
            "reports/tools.py": """
                def archive(thing):
                    thing.state = "old"
                    thing.save()
            """,
            "billing/tasks.py": """
                from orders.models import Order
                from billing.models import Invoice
                from reports.tools import archive

                def tidy(order: Order, invoice: Invoice):
                    archive(order)  # cross-write save orders_order
                    archive(invoice)
            """,
            "orders/services.py": """
                from orders.models import Line
                from reports.tools import archive

                def tidy(line: Line):
                    archive(line)
            """,
        },
    )


def test_the_way_shows_who_decided_and_which_line_writes():
    judged = judged_of(
        {
            "reports/tools.py": """
                def archive(thing):
                    thing.save()
            """,
            "billing/tasks.py": """
                from orders.models import Order
                from reports.tools import archive
                def tidy(order: Order):
                    archive(order)
            """,
        }
    )
    finding = one(finding for finding in judged.findings if finding.key.rule == RULE)
    assert (finding.key.source, finding.key.target, finding.key.expression) == (
        "billing",
        "orders",
        "→ reports.tools.archive",
    )
    assert finding.evidence == "saves to orders_order through reports.tools.archive"
    assert [(place.path, place.line) for place in finding.related] == [("orders/models.py", 8), ("reports/tools.py", 3)]


def test_the_owners_code_on_the_way_is_no_crossing():
    check(
        RULE,
        {
            "reports/tools.py": """
                def archive(thing):
                    thing.save()
            """,
            "orders/services.py": """
                from reports.tools import archive

                def close(order):
                    archive(order)
            """,
            "billing/tasks.py": """
                from orders.models import Order
                from orders.services import close

                def pay(order: Order):
                    close(order)
            """,
        },
    )


def test_a_facade_outside_of_the_apps_code_is_the_services_own():
    facade = {
        "gateway/orders_api.py": """
            from orders.models import Order

            def close(order: Order):
                order.save()
        """,
        "gateway/__init__.py": "",
        "billing/tasks.py": """
            from orders.models import Order
            from gateway.orders_api import close

            def pay(order: Order):
                close(order)
        """,
    }
    orders = Service("orders", apps=("orders",), modules=("gateway.orders_api",), facade="gateway.orders_api")
    check(RULE, facade, orders)
    assert places(judged_of(facade), RULE) == ["gateway/orders_api.py:5 outside -> orders orders_order save"]


def test_services_say_who_is_another():
    files = {
        "billing/tasks.py": """
            from orders.models import Line, Order
            def pay(order: Order, line: Line):
                order.save()
                line.save()
        """
    }
    together = Service("money", apps=("billing",), models=("orders.Line",))
    assert places(judged_of(files, together), RULE) == ["billing/tasks.py:4 money -> orders orders_order save"]
    assert places(judged_of(files, Service("shop", apps=("billing", "orders"))), RULE) == []


def test_a_module_may_belong_to_another_service_than_its_app():
    files = {
        "billing/sync/__init__.py": "",
        "billing/sync/jobs.py": """
            from billing.models import Invoice
            def run(invoice: Invoice):
                invoice.save()
        """,
    }
    sync = Service("sync", modules=("billing.sync.*",))
    assert places(judged_of(files, sync), RULE) == ["billing/sync/jobs.py:4 sync -> billing billing_invoice save"]


def test_what_is_only_possible_is_no_finding_but_a_spot():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from orders.models import Customer, Line, Order
                from billing.models import Invoice

                def some_tool(order):
                    order.save()
            """
        }
    )
    assert places(judged, RULE) == []


def test_words_of_a_finding():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from orders.models import Order
                def pay(order: Order):
                    order.save()
            """
        }
    )
    finding = one(finding for finding in judged.findings if finding.key.rule == RULE)
    assert finding.evidence == "saves to orders_order (order is an instance of orders.Order)"
    assert finding.meaning.startswith("orders owns orders_order")
    assert finding.move == "Let a function of orders do it, and call that."
    assert finding.related[0].says == "orders.Order declares orders_order"
    assert finding.certainty == "proved"


def test_what_a_library_calls_is_found_where_our_code_begins():
    judged = judged_of(
        {
            "billing/views.py": """
                from django.views.generic import UpdateView
                from orders.models import Order

                class OrderView(UpdateView):
                    model = Order

                    def form_valid(self, form):
                        self.object.delete()
                        return super().form_valid(form)
            """
        }
    )
    paths = {f.place.path for f in judged.findings}
    assert paths <= {"billing/views.py", "billing/models.py"}
    assert "billing/views.py:9 billing -> orders orders_order delete" in places(judged, RULE)


def test_a_librarys_table_has_no_owner_to_ask():
    judged = judged_of(
        {
            "billing/tasks.py": """
                from django.contrib.auth.models import User
                def forget(user: User):
                    user.delete()
            """
        }
    )
    finding = one(f for f in judged.findings if f.key.rule == RULE and f.key.subject == "auth_user")
    assert finding.move == 'Let a service that owns it (models = ["auth.User"]) do it, and call that.'
