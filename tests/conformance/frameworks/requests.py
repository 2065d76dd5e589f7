"""The requests that reach the classes among the cases; no code that cutpoint reads."""

from collections.abc import Callable
from importlib import import_module
from types import GenericAlias
from typing import Any

Data = dict[str, Any]


def _named(name: str) -> Any:
    group, _, bare = name.partition(".")
    return getattr(import_module(group), bare)


def _request(method: str, path: str, data: Data | None) -> Any:
    """As a superuser who is logged in already; nothing has been read for that."""
    from django.contrib.auth.models import User
    from django.contrib.messages.storage.cookie import CookieStorage
    from django.contrib.sessions.backends.signed_cookies import SessionStore
    from django.test import RequestFactory

    request = getattr(RequestFactory(), method)(path, data or {})
    request.user = User(pk=1, username="user1", is_superuser=True, is_staff=True, is_active=True)
    request.session = SessionStore()
    request._messages = CookieStorage(request)  # noqa: SLF001 - as the middleware does
    request._dont_enforce_csrf_checks = True  # noqa: SLF001 - as Django's own test client does
    return request


def _view(name: str, *requests: tuple[str, Data]) -> Callable[[], None]:
    """A generic view: method, data; `pk` is 1."""

    def drive() -> None:
        for method, data in requests:
            response = _named(name).as_view()(_request(method, "/", data), pk=1)
            getattr(response, "render", lambda: None)()
            _check(response)

    return drive


def rest(name: str, *requests: tuple[str, str, Data]) -> Callable[[], None]:
    """A view of the REST framework: method, the action of a view set, data."""

    def drive() -> None:
        from rest_framework.test import APIRequestFactory, force_authenticate

        cls = _named(name)
        for method, action, data in requests:
            request = getattr(APIRequestFactory(), method)("/", data, format="json")
            force_authenticate(request, _request("get", "/", None).user)
            view = cls.as_view({method: action}) if action else cls.as_view()
            response = view(request) if action in ("create", "list") else view(request, pk=1)
            response.render()
            _check(response)

    return drive


def _graphql(name: str, *questions: str) -> Callable[[], None]:
    """A type of queries, or a mutation."""

    def drive() -> None:
        graphene = import_module("graphene")
        cls = _named(name)
        if hasattr(cls._meta, "model") and issubclass(cls, graphene.ObjectType) and not hasattr(cls, "Field"):
            # As a list that nobody of the project resolves.
            rows = cls._meta.model._default_manager.all()  # noqa: SLF001 - as graphene-django does
            listed = {"all": graphene.List(cls), "resolve_all": lambda _root, _info: rows}
            schema = graphene.Schema(query=type("Query", (graphene.ObjectType,), listed))
        elif hasattr(cls, "Field"):
            fields = {"it": cls.Field()}
            mutation = type("Mutation", (graphene.ObjectType,), fields)
            query = type("Query", (graphene.ObjectType,), {"nothing": graphene.Int()})
            schema = graphene.Schema(query=query, mutation=mutation)
        else:
            schema = graphene.Schema(query=cls)
        for question in questions:
            done = schema.execute(question, context_value=_request("get", "/", None))
            assert not done.errors, done.errors

    return drive


def _strawberry(name: str, *questions: str) -> Callable[[], None]:
    """A type of queries or mutations; a type of rows is shown for all of them."""

    def drive() -> None:
        strawberry = import_module("strawberry")
        cls = _named(name)
        nothing = strawberry.type(type("Nothing", (), {"__annotations__": {"it": int}, "it": 0}))
        if hasattr(cls, "__strawberry_django_definition__"):
            listed = {
                "__annotations__": {"all": GenericAlias(list, cls)},
                "all": import_module("strawberry_django").field(),
            }
            schema = strawberry.Schema(query=strawberry.type(type("Query", (), listed)))
        elif questions[0].startswith("mutation"):
            schema = strawberry.Schema(query=nothing, mutation=cls)
        else:
            schema = strawberry.Schema(query=cls)
        for question in questions:
            done = schema.execute_sync(question, context_value={"request": _request("get", "/", None)})
            assert not done.errors, done.errors

    return drive


def _admin(*requests: tuple[str, str, Data]) -> Callable[[], None]:
    """Pages of the admin: method, path, data."""

    def drive() -> None:
        from django.urls import path, resolve

        site = import_module("admin_views").site
        import_module("monolith.urls").urlpatterns[1:] = [path("site/", site.urls)]
        _forget_urls()
        for method, where, data in requests:
            full = f"/site/{where}/"
            match = resolve(full)
            request = _request(method, full, data)
            request.resolver_match = match
            response = match.func(request, *match.args, **match.kwargs)
            getattr(response, "render", lambda: None)()
            _check(response)

    return drive


def _forget_urls() -> None:
    from django.urls import clear_url_caches

    clear_url_caches()


def _check(response: Any) -> None:
    assert response.status_code < 400, response.content[:500]


def _written_by_admin(model: str, key: int, data: Data, changes: Data | None = None) -> Callable[[], None]:
    return _admin(
        ("get", model, {}),
        ("get", f"{model}/add", {}),
        ("post", f"{model}/add", data),
        ("get", f"{model}/{key}/change", {}),
        ("post", f"{model}/{key}/change", data | (changes or {})),
        ("get", f"{model}/{key}/delete", {}),
        ("post", f"{model}/{key}/delete", {"post": "yes"}),
        ("post", model, {"action": "delete_selected", "_selected_action": ["2"], "post": "yes"}),
    )


_LINES = {"lines-TOTAL_FORMS": "1", "lines-INITIAL_FORMS": "0", "lines-0-product": "2", "lines-0-amount": "3"}
_ONE_LINE = {
    "number": "N9",
    "lines-INITIAL_FORMS": "1",
    "lines-0-id": "3",
    "lines-0-order": "3",
    "lines-0-product": "2",
    "lines-0-amount": "5",
    "lines-0-DELETE": "on",
}
_ORDER = {"user": "1", "number": "N8", "total": "3"}

_SHOWN = ("Listed", "Detailed", "ByName", "Added", "Given")

DRIVERS: dict[str, Callable[[], None]] = {
    "generic_views.OrderList": _view("generic_views.OrderList", ("get", {})),
    "generic_views.PaidOrders": _view("generic_views.PaidOrders", ("get", {})),
    "generic_views.OrderShown": _view("generic_views.OrderShown", ("get", {})),
    "generic_views.OrderAdded": _view("generic_views.OrderAdded", ("get", {}), ("post", {"user": 1, "number": "N8"})),
    "generic_views.OrderAddedByForm": _view(
        "generic_views.OrderAddedByForm", ("get", {}), ("post", {"user": 1, "number": "N8", "products": [1]})
    ),
    "generic_views.OrderChanged": _view("generic_views.OrderChanged", ("get", {}), ("post", {"number": "N8"})),
    "generic_views.OrderBilled": _view(
        "generic_views.OrderBilled", ("get", {}), ("post", {"user": 1, "number": "N8", "products": [1]})
    ),
    "generic_views.OrderRemoved": _view("generic_views.OrderRemoved", ("get", {}), ("post", {})),
    "generic_views.FavoriteRemoved": _view("generic_views.FavoriteRemoved", ("get", {}), ("post", {})),
    "generic_views.Asked": _view("generic_views.Asked", ("get", {}), ("post", {"user": 1})),
    "generic_views.Start": _view("generic_views.Start", ("get", {})),
    **{f"templates.{name}": _view(f"templates.{name}", ("get", {})) for name in _SHOWN},
    "rest_views.OrderViews": rest(
        "rest_views.OrderViews",
        ("get", "list", {}),
        ("get", "retrieve", {}),
        ("post", "create", {"user": 1, "number": "N8"}),
        ("put", "update", {"user": 1, "number": "N9"}),
        ("patch", "partial_update", {"number": "N7"}),
        ("delete", "destroy", {}),
    ),
    "rest_views.InvoiceViews": rest(
        "rest_views.InvoiceViews",
        ("get", "list", {}),
        ("get", "retrieve", {}),
        ("patch", "partial_update", {"amount": 7}),
    ),
    "rest_views.OrderReadings": rest("rest_views.OrderReadings", ("get", "list", {}), ("get", "retrieve", {})),
    "rest_views.ColorViews": rest(
        "rest_views.ColorViews", ("post", "create", {"name": "green"}), ("delete", "destroy", {})
    ),
    "rest_views.LineViews": rest("rest_views.LineViews", ("put", "update", {"amount": 4}), ("post", "pay", {})),
    "rest_views.NarrowViews": rest("rest_views.NarrowViews", ("get", "list", {}), ("get", "retrieve", {})),
    "rest_views.OrderMade": rest("rest_views.OrderMade", ("post", "", {"user": 1, "number": "N8"})),
    "rest_views.OrderKept": rest("rest_views.OrderKept", ("get", "", {}), ("patch", "", {"number": "N8"})),
    "rest_views.OrderGone": rest("rest_views.OrderGone", ("delete", "", {})),
    "rest_views.UserOrders": rest("rest_views.UserOrders", ("get", "", {})),
    "graphql_types.OrderLines": _graphql("graphql_types.OrderLines", "{ lines { id amount } }"),
    "graphql_types.OrderNode": _graphql(
        "graphql_types.OrderNode", "{ all { number lines { amount } products { name } } }"
    ),
    "graphql_types.LineNode": _graphql(
        "graphql_types.LineNode", "{ all { amount order { number } product { name } } }"
    ),
    "graphql_types.OrdersOf": _graphql("graphql_types.OrdersOf", "{ orders { id number } }"),
    "graphql_types.ColorSaved": _graphql(
        "graphql_types.ColorSaved",
        'mutation { it(input: {name: "green"}) { color { id } } }',
        'mutation { it(input: {id: "1", name: "gray"}) { color { id } } }',
    ),
    "graphql_types.LineSaved": _graphql(
        "graphql_types.LineSaved", "mutation { it(input: {id: 1, amount: 2}) { amount } }"
    ),
    "graphql_types.OrderPaid": _graphql("graphql_types.OrderPaid", "mutation { it(pk: 1) { order { id } } }"),
    "strawberry_types.OrderType": _strawberry(
        "strawberry_types.OrderType", "{ all { number lines { amount } products { name } } }"
    ),
    "strawberry_types.Colors": _strawberry("strawberry_types.Colors", "{ colors { name } }"),
    "strawberry_types.ColorAdded": _strawberry(
        "strawberry_types.ColorAdded", 'mutation { it(data: {name: "green"}) { id } }'
    ),
    "strawberry_types.ColorChanged": _strawberry(
        "strawberry_types.ColorChanged", 'mutation { it(data: {id: "1", name: "gray"}) { id } }'
    ),
    "strawberry_types.LineRemoved": _strawberry(
        "strawberry_types.LineRemoved", 'mutation { it(data: {id: "1"}) { id } }'
    ),
    "strawberry_types.OrderPaid": _strawberry("strawberry_types.OrderPaid", "mutation { it(pk: 1) { id } }"),
    "admin_views.OrderAdmin": _written_by_admin("orders/order", 3, _ORDER | {"products": ["1"]} | _LINES, _ONE_LINE),
    "admin_views.InvoiceAdmin": _admin(
        ("get", "billing/invoice", {}),
        ("get", "billing/invoice/add", {}),
        ("post", "billing/invoice/add", {"order": "1", "amount": "1"}),
        ("post", "billing/invoice/1/change", {"order": "1", "amount": "2"}),
        ("post", "billing/invoice", {"action": "refund", "_selected_action": ["1"]}),
        ("post", "billing/invoice/1/delete", {"post": "yes"}),
    ),
    "admin_views.FavoriteAdmin": _admin(("get", "orders/favorite", {})),
    "admin_views.DocAdmin": _written_by_admin("billing/doc", 1, {"order": "1", "text": "new"}),
    "admin_views.RushAdmin": _written_by_admin(
        "billing/rushorder", 4, {"user": "1", "number": "N8", "hours": "2"}, {"number": "N9"}
    ),
    "admin_views.TrackedAdmin": _written_by_admin("catalog/tracked", 1, {"name": "new"}),
    "admin_views.ProductAdmin": _admin(
        ("get", "catalog/product", {"q": "blue"}),
        ("get", "catalog/product/add", {}),
        ("post", "catalog/product/add", {"name": "new", "color": "1"}),
        ("post", "catalog/product/1/change", {"name": "other", "color": "1"}),
        ("post", "catalog/product/3/delete", {"post": "yes"}),
    ),
    "admin_views.ColorAdmin": _written_by_admin("catalog/color", 1, {"name": "new"}, {"name": "other"}),
}
"""By group and class."""
