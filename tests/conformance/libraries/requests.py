"""The requests that reach the classes among the cases; no code that cutpoint reads."""

import json
from collections.abc import Callable
from importlib import import_module
from typing import Any

from tests.conformance.frameworks.requests import rest

Data = dict[str, Any]


def _tastypie(name: str, *requests: tuple[str, str, Data]) -> Callable[[], None]:
    """A resource: method, `list` or `detail`, data; `pk` is 1."""

    def drive() -> None:
        from django.test import RequestFactory

        group, _, bare = name.partition(".")
        for method, kind, data in requests:
            given = {"data": json.dumps(data), "content_type": "application/json"} if data else {}
            request = getattr(RequestFactory(), method)("/", **given)
            resource = getattr(import_module(group), bare)()
            response = resource.wrap_view(f"dispatch_{kind}")(request, **({"pk": 1} if kind == "detail" else {}))
            assert response.status_code < 500, response.content

    return drive


def _ninja_extra(name: str, *requests: tuple[str, str, Data]) -> Callable[[], None]:
    """A controller: method, path, data."""

    def drive() -> None:
        from ninja_extra.testing import TestClient

        group, _, bare = name.partition(".")
        client = TestClient(getattr(import_module(group), bare))
        for method, path, data in requests:
            response = getattr(client, method)(path, **({"json": data} if data else {}))
            assert response.status_code < 400, response.content

    return drive


DRIVERS: dict[str, Callable[[], None]] = {
    "model_controllers.WholeShops": _ninja_extra(
        "model_controllers.WholeShops",
        ("get", "/", {}),
        ("get", "/1", {}),
        ("post", "/", {"name": "New"}),
        ("put", "/1", {"name": "Newer"}),
        ("delete", "/1", {}),
    ),
    "model_controllers.ShownSales": _ninja_extra("model_controllers.ShownSales", ("get", "/", {}), ("get", "/1", {})),
    "model_controllers.ServedItems": _ninja_extra(
        "model_controllers.ServedItems", ("get", "/", {}), ("get", "/cheap", {})
    ),
    "api_resources.ListedItems": _tastypie("api_resources.ListedItems", ("get", "list", {})),
    "api_resources.ShownSales": _tastypie("api_resources.ShownSales", ("get", "detail", {})),
    "api_resources.MadeShops": _tastypie("api_resources.MadeShops", ("post", "list", {"name": "New", "city": "Rome"})),
    "api_resources.RefusedShops": _tastypie("api_resources.RefusedShops", ("post", "list", {"name": "New"})),
    "api_resources.ChangedShops": _tastypie(
        "api_resources.ChangedShops",
        ("put", "detail", {"name": "Old", "city": "Rome"}),
        ("patch", "detail", {"name": "Older"}),
    ),
    "api_resources.RemovedSales": _tastypie(
        "api_resources.RemovedSales", ("delete", "detail", {}), ("delete", "list", {})
    ),
    "api_resources.OwnItems": _tastypie(
        "api_resources.OwnItems", ("get", "list", {}), ("get", "detail", {}), ("put", "detail", {"name": "New"})
    ),
    "filtered_views.ByFields": rest("filtered_views.ByFields", ("get", "list", {"shop__city": "Rome"})),
    "filtered_views.BySet": rest("filtered_views.BySet", ("get", "list", {"city": "Rome"})),
    "filtered_views.Searched": rest("filtered_views.Searched", ("get", "list", {"search": "Rome"})),
}
"""By group and class."""
