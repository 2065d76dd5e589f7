"""URL patterns and views that are named by texts: in the configurations of apps, and from module to module."""

import pytest

from tests.support.routes import routes_of

SETTINGS = """
INSTALLED_APPS = ["django.contrib.auth", "plain", "shop.apps.Shop", "quay.apps.Quay"]
ROOT_URLCONF = "config.urls"
"""
APPS = """
from base.apps import Config
class {name}(Config):
    name = "{app}"
    provides = {provides}
"""
BASE = """
import django.apps
class Config(django.apps.AppConfig):
    provides = {}
"""
LOADING = """
from importlib import import_module
import six
from django.apps import apps
from django.utils import six as old_six
from base.apps import Config
def names(category):
    found = []
    for config in apps.get_app_configs():
        if not isinstance(config, Config):
            continue
        given = config.provides.get(category, ())
        if isinstance(given, KINDS):
            given = (given,)
        for each in given:
            if each not in found:
                found.append(each)
    return found
def load(name):
    module, last = name.rsplit(":", 1)
    return getattr(import_module(module), last)
def provided(category):
    loaded = {}
    for name in names(category):
        loaded[name] = load(name)
    return VALUES
"""
URLS = """
from itertools import chain
from django.urls import path
from base.loading import provided
urlpatterns = list(chain(*provided("urls")))
"""


@pytest.mark.parametrize("kinds", ["six.string_types", "str", "(str, bytes)", "old_six.string_types"])
@pytest.mark.parametrize("values", ["six.itervalues(loaded)", "loaded.values()", "old_six.itervalues(loaded)"])
def test_configurations_of_apps_name_what_is_loaded(kinds, values):
    patterns = """
        from django.urls import path
        from {0} import views
        more = [path("{0}/", views.show)]
    """
    found, blind = routes_of(
        {
            "config/settings.py": SETTINGS,
            "config/urls.py": URLS,
            "plain/__init__.py": "",
            "base/__init__.py": "",
            "base/apps.py": BASE,
            "base/loading.py": LOADING.replace("KINDS", kinds).replace("VALUES", values),
            "shop/apps.py": APPS.format(name="Shop", app="shop", provides={"urls": ["shop.patterns:more"]}),
            "shop/patterns.py": patterns.format("shop"),
            "shop/views.py": "def show(request): pass",
            "quay/__init__.py": "",
            "quay/apps.py": APPS.format(name="Quay", app="quay", provides={"urls": "quay.patterns:more"}),
            "quay/patterns.py": patterns.format("quay"),
            "quay/views.py": "def show(request): pass",
        }
    )
    assert found == ["shop/ - → shop.views.show", "quay/ - → quay.views.show"]
    assert not blind


def test_modules_that_load_from_each_other_by_name():
    # Each view is what the next module loads, by a function that takes four calls to find it.
    loading = """
        from importlib import import_module
        def load(module, name):
            return found_all(module, [name])[0]
        def found_all(module, names):
            return finder()(module, names)
        def finder():
            return found_in
        def found_in(module, names):
            return picked(import_module(module), names)
        def picked(module, names):
            found = []
            for name in names:
                value = getattr(module, name, None)
                if not value:
                    raise LookupError(name)
                found.append(value)
            return found
    """
    links = {
        f"shop/link{n}.py": f'from shop.loading import load\nshow = load("shop.link{n + 1}", "show")' for n in range(12)
    }
    found, blind = routes_of(
        {
            "config/settings.py": 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"',
            "config/urls.py": 'from django.urls import path\nfrom shop import link0\nurlpatterns = [path("", link0.show)]',
            "shop/loading.py": loading,
            "shop/link12.py": "def show(request): pass",
            **links,
        }
    )
    assert found == [" - → shop.link12.show"]
    assert not blind
