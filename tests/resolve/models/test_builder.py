"""Classes -> models: what Django's ModelBase would have registered."""

import pytest

from tests.support.monolith import app, columns, labels, model, models_of, one, relations, spots, write_files


@pytest.mark.parametrize(
    "text",
    [
        "class A(models.Model): pass",
        "class Mixin: pass\nclass A(Mixin, models.Model): pass",
        "from django.db.models import Model\nclass A(Model): pass",
        "import django.db.models as m\nclass A(m.Model): pass",
        "from django.contrib.gis.db import models as gis\nclass A(gis.Model): pass",
        "class P(models.Model):\n  class Meta:\n    abstract = True\nclass A(P): pass",
        "if True:\n  class A(models.Model): pass",
        "for name in ('A',):\n  type(name, (models.Model,), {'__module__': __name__})",
        "def make():\n  class A(models.Model): pass\n  return A\nX = make()",
        "class Outer:\n  class A(models.Model): pass",
        "from .more import *",
        "try:\n  class A(models.Model): pass\nexcept ValueError:\n  pass",
    ],
)
def test_a_model(tmp_path, text):
    more = {"shop/more.py": "from django.db import models\nclass A(models.Model): pass\n"}
    catalog = models_of(tmp_path, text, files=more if "more" in text else None)
    assert model(catalog, "shop.A").table == "shop_a"


@pytest.mark.parametrize(
    "text",
    [
        "class A: x = models.CharField()",
        "class A(object): pass",
        "class Model: pass\nclass A(Model): pass",
        "import lib\nclass A(lib.Model): pass",
        "from django import forms\nclass A(forms.Form):\n  x = forms.CharField()",
        "def make():\n  class A(models.Model): pass",
        "from django.db import models as m\nclass A(m.Manager): pass",
        "if False:\n  class A(models.Model): pass",
        "A = models.Model",
        "import enum\nclass A(models.TextChoices): x = 'x'",
    ],
)
def test_what_only_looks_like_one(tmp_path, text):
    assert labels(models_of(tmp_path, text)) == []


def test_both_branches_of_an_undecided_test_are_models(tmp_path):
    text = "if unknown:\n  class A(models.Model):\n    x = models.CharField()\nelse:\n  class B(models.Model): pass"
    assert labels(models_of(tmp_path, text)) == ["shop.A", "shop.B"]


def test_a_class_below_a_base_without_source_that_declares_fields_is_a_model(tmp_path):
    catalog = models_of(tmp_path, "import lib\nclass A(lib.Base):\n  x = models.CharField()\n")
    assert labels(catalog) == ["shop.A"]
    assert model(catalog, "shop.A").bases == ("lib.Base",)
    assert ("shop/models.py", 3, "unknown-base") in spots(catalog)


def test_a_model_outside_of_apps_is_said(tmp_path):
    files = {"other/__init__.py": "", "other/models.py": "from django.db import models\nclass A(models.Model): pass\n"}
    catalog = models_of(tmp_path, "from other import models as m\n", files=files)
    assert labels(catalog) == []
    assert spots(catalog) == [("other/models.py", 2, "model-outside-apps")]


def test_an_abstract_model_may_lie_outside_of_apps(tmp_path):
    files = {
        "other/__init__.py": "",
        "other/models.py": "from django.db import models\nclass A(models.Model):\n  x = models.CharField()\n  class Meta: abstract = True\n",
    }
    catalog = models_of(tmp_path, "from other.models import A\nclass B(A): pass\n", files=files)
    assert labels(catalog) == ["other.models.A", "shop.B"]
    assert columns(catalog, "shop.B") == ["id AutoField", "x CharField"]
    assert spots(catalog) == []


def test_a_second_model_of_a_name_is_said_and_left_out(tmp_path):
    files = {"shop/more.py": "from django.db import models\nclass A(models.Model): pass\n"}
    catalog = models_of(tmp_path, "from . import more\nclass A(models.Model): x = models.CharField()", files=files)
    assert labels(catalog) == ["shop.A"]
    assert model(catalog, "shop.A").path == "shop/more.py"
    assert spots(catalog) == [("shop/models.py", 3, "duplicate-model")]


@pytest.mark.parametrize(
    ("declaration", "key"),
    [
        ("pass", "id AutoField"),
        ("x = models.IntegerField(primary_key=True)", "x IntegerField"),
        ("id = models.UUIDField(primary_key=True)", "id UUIDField"),
        ("x = models.OneToOneField('B', models.CASCADE, primary_key=True)", "x_id OneToOneField"),
    ],
)
def test_the_key_of_a_model(tmp_path, declaration, key):
    catalog = models_of(tmp_path, f"class B(models.Model): pass\nclass A(models.Model):\n  {declaration}\n")
    keys = [f"{field.column} {field.type}" for field in model(catalog, "shop.A").fields if field.primary_key]
    assert keys == [key]


@pytest.mark.parametrize(
    ("settings", "apps", "type_"),
    [
        ("", "", "AutoField"),
        ("DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'", "", "BigAutoField"),
        ("", "default_auto_field = 'django.db.models.SmallAutoField'", "SmallAutoField"),
        ("DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'", "default_auto_field = 'shop.fields.Own'", "Own"),
    ],
)
def test_the_type_of_an_automatic_key(tmp_path, settings, apps, type_):
    config = f"from django.apps import AppConfig\nclass C(AppConfig):\n  name = 'shop'\n  {apps}\n"
    catalog = models_of(tmp_path, "class A(models.Model): pass", settings, {"shop/apps.py": config} if apps else None)
    assert columns(catalog, "shop.A") == [f"id {type_}"]


def test_an_abstract_parent_hands_its_fields_down(tmp_path):
    text = """
        class P(models.Model):
            x = models.CharField()
            y = models.CharField()
            b = models.ForeignKey("B", models.CASCADE, related_name="%(app_label)s_%(class)s")
            class Meta: abstract = True
        class B(models.Model): pass
        class A(P):
            y = None
            z = models.IntegerField()
    """
    catalog = models_of(tmp_path, text)
    assert columns(catalog, "shop.A") == ["b_id ForeignKey", "id AutoField", "x CharField", "z IntegerField"]
    assert one(model(catalog, "shop.A").relations).related_name == "shop_a"
    parent = one(found for found in catalog.models if found.abstract)
    assert (parent.table, [field.name for field in parent.fields]) == (None, ["b", "x", "y"])
    assert one(parent.relations).related_name == "%(app_label)s_%(class)s"


def test_a_parent_with_a_table_is_linked(tmp_path):
    text = "class P(models.Model): x = models.CharField()\nclass A(P): y = models.CharField()\n"
    catalog = models_of(tmp_path, text)
    assert columns(catalog, "shop.A") == ["p_ptr_id OneToOneField", "y CharField"]
    assert relations(catalog, "shop.A") == ["p_ptr parent shop.P"]
    assert one(field for field in model(catalog, "shop.A").fields if field.primary_key).name == "p_ptr"


def test_a_parent_link_that_is_written_is_the_link(tmp_path):
    text = "class P(models.Model): pass\nclass A(P): up = models.OneToOneField(P, models.CASCADE, parent_link=True)\n"
    assert relations(models_of(tmp_path, text), "shop.A") == ["up parent shop.P"]


def test_a_proxy_has_the_table_of_its_parent(tmp_path):
    text = "class P(models.Model): pass\nclass A(P):\n  class Meta: proxy = True\nclass AA(A):\n  class Meta: proxy = True\n"
    catalog = models_of(tmp_path, text)
    for label in ("shop.A", "shop.AA"):
        found = model(catalog, label)
        assert (found.table, found.proxy, found.fields, found.relations) == ("shop_p", True, (), ())


def test_fields_that_are_given_to_a_class_later(tmp_path):
    text = """
        class A(models.Model): pass
        A.add_to_class("x", models.CharField())
        models.IntegerField().contribute_to_class(A, "y")
        A.z = models.CharField()
    """
    assert columns(models_of(tmp_path, text), "shop.A") == ["id AutoField", "x CharField", "y IntegerField"]


def test_a_metaclass_of_ours_may_add_fields(tmp_path):
    text = """
        from django.db.models.base import ModelBase
        class Meta(ModelBase):
            def __new__(mcs, name, bases, attrs, **kwargs):
                attrs["x"] = models.CharField()
                cls = super().__new__(mcs, name, bases, attrs, **kwargs)
                cls.add_to_class("y", models.IntegerField())
                return cls
        class A(models.Model, metaclass=Meta): pass
    """
    assert columns(models_of(tmp_path, text), "shop.A") == ["id AutoField", "x CharField", "y IntegerField"]


def test_a_field_of_ours_may_add_others(tmp_path):
    text = """
        class Money(models.DecimalField):
            def contribute_to_class(self, cls, name, **kwargs):
                super().contribute_to_class(cls, name, **kwargs)
                models.CharField().contribute_to_class(cls, f"{name}_currency")
        class P(models.Model):
            price = Money()
            class Meta: abstract = True
        class A(P): pass
        class B(models.Model): cost = Money()
    """
    catalog = models_of(tmp_path, text)
    assert columns(catalog, "shop.A") == ["id AutoField", "price Money", "price_currency CharField"]
    assert columns(catalog, "shop.B") == ["cost Money", "cost_currency CharField", "id AutoField"]


def test_a_signal_may_add_fields(tmp_path):
    text = """
        from django.db.models.signals import class_prepared
        class Before(models.Model): pass
        def add(sender, **kwargs):
            sender.add_to_class("x", models.CharField())
        class_prepared.connect(add)
        class A(models.Model): pass
    """
    catalog = models_of(tmp_path, text)
    assert columns(catalog, "shop.A") == ["id AutoField", "x CharField"]
    assert columns(catalog, "shop.Before") == ["id AutoField"]


def test_bases_are_named_in_class_order(tmp_path):
    text = "import lib\nclass M: pass\nclass P(models.Model): pass\nclass A(M, lib.X, P): pass\n"
    assert model(models_of(tmp_path, text), "shop.A").bases == ("shop.models.M", "lib.X", "shop.P")


def test_models_know_their_place(tmp_path):
    found = model(models_of(tmp_path, "\n\n@decorator\nclass A(models.Model):\n  x = 1\n"), "shop.A")
    assert (found.module, found.path, found.line) == ("shop.models", "shop/models.py", 5)


def test_a_hook_that_runs_too_long_is_said_and_the_model_stays(tmp_path):
    text = """
        class Slow(models.CharField):
            def contribute_to_class(self, cls, name, **kwargs):
                for a in range(1000):
                    for b in range(1000): self.x = a
        class A(models.Model):
            x = Slow()
            y = models.CharField()
        class B(models.Model): pass
    """
    catalog = models_of(tmp_path, text)
    assert labels(catalog) == ["shop.A", "shop.B"]
    assert "y CharField" in columns(catalog, "shop.A")
    assert {kind for _, _, kind in spots(catalog)} == {"execution-limit"}


def test_models_of_packages_are_theirs(tmp_path):
    lib = "from django.db import models\nclass P(models.Model): x = models.CharField()\nclass Abstract(models.Model):\n  y = models.CharField()\n  class Meta: abstract = True\n"
    write_files(tmp_path, {"site/lib/__init__.py": "", "site/lib/models.py": lib})
    text = "from lib.models import P, Abstract\nclass A(P): pass\nclass B(Abstract): pass\n"
    catalog = models_of(tmp_path, text, 'INSTALLED_APPS = ["shop", "lib"]', packages=["site"])
    assert not model(catalog, "lib.P").ours and not app(catalog, "lib").ours
    assert relations(catalog, "shop.A") == ["p_ptr parent lib.P"]
    assert columns(catalog, "shop.B") == ["id AutoField", "y CharField"]
    assert labels(catalog) == ["shop.A", "shop.B"]
