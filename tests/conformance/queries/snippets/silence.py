"""Look-alikes: words of the query API on things that have no table. Not one line here may give an access."""

import ast
import collections
import configparser
import contextlib
import contextvars
import dataclasses
import datetime
import decimal
import enum
import functools
import hashlib
import inspect
import io
import itertools
import json
import logging
import operator
import os
import pathlib
import queue
import re
import shutil
import sqlite3
import string
import tempfile
import threading
import types
import typing
import uuid
import weakref
import xml.etree.ElementTree as ElementTree
from unittest import mock

from django import forms
from django.conf import settings
from django.core import mail, signing
from django.core.cache import cache, caches
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.paginator import Paginator
from django.db import connection, models, transaction
from django.db.models import Count, F, Prefetch, Q, Sum
from django.dispatch import Signal
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.template import Context, Template
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.timezone import now

from billing.models import Entry
from catalog.models import Product, Tag
from people.models import User
from shop.models import Order

logger = logging.getLogger(__name__)
signal = Signal()

try:
    import boto3
    import redis
    import requests as web
    import stripe
    from elasticsearch import Elasticsearch
    from sqlalchemy.orm import Session
except ImportError:
    boto3 = redis = web = stripe = Elasticsearch = Session = None


class Settings:
    """A plain class with the words of a manager and a row."""

    class Objects:
        def __init__(self):
            self.rows = {}

        def get(self, key):
            return self.rows.get(key)

        def filter(self, **conditions):
            return [row for row in self.rows.values() if row == conditions]

        def all(self):
            return list(self.rows.values())

        def create(self, **values):
            self.rows[len(self.rows)] = values
            return values

        def update(self, **values):
            self.rows.update(values)

        def delete(self):
            self.rows.clear()

    objects = Objects()

    def save(self):
        self.objects.create(saved=True)

    def delete(self):
        self.objects.delete()


class Redis:
    """A client like those of key-value stores."""

    def __init__(self):
        self.values = {}

    def get(self, key):
        return self.values.get(key)

    def set(self, key, value):
        self.values[key] = value

    def delete(self, *keys):
        for key in keys:
            self.values.pop(key, None)

    def exists(self, key):
        return key in self.values

    def pipeline(self):
        return self

    def execute(self, command="SELECT * FROM shop_order"):
        return command


class Api:
    """A client of a web service whose resources have names like ours."""

    def __init__(self):
        self.orders = self
        self.customers = self

    def create(self, **values):
        return types.SimpleNamespace(id="x", save=lambda: None, delete=lambda: None, **values)

    def retrieve(self, number):
        return self.create(number=number)

    def list(self, **conditions):
        return [self.create(**conditions)]

    def all(self):
        return self.list()


class Color(enum.Enum):
    RED = "red"
    GREEN = "green"

    @classmethod
    def first(cls):
        return next(iter(cls))


class Status(models.TextChoices):
    NEW = "new", "New"
    PAID = "paid", "Paid"


@dataclasses.dataclass
class Draft:
    """A draft that saves itself into a list."""

    title: str
    saved: list = dataclasses.field(default_factory=list)

    def save(self, *, update_fields=()):
        self.saved.append(self.title)

    def delete(self):
        self.saved.clear()

    def refresh_from_db(self):
        self.saved.reverse()


class SearchForm(forms.Form):
    q = forms.CharField(required=False)
    page = forms.IntegerField(required=False)

    def save(self):
        return self.cleaned_data.get("q")


def cache_of_django():
    cache.set("order", 1, 60)
    cache.get("order")
    cache.get_or_set("order", 2)
    cache.add("order", 3)
    cache.incr("order")
    cache.delete("order")
    cache.delete_many(["order"])
    cache.get_many(["order"])
    cache.clear()


def cache_by_alias():
    caches["default"].set("shop_order", [])
    caches["default"].get("shop_order")
    caches["default"].delete("shop_order")


def sets():
    seen = set()
    seen.add(1)
    seen.update([2, 3])
    seen.remove(1)
    seen.discard(2)
    seen.union({4}).intersection({4}).difference({5})
    seen |= {6}
    seen.pop()
    seen.clear()
    return frozenset(seen).union({7})


def dicts():
    row = {"status": "new"}
    row.update(status="paid")
    row.get("status")
    row.pop("status")
    row.setdefault("total", 0)
    for value in row.values():
        print(value)
    for key, value in row.items():
        print(key, value)
    row.clear()
    row |= {"a": 1}
    return dict.fromkeys(row)


def lists():
    rows = [1, 2, 2]
    rows.remove(1)
    rows.count(2)
    rows.index(2)
    rows.insert(0, 3)
    rows.reverse()
    rows.append(4)
    rows.extend([5])
    rows.sort()
    rows.pop()
    rows.clear()
    return rows.copy()


def texts():
    text = "select * from shop_order"
    return text.count("o"), text.index("s"), text.split(), text.format(), text.join("ab"), text.replace("a", "b")


def bytes_and_numbers():
    return b"abc".count(b"a"), (3).bit_length(), decimal.Decimal(3).normalize(), 3.5.as_integer_ratio()


def counters():
    counter = collections.Counter("abc")
    counter.update("abd")
    counter.subtract("a")
    counter.most_common(1)
    return counter.get("a"), counter.total()


def ordered_and_default_dicts():
    kept = collections.OrderedDict(a=1)
    kept.update(b=2)
    kept.pop("a")
    many = collections.defaultdict(list)
    many["a"].append(1)
    many.get("a").remove(1)
    chain = collections.ChainMap(kept, many)
    chain.get("a")
    chain.update(c=3)
    line = collections.deque([1])
    line.append(2)
    line.remove(1)
    line.count(2)
    line.reverse()


def queues():
    work = queue.Queue()
    work.put(1)
    return work.get(), work.empty()


def threads_and_locks():
    lock = threading.Lock()
    with lock:
        pass
    lock.acquire()
    lock.release()
    event = threading.Event()
    event.set()
    event.clear()
    local = threading.local()
    local.order = 1
    return threading.Thread(target=print).name


def context_variables():
    current = contextvars.ContextVar("order", default=None)
    token = current.set(1)
    current.get()
    current.reset(token)


def hashes():
    digest = hashlib.sha256()
    digest.update(b"order")
    return digest.copy().hexdigest()


def expressions_of_re():
    found = re.compile(r"(\w+)").search("order")
    return found.group(1), found.groups(), re.sub("a", "b", "c"), re.match("x", "y"), re.findall("a", "a")


def paths():
    path = pathlib.Path(tempfile.gettempdir()) / "order"
    return path.exists(), path.name, path.with_suffix(".txt"), os.path.exists("x"), os.environ.get("HOME")


def files():
    stream = io.StringIO("text")
    stream.read()
    stream.seek(0)
    stream.close()
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder, "order.txt")
        place.write_text("a")
        place.unlink()
        shutil.rmtree(folder, ignore_errors=True)


def storage():
    name = default_storage.save("order.txt", ContentFile(b"text"))
    default_storage.exists(name)
    default_storage.open(name).close()
    default_storage.delete(name)


def logs():
    logger.info("order %s saved", 1)
    logger.debug("could not delete", extra={"order": 1})
    logger.getChild("x").debug("update shop_order set status = 1")
    logging.getLogger("order").filters.clear()


def own_class_with_objects():
    Settings.objects.create(a=1)
    Settings.objects.get(0)
    Settings.objects.filter(a=1)
    Settings.objects.all()
    Settings.objects.update(b=1)
    Settings.objects.delete()


def own_class_with_save():
    settings_ = Settings()
    settings_.save()
    settings_.delete()


def dataclass_with_save():
    draft = Draft("a")
    draft.save()
    draft.save(update_fields=["title"])
    draft.refresh_from_db()
    draft.delete()


def drafts_in_a_loop():
    drafts = [Draft("a"), Draft("b")]
    for draft in drafts:
        draft.save()
        draft.delete()


def enums():
    return Color.first(), Color("red").value, Color["RED"].name, [color.value for color in Color], Status.values, Status.choices


def client_of_a_store():
    redis = Redis()
    redis.set("shop_order", 1)
    redis.get("shop_order")
    redis.exists("shop_order")
    redis.pipeline().delete("shop_order")
    redis.execute()


def client_of_a_service():
    api = Api()
    order = api.orders.create(customer=1)
    order.save()
    order.delete()
    api.orders.retrieve(1).save()
    for customer in api.customers.all():
        customer.delete()
    for customer in api.customers.list(email="a"):
        customer.save()


def packages_that_may_not_be_installed():
    if redis is not None:
        client = redis.Redis()
        client.set("shop_order", 1)
        client.get("shop_order")
        client.delete("shop_order")
        with client.pipeline() as pipe:
            pipe.execute()


def payments_of_a_service():
    if stripe is not None:
        customer = stripe.Customer.create(email="a")
        customer.save()
        stripe.Customer.retrieve("x").delete()
        for invoice in stripe.Invoice.list(customer=customer.id).auto_paging_iter():
            invoice.delete()


def objects_of_a_bucket():
    if boto3 is not None:
        bucket = boto3.resource("s3").Bucket("shop")
        bucket.objects.filter(Prefix="orders/").delete()
        for item in bucket.objects.all():
            item.delete()
        boto3.client("s3").delete_object(Bucket="shop", Key="order")


def requests_to_others():
    if web is not None:
        session = web.Session()
        session.get("https://example.com").json().get("orders")
        session.delete("https://example.com")
        session.headers.update({"X": "1"})
        web.get("https://example.com").json().values()


def another_mapper():
    if Session is not None:
        session = Session()
        session.query(dict).filter(True).first()
        session.add({})
        session.delete({})
        session.execute("SELECT * FROM shop_order")


def index_of_a_search_engine():
    if Elasticsearch is not None:
        Elasticsearch().index(index="shop_order", document={})
        Elasticsearch().delete(index="shop_order", id=1)
        Elasticsearch().search(index="shop_order").get("hits")


def requests(request: HttpRequest):
    request.GET.get("q")
    request.GET.getlist("q")
    request.POST.get("q")
    request.headers.get("Accept")
    request.COOKIES.get("a")
    request.META.get("b")
    request.FILES.get("c")
    query = request.GET.copy()
    query.update({"page": "2"})
    query.pop("page")
    return query.urlencode()


def query_dicts():
    query = QueryDict("a=1", mutable=True)
    query.update({"b": "2"})
    query.setlist("c", [])
    many = MultiValueDict({"a": [1]})
    many.update({"b": 2})
    return query.get("a"), many.get("a"), list(query.values())


def responses():
    response = HttpResponse("text")
    response.set_cookie("a", "1")
    response.delete_cookie("a")
    response.headers.setdefault("X-A", "1")
    response.get("X-A")
    return JsonResponse({"orders": []}).content


def pages_of_a_list():
    page = Paginator([1, 2, 3], 2).page(1)
    return list(page.object_list), page.paginator.count, page.has_next()


def uploaded_file():
    upload = SimpleUploadedFile("order.txt", b"text")
    upload.read()
    upload.close()
    return upload.name, upload.size


def plain_session():
    session = {}
    session.update(cart=[])
    session.get("cart")
    session.pop("cart", None)


def forms_without_models():
    form = SearchForm({"q": "pen"})
    if form.is_valid():
        form.cleaned_data.get("q")
        form.cleaned_data.update(page=1)
        form.data.get("q")
        form.save()
    form.errors.get("q")
    return form.fields.get("q"), form.fields["q"].clean("a")


def templates():
    context = Context({"orders": []})
    context.update({"title": "a"})
    context.get("title")
    return Template("{{ title }}").render(context)


def trees_of_python():
    tree = ast.parse("order.save()")
    ast.walk(tree)
    return tree.body[0].value.func.attr


def trees_of_xml():
    root = ElementTree.fromstring("<orders><order id='1'/></orders>")
    order = root.find("order")
    order.set("id", "2")
    order.get("id")
    root.remove(order)
    root.insert(0, order)
    root.iter("order")
    root.clear()


def configurations():
    parser = configparser.ConfigParser()
    parser.read_string("[shop]\norder = 1")
    parser.get("shop", "order")
    parser.set("shop", "order", "2")
    return parser["shop"].get("order")


def json_and_dates():
    data = json.loads('{"orders": [{"id": 1}]}')
    data.get("orders")[0].update(id=2)
    data["orders"][0].pop("id")
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    return moment.date(), moment.replace(day=2), now().date(), uuid.uuid4().hex, string.Template("$a").substitute(a=1)


def tools_of_functions():
    first = functools.reduce(operator.add, [1, 2])
    getter = operator.itemgetter("order")({"order": 1})
    values = operator.methodcaller("count", 1)([1])
    return list(itertools.chain([1], [2])), first, getter, values, inspect.signature(print)


def mocks():
    order = mock.Mock()
    order.save()
    order.objects.filter(pk=1).delete()
    order.customer.username.update()


def namespaces():
    order = types.SimpleNamespace(save=lambda: 1, delete=lambda: 2, status="new")
    order.save()
    order.delete()
    kept = weakref.WeakValueDictionary()
    kept.update({})
    kept.get("order")


def typed_dictionaries():
    class Row(typing.TypedDict):
        status: str

    row: Row = {"status": "new"}
    row.update({"status": "paid"})
    return row.get("status")


def annotated_plain_parameters(number: int, name: str):
    rows: dict[str, list[int]] = {}
    rows.get(name, []).remove(number) if rows else None
    rows.update({name: [number]})
    for values in rows.values():
        values.count(number)
    return rows


def model_name_shadowed():
    Order = dict
    order = Order(status="new")
    order.update(status="paid")
    order.get("status")
    order.pop("status")
    return order.values()


def model_name_shadowed_by_a_parameter():
    def change(Order):
        Order.update(status="paid")
        Order.get("status")

    change({})


def model_name_shadowed_by_a_loop():
    for Order in ({"a": 1}, {"b": 2}):
        Order.update(c=3)
        Order.get("a")


def model_name_shadowed_by_a_class():
    class Tag:
        def __init__(self, label):
            self.label = label

        def save(self):
            return self.label

        class objects:  # noqa: N801
            @staticmethod
            def create(label):
                return Tag(label)

    Tag("a").save()
    Tag.objects.create("b").save()


def model_name_shadowed_by_an_import():
    from collections import Counter as Product

    product = Product("ab")
    product.update("c")
    return product.get("a")


def row_without_queries():
    tag = Tag(label="a")
    tag.label = "b"
    order = Order(customer_id=1, status="new")
    order.status = "paid"
    return tag.pk, order.customer_id, order.coupon_id, order.total, str(tag), order == tag, hash(order.__class__)


def row_with_relation_at_hand():
    user = User(username="a")
    user.set_password("a")
    user.get_full_name()
    return user.has_usable_password()


def queries_that_never_run():
    orders = Order.objects.none()
    return len(orders), orders.count(), orders.exists(), orders.first(), list(orders.values())


def classes_and_metadata():
    names = [field.name for field in Order._meta.fields]
    return names, Order._meta.db_table, Order.__name__, Order.DoesNotExist, Order._meta.get_field("status").max_length


def expressions_alone():
    condition = Q(customer__username="a") | ~Q(status="paid")
    condition.add(Q(total=1), Q.AND)
    return condition, F("customer__username"), Count("lines"), Sum("lines__quantity"), Prefetch("lines")


def exceptions():
    try:
        raise ObjectDoesNotExist("order")
    except ObjectDoesNotExist as error:
        return error.args.count("order")
    finally:
        contextlib.suppress(ValidationError)


def errors_with_details():
    error = ValidationError({"status": ["bad"]})
    error.update_error_dict({})
    return error.message_dict.get("status")


def signals_of_our_own():
    def receiver(sender, **kwargs):
        return kwargs.get("order")

    signal.connect(receiver)
    signal.send(sender=None, order=1)
    signal.disconnect(receiver)


def mails():
    message = mail.EmailMessage("Order", "select * from shop_order", to=["a@example.com"])
    message.attach("order.txt", "a")
    message.extra_headers.update({"X": "1"})
    return message.recipients().count("a@example.com")


def signed_values():
    signer = signing.Signer()
    return signer.unsign(signer.sign("order"))


def settings_of_django():
    return settings.DATABASES["default"].get("NAME"), getattr(settings, "SHOP_ORDER", None)


def urls():
    with contextlib.suppress(Exception):
        return reverse("order")
    return ""


def lazy_values():
    lazy = SimpleLazyObject(lambda: {"status": "new"})
    lazy.update(status="paid")
    return lazy.get("status")


def cached_values():
    class Box:
        @cached_property
        def rows(self):
            return {"a": 1}

        def save(self):
            self.rows.update(b=2)

        def delete(self):
            self.rows.clear()

    box = Box()
    box.save()
    box.delete()
    return box.rows.get("a")


def sql_in_a_text():
    sql = "DELETE FROM shop_order"
    print(sql, "UPDATE shop_order SET status = 1")
    return {"sql": sql}


def another_database():
    database = sqlite3.connect(":memory:")
    cursor = database.cursor()
    cursor.execute("CREATE TABLE shop_order (id INTEGER)")
    cursor.execute("INSERT INTO shop_order VALUES (1)")
    cursor.executemany("INSERT INTO shop_order VALUES (?)", [(2,), (3,)])
    cursor.execute("SELECT * FROM shop_order").fetchall()
    database.close()


def connection_without_sql():
    return connection.alias, connection.settings_dict.get("NAME"), connection.features.supports_transactions


def transaction_without_sql():
    with transaction.atomic():
        rows = {}
        rows.update(a=1)


def own_execute():
    class Command:
        def execute(self, command):
            return command

    Command().execute("DELETE FROM shop_order")


def own_generators():
    def all_orders():
        yield {"status": "new"}

    for order in all_orders():
        order.update(status="paid")
        order.get("status")


def nested_containers():
    work = {"orders": [{"lines": {1, 2}}]}
    for order in work["orders"]:
        order["lines"].add(3)
        order["lines"].remove(1)
        order.update(done=True)
        order.get("lines").clear()


def classes_with_relations_like_names():
    class Customer:
        def __init__(self):
            self.orders = []
            self.profile = {"bio": ""}

    class Order:
        def __init__(self, customer):
            self.customer = customer
            self.lines = []

        def add(self, line):
            self.lines.append(line)

    order = Order(Customer())
    order.add(1)
    order.lines.remove(1)
    order.customer.orders.append(order)
    order.customer.orders.count(order)
    order.customer.profile.update(bio="a")
    return order.customer.profile.get("bio")


def manager_alone():
    # The manager is at hand, but nobody asks it anything.
    return Order.objects, Entry.objects.model, Product.objects.db
