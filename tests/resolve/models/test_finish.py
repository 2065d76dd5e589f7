"""Targets become labels, and many-to-many fields get their tables."""

import pytest

from tests.support.monolith import model, models_of, one, relations, spots

FILES = {
    "billing/__init__.py": "",
    "billing/models.py": "from django.db import models\nclass B(models.Model): pass\nclass User(models.Model): pass\n",
}
START = "from django.conf import settings\nfrom django.apps import apps\nfrom django.contrib.auth import get_user_model\nfrom billing.models import B\n"
SETTINGS = 'INSTALLED_APPS = ["shop", "billing"]\nAUTH_USER_MODEL = "billing.User"\nLINK_MODEL = "billing.b"\n'


def catalog_with(root, declaration: str, extra: str = ""):
    return models_of(root, f"{START}{extra}class A(models.Model):\n  x = {declaration}\n", SETTINGS, FILES)


@pytest.mark.parametrize(
    ("target", "label"),
    [
        ("B", "billing.B"),
        ("'billing.B'", "billing.B"),
        ("'billing.b'", "billing.B"),
        ("'self'", "shop.A"),
        ("'A'", "shop.A"),
        ("'Later'", "shop.Later"),
        ("'other.Thing'", "other.Thing"),
        ("settings.AUTH_USER_MODEL", "billing.User"),
        ("get_user_model()", "billing.User"),
        ("settings.LINK_MODEL", "billing.B"),
        ("getattr(settings, 'OTHER_MODEL', 'billing.B')", "billing.B"),
        ("apps.get_model('billing', 'B')", "billing.B"),
        ("to=B", "billing.B"),
        ("'billing.' + 'B'", "billing.B"),
    ],
)
def test_the_target_of_a_foreign_key(tmp_path, target, label):
    catalog = catalog_with(tmp_path, f"models.ForeignKey({target}, on_delete=models.CASCADE)")
    assert relations(catalog, "shop.A") == [f"x fk {label}"]
    assert spots(catalog) == []


def test_a_target_without_source_has_the_label_that_it_most_likely_has(tmp_path):
    catalog = catalog_with(
        tmp_path, "models.ForeignKey(lib.store.models.Thing, models.CASCADE)", "import lib.store.models\n"
    )
    assert relations(catalog, "shop.A") == ["x fk store.Thing"]


@pytest.mark.parametrize("target", ["unknown()", "settings.NOTHING"])
def test_a_target_that_only_run_time_knows_is_a_blind_spot(tmp_path, target):
    catalog = catalog_with(tmp_path, f"models.ForeignKey({target}, models.CASCADE)")
    assert relations(catalog, "shop.A") == ["x fk None"]
    assert spots(catalog) == [("shop/models.py", 7, "unknown-target")]


@pytest.mark.parametrize(
    ("arguments", "on_delete"),
    [
        ("B, models.CASCADE", "CASCADE"),
        ("B, on_delete=models.PROTECT", "PROTECT"),
        ("B, on_delete=models.SET(1)", "SET"),
        ("B, on_delete=own", "own"),
        ("B", "CASCADE"),
        ("B, on_delete=models.deletion.SET_NULL, null=True", "SET_NULL"),
    ],
)
def test_what_happens_on_delete(tmp_path, arguments, on_delete):
    catalog = catalog_with(tmp_path, f"models.ForeignKey({arguments})", "def own(*a): pass\n")
    assert one(model(catalog, "shop.A").relations).on_delete == on_delete


@pytest.mark.parametrize(
    ("options", "attribute", "expected"),
    [
        ("related_name='xs'", "related_name", "xs"),
        ("related_name='%(app_label)s_%(class)ss'", "related_name", "shop_as"),
        ("related_name='+'", "related_name", "+"),
        ("null=True", "related_name", None),
        ("db_constraint=False", "db_constraint", False),
        ("db_constraint=True", "db_constraint", True),
    ],
)
def test_options_of_a_relation(tmp_path, options, attribute, expected):
    catalog = catalog_with(tmp_path, f"models.ForeignKey(B, models.CASCADE, {options})")
    assert getattr(one(model(catalog, "shop.A").relations), attribute) == expected


def test_relations_know_their_line(tmp_path):
    catalog = catalog_with(tmp_path, "models.ForeignKey(\n    B,\n    models.CASCADE)")
    relation = one(model(catalog, "shop.A").relations)
    assert (relation.path, relation.line) == ("shop/models.py", 7)


def test_a_many_to_many_has_a_model_of_its_own(tmp_path):
    catalog = catalog_with(tmp_path, "models.ManyToManyField(B)")
    assert one(model(catalog, "shop.A").relations).through == "shop.A_x"
    between = model(catalog, "shop.A_x")
    assert (between.table, between.auto_created, between.ours) == ("shop_a_x", True, True)
    assert [field.column for field in between.fields] == ["a_id", "b_id", "id"]
    assert relations(catalog, "shop.A_x") == ["a fk shop.A", "b fk billing.B"]


def test_one_to_itself_has_two_ends(tmp_path):
    catalog = catalog_with(tmp_path, "models.ManyToManyField('self')")
    assert relations(catalog, "shop.A_x") == ["from_a fk shop.A", "to_a fk shop.A"]


@pytest.mark.parametrize(
    ("options", "table"), [("db_table='links'", "links"), ("db_table='a' + 'b'", "ab"), ("blank=True", "shop_a_x")]
)
def test_its_table_may_be_named(tmp_path, options, table):
    assert model(catalog_with(tmp_path, f"models.ManyToManyField(B, {options})"), "shop.A_x").table == table


@pytest.mark.parametrize("through", ["'Link'", "'shop.Link'"])
def test_a_model_that_is_given_is_used(tmp_path, through):
    extra = "class Link(models.Model):\n  a = models.ForeignKey('A', models.CASCADE)\n  b = models.ForeignKey(B, models.CASCADE)\n"
    catalog = catalog_with(tmp_path, f"models.ManyToManyField(B, through={through})", extra)
    assert one(model(catalog, "shop.A").relations).through == "shop.Link"
    assert [found.label for found in catalog.models if found.auto_created] == []


def test_every_child_of_an_abstract_model_has_its_own(tmp_path):
    extra = "class P(models.Model):\n  y = models.ManyToManyField(B)\n  class Meta: abstract = True\nclass C(P): pass\nclass D(P): pass\n"
    catalog = catalog_with(tmp_path, "1", extra)
    assert [found.label for found in catalog.models if found.auto_created] == ["shop.C_y", "shop.D_y"]


def test_a_proxy_has_none_of_its_own(tmp_path):
    extra = "class P(models.Model):\n  y = models.ManyToManyField(B)\nclass C(P):\n  class Meta: proxy = True\n"
    catalog = catalog_with(tmp_path, "1", extra)
    assert [found.label for found in catalog.models if found.auto_created] == ["shop.P_y"]


def test_one_of_an_unmanaged_model_is_managed_only_if_the_other_side_is(tmp_path):
    extra = "class U(models.Model):\n  y = models.ManyToManyField('U2')\n  z = models.ManyToManyField(B)\n  class Meta: managed = False\nclass U2(models.Model):\n  class Meta: managed = False\n"
    catalog = catalog_with(tmp_path, "1", extra)
    assert (model(catalog, "shop.U_y").managed, model(catalog, "shop.U_z").managed) == (False, True)


def test_models_are_sorted_by_label(tmp_path):
    catalog = models_of(
        tmp_path, "class Z(models.Model): pass\nclass A(models.Model): x = models.ManyToManyField('Z')\n"
    )
    found = [item.label for item in catalog.models]
    assert found == sorted(found) == ["shop.A", "shop.A_x", "shop.Z"]
