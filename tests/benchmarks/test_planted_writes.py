"""The benchmark of planted writes on a small tree: what it plants is fixed by the seed, and it can tell caught from silent."""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.planted_writes.__main__ import draw, judge
from benchmarks.planted_writes.kinds import ALL
from benchmarks.planted_writes.plan import Insertion, Plant, read_plan, write_plan
from benchmarks.planted_writes.tables import figures, missed

_PLANS = Path(__file__).parents[2] / "benchmarks/planted_writes/plans"
_PLAIN = "django.db.models.fields"
_TREE = {
    "site_of/settings.py": 'INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "orders", "billing"]\n',
    "orders/models.py": (
        "from django.db import models\n\n\n"
        "class Customer(models.Model):\n    name = models.CharField(max_length=9)\n\n\n"
        "class Order(models.Model):\n    state = models.CharField(max_length=9)\n"
        '    customer = models.ForeignKey(Customer, models.CASCADE, null=True, related_name="orders")\n'
    ),
    "billing/models.py": "from django.db import models\n\n\nclass Invoice(models.Model):\n    total = models.IntegerField()\n",
    **{
        f"billing/{name}.py": (
            "from django.shortcuts import get_object_or_404\n\nfrom orders.models import Customer, Order\n\n\n"
            "def look(request, pk):\n    order = get_object_or_404(Order, pk=pk)\n    print(order)\n    return order\n\n\n"
            "def count(customer: Customer):\n    orders = Order.objects.filter(customer=customer)\n    return orders.count()\n"
        )
        for name in (
            "bills",
            "dunning",
            "letters",
            "taxes",
            "refunds",
            "ledgers",
            "prices",
            "mails",
            "banks",
            *map("part_{}".format, range(9)),
        )
    },
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    folder = tmp_path_factory.mktemp("planted") / "shop"
    for path, text in _TREE.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.with_name("__init__.py").touch()
        place.write_text(text)
    return folder


@pytest.fixture(scope="module")
def truth(tree):
    word = {"n": "state", "c": f"{_PLAIN}.CharField"}
    key = {"n": "customer", "c": f"{_PLAIN}.related.ForeignKey", "col": "customer_id", "kind": "fk", "null": True}
    said = {
        "name": tree.name,
        "settings_module": "site_of.settings",
        "commit": "-",
        "path": [],
        "settings": {"AUTH_USER_MODEL": "auth.User"},
        "apps": [{"label": app, "path": app, "first": True} for app in ("orders", "billing")],
        "models": [
            _model("orders", "Customer", {**word, "n": "name"}),
            _model(
                "orders",
                "Order",
                word,
                {**key, "to": "orders.Customer", "on_delete": "CASCADE", "related_name": "orders"},
            ),
            _model("billing", "Invoice", {"n": "total", "c": f"{_PLAIN}.IntegerField"}),
            {
                **_model("auth", "User", {**word, "n": "password"}),
                "module": "django.contrib.auth.models",
                "first": False,
            },
        ],
    }
    path = tree.parent / "said.json.gz"
    with gzip.open(path, "wt") as file:
        json.dump(said, file)
    return path


def _model(app, name, *fields):
    place = {"module": f"{app}.models", "file": f"{app}/models.py", "table": f"{app}_{name.lower()}"}
    label = {"label": f"{app}.{name}", "app": app, "cls": name}
    return {**label, **place, "first": True, "managed": True, "proxy": False, "fields": [*fields]}


def _drawn(tree, truth, seed="a test"):
    return draw([[str(tree), str(truth), "6", "4", "3"]], seed)


def test_all_that_is_planted_is_caught_also_beside_deleted_writes(tree, truth, tmp_path):
    plan = tmp_path / "plan.tsv"
    projects, plants = _drawn(tree, truth)
    assert sum(each.receiver != "new" for each in plants) == 6
    assert any(each.deleted for each in plants)
    write_plan(plan, "a test", projects, plants)
    results = judge(plan, tree.parent, tmp_path, set())
    assert [missed(each) for each in results if not each.is_caught] == []
    assert figures(results).splitlines()[2] == "| all: all | 10 | 10 |"


def test_what_only_reads_is_not_caught(tree, truth, tmp_path):
    text = "    from orders.models import Customer\n    Customer.objects.get(pk=1).name\n"
    place = Insertion("billing/bills.py", 7, text)
    reads = Plant(1, tree.name, "a read", "", "new", "billing", "orders_customer", "orders", None, place, None)
    plan = tmp_path / "plan.tsv"
    write_plan(plan, "none", _drawn(tree, truth)[0], [reads])
    (result,) = judge(plan, tree.parent, tmp_path, set())
    assert not result.is_caught
    assert result.said == ("new note billing -> orders read orders_customer",)


def test_another_table_or_another_app_is_not_the_right_one(tree, truth, tmp_path):
    text = "    from orders.models import Customer\n    Customer.objects.get(pk=1).delete()\n"
    place = Insertion("billing/bills.py", 7, text)
    wrong = Plant(1, tree.name, "a delete", "", "new", "billing", "orders_order", "orders", None, place, None)
    elsewhere = wrong._replace(
        number=2, app="orders", table="orders_customer", new=place._replace(path="billing/banks.py")
    )
    right = wrong._replace(number=3, table="orders_customer", new=place._replace(path="billing/mails.py"))
    plan = tmp_path / "plan.tsv"
    write_plan(plan, "none", _drawn(tree, truth)[0], [wrong, elsewhere, right])
    assert [each.is_caught for each in judge(plan, tree.parent, tmp_path, set())] == [False, False, True]


def test_the_seed_decides_all_and_a_plan_holds_it(tree, truth, tmp_path):
    projects, plants = _drawn(tree, truth)
    assert _drawn(tree, truth)[1] == plants
    assert _drawn(tree, truth, "another")[1] != plants
    write_plan(tmp_path / "plan.tsv", "a test", projects, plants)
    assert read_plan(tmp_path / "plan.tsv") == ({tree.name: projects[0]}, plants)


@pytest.mark.parametrize("name", ["first", "second"])
def test_plans_hold_what_was_asked_for(name):
    plants = read_plan(_PLANS / f"{name}.tsv")[1]
    assert [each.number for each in plants] == list(range(1, 301))
    assert sum(each.receiver != "new" for each in plants) >= 150
    assert sum(each.deleted is not None for each in plants) >= 60
    assert [each.number for each in plants if each.app == each.owner] == []


def test_drawing_takes_nothing_of_cutpoint():
    asked = "import sys, benchmarks.planted_writes.drawing; print([name for name in sys.modules if name.startswith('cutpoint')])"
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_kinds_do_what_they_are_said_to_do_when_they_are_run():
    chosen = (
        "save of a row",
        "related update",
        "many-to-many set",
        "proxy",
        "ModelForm",
        "soft delete of safedelete",
        "lock",
    )
    assert set(chosen) - {kind.name for kind in ALL} == {"lock"}
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "benchmarks.planted_writes.execute", *chosen],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = dict(line.split("\t")[::2] for line in done.stdout.splitlines())
    assert said.keys() == set(chosen)
    assert (said["lock"], said["save of a row"]) == ("nothing", "orders_tag")
