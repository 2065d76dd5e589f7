import pytest

from cutpoint.domain.values import Place
from tests.support.executed import Executed, executed, shown

MODELS = """
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
class Base(models.Model):
  class Meta: abstract = True
class Order(Base): pass
class User(models.Model): pass
class Plain: pass
"""


def looked_up(code: str, **known) -> Executed:
    """*code* in a module that is called when the models of app `shop` are there."""
    known.setdefault("settings", {"AUTH_USER_MODEL": "shop.User", "DEBUG": False})
    done = executed({"main.py": f"{MODELS}def f():\n  import json\n  return {code}\n"}, **known)
    done.run.app_label_of = lambda _: "shop"
    done.run.is_abstract = lambda cls: cls.name == "Base"
    return done


def text_of(code: str, **known) -> str:
    done = looked_up(code, **known)
    return shown(done.run, done.run.call(done.value("f"), [], {}, Place("main.py", 1)))


@pytest.mark.parametrize(
    "expression",
    [
        "apps.get_model('shop', 'Order')",
        "apps.get_model('shop.Order')",
        "apps.get_model('shop', 'order')",
        "apps.get_model(app_label='shop', model_name='Order')",
        "apps.get_registered_model('shop', 'Order')",
        "apps.get_app_config('shop').get_model('Order')",
        "models.get_model('shop', 'Order')",
    ],
)
def test_a_model_that_is_named(expression):
    assert text_of(expression) == "class main.Order"


@pytest.mark.parametrize(
    "expression", ["apps.get_model(unknown, 'Order')", "apps.get_model('Order')", "apps.get_model()"]
)
def test_a_model_whose_label_is_not_known_is_unknown(expression):
    assert text_of(expression) == "?"


def test_a_model_that_is_not_there_stays_a_reference():
    assert text_of("apps.get_model('shop', 'Nothing')") == "a ModelReference"


def test_the_user_model_is_the_one_of_the_settings():
    assert text_of("get_user_model()") == "class main.User"
    assert text_of("get_user_model()", settings={}) == "a ModelReference"


def test_all_models_are_those_with_a_table():
    assert text_of("[model.__name__ for model in apps.get_models()]") == "['Order', 'User']"


def test_whether_an_app_is_installed():
    installed = {"cutpoint.installed_apps": ("shop", "django.contrib.auth")}
    assert text_of("apps.is_installed('shop')", constants=installed) == "True"
    assert text_of("apps.is_installed('other')", constants=installed) == "False"
    assert text_of("apps.is_installed('shop')") == "?"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("settings.DEBUG", "False"),
        ("getattr(settings, 'DEBUG', True)", "False"),
        ("getattr(settings, 'OTHER', 1)", "1"),
        ("hasattr(settings, 'DEBUG')", "True"),
        ("hasattr(settings, 'OTHER')", "False"),
        ("settings.OTHER", "<django.conf.settings.OTHER>"),
    ],
)
def test_settings_are_those_of_the_project(expression, expected):
    assert text_of(expression) == expected


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("label", "'shop.Order'"),
        ("label_lower", "'shop.order'"),
        ("model_name", "'order'"),
        ("object_name", "'Order'"),
        ("app_label", "'shop'"),
        ("db_table", "'shop_order'"),
        ("abstract", "False"),
        ("proxy", "False"),
        ("model", "class main.Order"),
        ("verbose_name", "<django.db.models.options.Options.verbose_name>()"),
    ],
)
def test_the_options_of_a_model(attribute, expected):
    assert text_of(f"Order._meta.{attribute}") == expected
