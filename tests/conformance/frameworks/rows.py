"""The rows that every case finds, and the values for annotated parameters; no code that cutpoint reads."""

import ast
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Group, Permission, User
from django.contrib.flatpages.models import FlatPage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.redirects.models import Redirect
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sites.models import SITE_CACHE, Site
from django.test import RequestFactory

from tests.conformance.frameworks.requests import DRIVERS

__all__ = ["DRIVERS", "make_rows", "value_for"]


def make_rows() -> None:
    """A row or two in every table; Django is set up by now."""
    billing, catalog, orders = (import_module(f"{app}.models") for app in ("billing", "catalog", "orders"))
    users = [User.objects.create_user(f"user{number}", f"user{number}@example.com", "secret") for number in (1, 2, 3)]
    group = Group.objects.create(name="staff")
    users[0].groups.add(group)
    users[0].user_permissions.add(Permission.objects.get(codename="view_order"))
    group.permissions.add(Permission.objects.get(codename="view_order"))
    blue = catalog.Color.objects.create(name="blue")
    catalog.Color.objects.create(name="red")
    products = [catalog.Product.objects.create(name=name, color=blue) for name in ("Pen", "Ink", "Cap")]
    catalog.Tag.objects.create(about=products[0], text="new")
    orders.Favorite.objects.create(product=products[0])
    for number, user in (("N1", users[0]), ("N2", users[1]), ("N3", users[1])):
        order = orders.Order.objects.create(user=user, number=number)
        order.products.add(products[0])
        orders.Line.objects.create(order=order, product=products[1 if number == "N3" else 0])
        if number != "N3":
            invoice = billing.Invoice.objects.create(order=order)
            billing.Payment.objects.create(invoice=invoice)
    billing.RushOrder.objects.create(user=users[2], number="R1")
    billing.RushOrder.objects.create(user=users[2], number="R2")
    billing.Doc.objects.create(order=billing.RushOrder.objects.last())
    for name in ("one", "two"):
        catalog.Tracked.objects.create(name=name)
    Site.objects.create(pk=settings.SITE_ID, domain="example.com", name="Example")
    Redirect.objects.create(site_id=settings.SITE_ID, old_path="/old/", new_path="/new/")
    FlatPage.objects.create(url="/about/", title="About").sites.add(settings.SITE_ID)
    _library(import_module("library.models"))
    session = SessionStore()
    session["seen"] = 1
    session.create()
    SITE_CACHE.clear()


def _library(library: Any) -> None:
    library.Book.objects.create(title="Odes").tags.add("red", "blue")
    library.Dish.objects.create(price=1, name="Soup")
    folder = library.Folder.objects.create(name="outer")
    library.File.objects.create(folder=folder, name="inner")
    library.Watched.objects.create(name="one")
    library.Versioned.objects.create(name="one")


def value_for(annotation: ast.expr, names: dict[str, Any]) -> Any:
    """A stored row for a model, a request of somebody with a session."""
    SITE_CACHE.clear()
    cls = names[ast.unparse(annotation)]
    if cls.__name__ == "HttpRequest":
        return _request()
    return cls._base_manager.order_by("pk").first()


def _request() -> Any:
    from django.contrib.sessions.models import Session

    request = RequestFactory().get("/about/", SERVER_NAME="example.com")
    request.user = User.objects.get(pk=1)
    request.session = SessionStore(session_key=Session.objects.get().pk)
    request._messages = FallbackStorage(request)  # noqa: SLF001 - as the middleware does
    request.COOKIES = {}
    assert not isinstance(request.user, AnonymousUser)
    return request
