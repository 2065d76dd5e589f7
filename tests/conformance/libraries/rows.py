"""The rows that every case finds, and the values for annotated parameters; no code that cutpoint reads."""

import ast
from importlib import import_module
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import RequestFactory

from tests.conformance.libraries.requests import DRIVERS

__all__ = ["DRIVERS", "make_rows", "value_for"]


def make_rows() -> None:
    """A row or two in every table; Django is set up by now."""
    from celery import current_app

    current_app.conf.task_always_eager = True
    users = [User.objects.create_user(f"user{number}", f"user{number}@example.com", "secret") for number in (1, 2)]
    users[0].groups.add(Group.objects.create(name="staff"))
    _shop(import_module("shop.models"), users)
    _trees(import_module("trees.models"))
    _kinds(import_module("kinds.models"))
    _states(import_module("states.models"))
    _of_libraries(users)


def _shop(shop: Any, users: list[User]) -> None:
    first = shop.Shop.objects.create(name="Corner", city="Rome")
    for name in ("Pen", "Ink"):
        shop.Item.objects.create(shop=first, owner=users[0], name=name, price=1)
    shop.Sale.objects.create(item=shop.Item.objects.get(name="Ink"))


def _trees(trees: Any) -> None:
    comedy = trees.Genre.objects.create(name="Comedy")
    slapstick = trees.Genre.objects.create(name="Slapstick", parent=comedy)
    trees.Genre.objects.create(name="Pie fights", parent=slapstick)
    trees.Film.objects.create(genre=slapstick)
    home = trees.Page.add_root(title="Home")
    for title in ("News", "Contact"):
        trees.Page.objects.get(pk=home.pk).add_child(title=title)
    trees.Remark.objects.create(page=home)
    trees.Part.add_root(title="Car").add_child(title="Door")
    trees.Post.add_root(title="Hello", sib_order=1).add_child(title="Re: Hello", sib_order=1)


def _kinds(kinds: Any) -> None:
    oak = kinds.Tree.objects.create(name="Oak", height=9)
    kinds.Flower.objects.create(name="Rose", color="red")
    kinds.Plant.objects.create(name="Moss")
    kinds.Bed.objects.create(plant=oak)
    kinds.Car.objects.create(name="Mini")
    kinds.Bike.objects.create(name="Racer")


def _states(states: Any) -> None:
    states.Ticket.objects.create(title="x")
    states.Draft.available_objects.create(title="x")
    states.Claim.objects.create()
    states.Parcel.objects.create(title="old")
    states.Log.objects.create(text="old")


def _of_libraries(users: list[User]) -> None:
    from guardian.shortcuts import assign_perm
    from rest_framework.authtoken.models import Token
    from waffle.models import Flag, Sample, Switch

    item = import_module("shop.models").Item.objects.get(name="Ink")
    assign_perm("view_item", users[0], item)
    Token.objects.create(user=users[0])
    Flag.objects.create(name="new-shop", everyone=None, percent=50)
    Switch.objects.create(name="sale", active=True)
    Sample.objects.create(name="few", percent=50)


def value_for(annotation: ast.expr, names: dict[str, Any]) -> Any:
    """A stored row for a model, a request of somebody who is known."""
    cls = names[ast.unparse(annotation)]
    if cls.__name__ == "HttpRequest":
        request = RequestFactory().get("/?city=Rome")
        request.user = User.objects.get(pk=1)
        request.COOKIES = {}
        return request
    rows = cls._base_manager.order_by("pk")
    return rows.first()
