"""The rows that every case finds, and the values for annotated parameters; no code that cutpoint reads."""

import ast
import datetime as dt
import uuid
from importlib import import_module
from typing import Any

from django.contrib.auth.models import Group
from django.db import connection
from django.test import RequestFactory

CLOCK = dt.datetime(2026, 1, 5, 12, 0, tzinfo=dt.UTC)
SUPPLIERS = [uuid.UUID(int=number) for number in (1, 2)]
BASKETS = [uuid.UUID(int=number) for number in (11, 12)]


def make_rows() -> None:
    """Two rows or three in every table; Django is set up by now."""
    archive, billing, catalog, people, shop = (
        import_module(f"{app}.models") for app in ("archive", "billing", "catalog", "people", "shop")
    )
    users, boss = _people(people)
    pen, ink, book = _catalog(catalog, boss)
    orders = _shop(shop, users, (pen, ink, book))
    _billing(billing, users, orders)
    _archive(archive)
    for thing in (pen, orders[0], users[0]):
        catalog.Note.objects.create(about=thing, text="note")


def _people(people: Any) -> tuple[Any, Any]:
    users = [
        people.User.objects.create_user(f"user{number}", f"user{number}@example.com", "secret") for number in (1, 2, 3)
    ]
    users[0].groups.add(Group.objects.create(name="staff"))
    for user in users[:2]:
        people.Profile.objects.create(user=user, bio="...")
    people.Badge.objects.create(user=users[0], code="B1")
    people.Badge.objects.create(user=None, code="B2")
    boss = people.Employee.objects.create(user=users[0], name="Ann")
    bob = people.Employee.objects.create(user=users[1], name="Bob", boss=boss)
    cid = people.Employee.objects.create(user=users[2], name="Cid", boss=boss)
    boss.friends.add(bob)
    boss.follows.add(cid)
    return users, boss


def _catalog(catalog: Any, author: Any) -> tuple[Any, Any, Any]:
    reading = catalog.Category.objects.create(name="Reading")
    poems = catalog.Category.objects.create(name="Poems", parent=reading)
    tags = [catalog.Tag.objects.create(label=label) for label in ("new", "old", "rare")]
    suppliers = [catalog.Supplier.objects.create(id=key, name=f"Supplier {key.int}") for key in SUPPLIERS]
    pen = catalog.Product.objects.create(name="Pen", category=reading, price=2)
    ink = catalog.Product.objects.create(name="Ink", price=20)
    pen.tags.add(tags[0])
    catalog.Supply.objects.create(product=pen, supplier=suppliers[0], cost=1)
    catalog.Picture.objects.create(product=pen, file="pen.png")
    book = catalog.Book.objects.create(name="Odes", category=poems, price=9, isbn="1", author=author)
    catalog.Book.objects.create(name="Laws", price=50, isbn="2")
    for product in (pen, ink):
        catalog.Stock.objects.create(product=product, amount=5)
    return pen, ink, book


def _shop(shop: Any, users: Any, products: tuple[Any, Any, Any]) -> list[Any]:
    pen, ink, book = products
    bundle = shop.Bundle.objects.create(name="Desk", price=30, saving=3)
    bundle.parts.add(pen, ink)
    for code in ("SPRING", "SUMMER"):
        shop.Coupon.objects.create(code=code)
    first = shop.Order.objects.create(customer=users[0], coupon_id="SPRING", status="paid", total=24, placed=CLOCK)
    second = shop.Order.objects.create(customer=users[1], total=9, placed=CLOCK + dt.timedelta(1))
    third = shop.Order.objects.create(customer=users[1], status="closed", placed=CLOCK + dt.timedelta(2))
    for order, product in ((first, pen), (first, ink), (second, book)):
        shop.Line.objects.create(order=order, product=product, quantity=2)
    baskets = [
        shop.Basket.objects.create(id=key, owner=owner) for key, owner in zip(BASKETS, (users[0], None), strict=True)
    ]
    baskets[0].products.add(pen)
    for user, product in ((users[0], pen), (users[0], ink), (None, None)):
        shop.Wish.objects.create(user=user, product=product, text="!", due=CLOCK.date())
    shelves = [shop.Shelf.every.create(product=product, place=place) for product, place in ((pen, "A"), (ink, "B"))]
    shop.Spot.objects.create(shelf=shelves[0])
    for number, user in ((1, users[0]), (2, users[1])):
        shop.Seat.objects.create(hall=1, number=number, holder=user)
    return [first, second, third]


def _billing(billing: Any, users: Any, orders: list[Any]) -> None:
    invoices = [
        billing.Invoice.objects.create(number=f"N{number}", order=order, amount=24, issued=CLOCK.date())
        for number, order in ((1, orders[0]), (2, orders[1]), (3, orders[1]))
    ]
    invoices[0].approved_by = users[2]
    invoices[0].save()
    for invoice in invoices[:2]:
        payment = billing.Payment.objects.create(invoice=invoice, amount=24)
        billing.Refund.objects.create(payment=payment, reason="broken")
        billing.Receipt.objects.create(invoice=invoice, text="thanks")
    for account in ("cash", "bank"):
        billing.Entry.objects.create(account=account, amount=1, booked=CLOCK)


def _archive(archive: Any) -> None:
    building = archive.Building.objects.create()
    room = archive.Room.objects.create(inside=building)
    archive.Building.objects.filter(pk=building.pk).update(entrance=room)
    reader = archive.Reader.objects.create(name="Ann")
    archive.Lending.objects.create(reader=reader, room=room, building=building)
    folder = archive.Folder.objects.create(name="outer")
    inner = archive.Folder.objects.create(name="inner", around=folder)
    paper = archive.Paper.objects.create(folder=folder)
    draft = archive.Draft.objects.create(folder=inner, version=1)
    for each in (paper, draft):
        each.readers.add(reader)
        archive.Page.objects.create(paper=each)
    for each in (paper, draft.paper_ptr):
        archive.Answer.objects.create(remark=archive.Remark.objects.create(about=each))
    second = archive.Draft(paper_ptr=paper, version=2)
    second.save_base(raw=True)
    archive.Answer.objects.create(remark=archive.Remark.objects.create(about=second))
    for name in ("free", "used"):
        lock = archive.Lock.objects.create(name=name)
        archive.Key.objects.create(lock=lock)
    archive.Door.objects.create(lock=lock)
    archive.Safe.objects.create(lock=lock)
    mark = archive.Shelfmark.objects.create(text="A")
    archive.Trace.objects.create(shelfmark=mark)
    archive.Label.objects.create(shelfmark=mark)
    siren = archive.Siren.objects.create(name="s")
    archive.Bell.objects.create(siren=siren)
    tape = archive.Tape.objects.create(text="A")
    archive.TapeTrace.objects.create(tape=tape)


def value_for(annotation: ast.expr, names: dict[str, Any]) -> Any:
    """A stored row for a model, all rows for a queryset, a list of one for a list; a request; a cursor."""
    match annotation:
        case ast.Subscript(value=ast.Name("QuerySet"), slice=model):
            return _named(model, names)._default_manager.all()  # noqa: SLF001 - the one that people mean
        case ast.Subscript(value=ast.Name("type"), slice=model):
            return _named(model, names)
        case ast.Subscript(value=ast.Name("list"), slice=item):
            return [value_for(item, names)]
        case ast.Name("HttpRequest"):
            request = RequestFactory().get("/?q=pen&page=1")
            request.user = import_module("people.models").User.objects.get(pk=1)
            return request
        case ast.Name("CursorWrapper"):
            return connection.cursor()
        case ast.Name("int" | "str" | "bool" as kind):
            return {"int": 1, "str": "1", "bool": True}[kind]
        case _:
            return _named(annotation, names)._base_manager.order_by("pk").first()  # noqa: SLF001 - every row


def _named(expression: ast.expr, names: dict[str, Any]) -> Any:
    return eval(ast.unparse(expression), names)
