import pytest

from tests.support.monolith import columns, labels, model, models_of, one, spots


def the_model(root, text: str, label: str = "shop.A", settings: str = ""):
    return model(models_of(root, text, settings), label)


@pytest.mark.parametrize(
    ("options", "table"),
    [
        ("pass", "shop_a"),
        ("db_table = 'things'", "things"),
        ("db_table = 'shop' + '_' + 'things'", "shop_things"),
        ("db_table = f'{PREFIX}_things'", "x_things"),
        ("db_table = settings.PREFIX + '_things'", "y_things"),
        ('db_table = \'"schema"."things"\'', '"schema"."things"'),
        ("db_table = ''", "shop_a"),
        ("app_label = 'shop'", "shop_a"),
    ],
)
def test_the_table_of_a_model(tmp_path, options, table):
    text = f"from django.conf import settings\nPREFIX = 'x'\nclass A(models.Model):\n  class Meta:\n    {options}"
    assert the_model(tmp_path, text, settings="PREFIX = 'y'").table == table


def test_a_table_that_only_run_time_knows_is_a_blind_spot(tmp_path):
    catalog = models_of(tmp_path, "class A(models.Model):\n  class Meta:\n    db_table = unknown()")
    assert model(catalog, "shop.A").table == "shop_a"
    assert spots(catalog) == [("shop/models.py", 2, "unknown-table")]


@pytest.mark.parametrize(
    ("option", "attribute", "expected"),
    [
        ("managed = False", "managed", False),
        ("managed = True", "managed", True),
        ("managed = not True", "managed", False),
        ("abstract = True", "abstract", True),
        ("abstract = False", "abstract", False),
        ("ordering = ['x']", "managed", True),
    ],
)
def test_options_that_are_yes_or_no(tmp_path, option, attribute, expected):
    catalog = models_of(tmp_path, f"class A(models.Model):\n  class Meta:\n    {option}")
    assert getattr(one(found for found in catalog.models if found.name == "A"), attribute) is expected


def test_a_model_may_say_that_it_belongs_to_another_app(tmp_path):
    files = {"billing/__init__.py": ""}
    text = "class A(models.Model):\n  class Meta:\n    app_label = 'billing'"
    catalog = models_of(tmp_path, text, 'INSTALLED_APPS = ["shop", "billing"]', files)
    found = model(catalog, "billing.A")
    assert (found.app, found.table, found.path) == ("billing", "billing_a", "shop/models.py")


BASE = "class Base(models.Model):\n  class Meta:\n    abstract = True\n    db_table = 'base'\n    managed = False\n"


@pytest.mark.parametrize(
    ("child", "table", "managed"),
    [
        ("class A(Base): pass", "base", False),
        ("class A(Base):\n  class Meta: pass", "shop_a", True),
        ("class A(Base):\n  class Meta(Base.Meta): pass", "base", False),
        ("class A(Base):\n  class Meta(Base.Meta):\n    db_table = 'a'", "a", False),
        ("class Between(Base):\n  class Meta(Base.Meta):\n    abstract = True\nclass A(Between): pass", "base", False),
        ("class Mixin:\n  class Meta:\n    db_table = 'mixin'\nclass A(Mixin, models.Model): pass", "mixin", True),
    ],
)
def test_a_meta_is_handed_down_by_abstract_models_only(tmp_path, child, table, managed):
    found = the_model(tmp_path, f"{BASE}{child}")
    assert (found.table, found.managed, found.abstract) == (table, managed, False)


def test_a_meta_with_a_table_is_not_handed_down(tmp_path):
    text = "class P(models.Model):\n  class Meta:\n    db_table = 'p'\n    managed = False\nclass A(P): pass"
    found = the_model(tmp_path, text)
    assert (found.table, found.managed) == ("shop_a", True)


def test_ordering_by_an_owner_is_a_column(tmp_path):
    text = "class B(models.Model): pass\nclass A(models.Model):\n  b = models.ForeignKey(B, models.CASCADE)\n  class Meta:\n    order_with_respect_to = 'b'"
    assert columns(models_of(tmp_path, text), "shop.A") == ["_order OrderWrt", "b_id ForeignKey", "id AutoField"]


@pytest.mark.parametrize(
    ("settings", "swapped"),
    [("", False), ("THING_MODEL = 'shop.Thing'", False), ("THING_MODEL = 'SHOP.thing'", False), ("THING_MODEL = 'shop.Other'", True)],
)  # fmt: skip
def test_a_model_is_swapped_when_a_setting_names_another(tmp_path, settings, swapped):
    text = "class Thing(models.Model):\n  class Meta:\n    swappable = 'THING_MODEL'\nclass Other(models.Model): pass"
    catalog = models_of(tmp_path, text, settings)
    assert model(catalog, "shop.Thing").swapped is swapped
    assert not model(catalog, "shop.Other").swapped


def test_a_class_called_meta_somewhere_else_says_nothing(tmp_path):
    text = "class Meta:\n  db_table = 'x'\nclass A(models.Model):\n  class Options:\n    db_table = 'y'"
    assert the_model(tmp_path, text).table == "shop_a"


def test_a_meta_may_be_put_together_by_a_call(tmp_path):
    text = (
        "def meta(name):\n  class Meta:\n    db_table = name\n  return Meta\nclass A(models.Model):\n  Meta = meta('x')"
    )
    assert the_model(tmp_path, text).table == "x"
    assert labels(models_of(tmp_path / "two", text)) == ["shop.A"]
