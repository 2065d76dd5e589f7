"""An analysis with one of everything that a report has to show, and one in which every name is hostile."""

from cutpoint.domain.access import Access, QueryResolution, Reason, Step
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.relate.circles import import_circles
from cutpoint.relate.import_graph import app_import_graph
from cutpoint.relate.model_graph import app_relation_graph
from tests.support.builders import (
    a_catalog,
    a_field,
    a_model,
    a_module,
    a_reading,
    a_relation,
    an_access,
    an_analysis,
    an_app,
    an_import,
    some_settings,
)

HOSTILE = "x\x1b[31m[/x]\n::error::`|<b>@team \u202egnp.exe ##[error]"
"""What a name must not do: color a terminal, close markup, break a line, command a CI log, end code, turn direction."""


def a_bookshop() -> Analysis:
    catalog = a_catalog(
        apps=[
            an_app("auth", ours=False, name="django.contrib.auth", evidence=Evidence("shop/settings.py", 10)),
            an_app("billing", evidence=Evidence("shop/settings.py", 11)),
            an_app("books", evidence=Evidence("shop/settings.py", 12)),
            an_app("orders", installed="conditional", evidence=Evidence("shop/settings.py", 20)),
        ],
        models=[
            a_model("auth.User", table="auth_user", ours=False, module="django.contrib.auth.models"),
            a_model("billing.Invoice", a_relation("orders.Order", place="billing/models.py:7")),
            a_model("books.Timestamped", abstract=True),
            a_model("books.Book", fields=[a_field(primary_key=True)]),
            a_model(
                "orders.Order",
                a_relation("books.Book", "m2m", place="orders/models.py:9", on_delete=None),
                a_relation("auth.User", place="orders/models.py:12"),
            ),
        ],
        modules=[
            a_module(name)
            for name in ("billing.models", "billing.tasks", "books.models", "orders.models", "orders.views")
        ],
        imports=[
            an_import("billing.models", "orders.models", 3),
            an_import("billing.tasks", "orders.models", 4),
            an_import("orders.views", "billing.tasks", 5),
            an_import("orders.models", "books.models", 2),
            an_import("books.models", "orders.models", 30, scope="function"),
        ],
        settings=some_settings(candidates=("shop.local",)),
        missing_packages=[("celery", 2), ("stripe", 1)],
    )
    graph = app_import_graph(catalog)
    return an_analysis(
        catalog,
        app_imports=graph,
        app_relations=app_relation_graph(catalog),
        import_circles=import_circles(graph),
        blind_spots=[
            BlindSpot("books/loading.py", 8, "dynamic-import", "the name of the module is computed"),
            BlindSpot("orders/views.py", 0, "unparsable", "no known Python reads it"),
            BlindSpot("orders/views.py", 60, "unknown-receiver", "thing could be anything"),
            BlindSpot("shop/settings.py", 30, "settings-value", "INSTALLED_APPS grows by an unknown value"),
        ],
        accesses=some_accesses(),
        query_resolution=QueryResolution(12, 11, (Reason("unknown-receiver", 1),)),
    )


def some_accesses() -> tuple[Access, ...]:
    """Orders are written by three apps, invoices by two of them, books only perhaps by code outside of apps."""
    return (
        an_access(
            "insert billing_invoice", "billing/models.py:30", model="billing.Invoice", function="billing.models.bill"
        ),
        an_access(
            "update orders_order",
            "billing/tasks.py:41",
            model="orders.Order",
            via="instance",
            certainty="inferred",
            function="billing.tasks.settle",
            because="invoice.order is an instance of orders.Order",
            columns=["paid"],
            in_loop=True,
        ),
        an_access(
            "update orders_order",
            "books/saving.py:3",
            model="orders.Order",
            via="instance",
            certainty="inferred",
            function="books.saving.store",
            on_behalf_of="billing",
            chain=[
                Step("billing/tasks.py", 50, "billing.tasks.retry"),
                Step("books/saving.py", 3, "books.saving.store"),
            ],
        ),
        an_access(
            "read books_book",
            "orders/views.py:10",
            model="books.Book",
            joins=["auth_user"],
            function="orders.views.show",
        ),
        an_access(
            "insert orders_order",
            "orders/views.py:20",
            model="orders.Order",
            end_line=23,
            via="manager",
            function="orders.views.Pay.post",
        ),
        an_access("read books_book", "orders/views.py:21", model="books.Book", function="orders.views.Pay.post"),
        an_access(
            "insert billing_invoice",
            "orders/views.py:30",
            model="billing.Invoice",
            via="form",
            cause=Evidence("billing/models.py", 7),
            function="orders.views.Pay.post",
        ),
        an_access(
            "update orders_order",
            "orders/views.py:31",
            model="orders.Order",
            via="instance",
            function="orders.views.Pay.post",
        ),
        an_access("read", "orders/views.py:40", via="raw_sql", function="orders.views.report"),
        an_access("update books_book", "scripts/import.py:3", app=None, model="books.Book", certainty="possible"),
        an_access("delete orders_order", "scripts/import.py:9", app=None, model="orders.Order"),
        an_access("delete shop_legacy", "scripts/import.py:12", app=None, via="raw_sql"),
    )


def a_hostile_monolith() -> Analysis:
    """Every name, path and reason is HOSTILE, with a number where they must differ."""
    first, second = f"a{HOSTILE}", f"b{HOSTILE}"
    seen = Evidence(HOSTILE, 1)
    catalog = a_catalog(
        apps=[an_app(first, name=HOSTILE, evidence=seen), an_app(second, name=HOSTILE)],
        models=[
            a_model(f"{first}.M", a_relation(f"{second}.N", place=f"{HOSTILE}:1"), table=f"{HOSTILE}1"),
            a_model(f"{second}.N", a_relation(f"{first}.M", place=f"{HOSTILE}:2"), table=f"{HOSTILE}2"),
        ],
        modules=[a_module(first, first, path=HOSTILE), a_module(second, second, path=HOSTILE)],
        imports=[an_import(first, second, path=HOSTILE), an_import(second, first, path=HOSTILE)],
        settings=some_settings(
            HOSTILE,
            found_by=HOSTILE,
            chain=(HOSTILE,),
            candidates=(HOSTILE,),
            installed_apps=(HOSTILE,),
            auth_user_model=HOSTILE,
            root_urlconf=HOSTILE,
        ),
        python_path=[HOSTILE],
        missing_packages=[(HOSTILE, 1), ("b", 1)],
    )
    graph = app_import_graph(catalog)
    return an_analysis(
        catalog,
        reading=a_reading(
            f"/somewhere/{HOSTILE}",
            parse_failures=1,
            packages=(f"/somewhere/{HOSTILE}/p",),
            django_roots=(HOSTILE, "b"),
        ),
        app_imports=graph,
        app_relations=app_relation_graph(catalog),
        import_circles=import_circles(graph),
        blind_spots=[BlindSpot(HOSTILE, 1, HOSTILE, HOSTILE), BlindSpot(HOSTILE, 2, f"{HOSTILE}2", HOSTILE)],
        accesses=[hostile_access(f"update {HOSTILE}1", app) for app in (first, second)],
        query_resolution=QueryResolution(2, 1, (Reason(f"{HOSTILE}2", 1),)),
    )


def hostile_access(does: str, app: str) -> Access:
    return an_access(
        does,
        f"{HOSTILE}:1",
        function=HOSTILE,
        app=app,
        model=f"a{HOSTILE}.M",
        columns=[HOSTILE],
        joins=[f"{HOSTILE}2"],
        via=HOSTILE,
        cause=Evidence(HOSTILE, 3),
        on_behalf_of=app,
        chain=[Step(HOSTILE, 4, HOSTILE)],
        because=HOSTILE,
    )
