"""URL patterns on branches: what a default decides against is told, and told to be unlikely."""

import pytest

from tests.support.routes import routes_of

URLS = """
import os
from os import environ
from django.conf import settings
from django.urls import include, path
from shop import views
from library import asked
urlpatterns = []
{body}
"""
PAY = 'path("pay/", views.pay)'
TESTS = {
    'os.environ.get("X", False)': False,
    'os.environ.get("X")': False,
    'environ.get("X", "")': False,
    'os.getenv("X", "1")': True,
    'os.environ.get("X", "no") == "yes"': False,
    'not os.environ.get("X", False)': True,
    "settings.DEMO": False,
    "not settings.DEMO": True,
    'getattr(settings, "DEMO", True)': False,
}
SETTINGS = """
import environ
env = environ.Env()
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "config.urls"
DEMO = env.bool("DEMO", False)
"""


def marks(body: str) -> str:
    found, _ = routes_of({"config/urls.py": URLS.format(body=body), "config/settings.py": SETTINGS})
    return " | ".join(each.partition("shop.views.")[2] for each in found)


@pytest.mark.parametrize(("test", "is_default"), TESTS.items())
@pytest.mark.parametrize(
    "body",
    [
        "if {test}:\n    urlpatterns += [{pay}]",
        "if {test}:\n    urlpatterns.append({pay})",
        "if {test}:\n    urlpatterns = [*urlpatterns, {pay}]",
        "urlpatterns += [{pay}] if {test} else []",
        "more = [{pay}]\nif {test}:\n    urlpatterns += more",
        "more = [{pay}]\nif {test}:\n    urlpatterns.extend(more)",
        "more = ({pay},)\nif {test}:\n    urlpatterns += more",
        "more = [{pay}]\nif {test}:\n    urlpatterns[len(urlpatterns):] = more",
        "more = [{pay}]\nif {test}:\n    urlpatterns = urlpatterns + more",
        "more = []\nif {test}:\n    more = [{pay}]\nurlpatterns = [path('', include(more))]",
    ],
)
def test_a_default_decides_which_branch_is_likely(body, test, is_default):
    told = marks(body.format(test=test, pay=PAY))
    assert told == ("pay conditional" if is_default else "pay conditional unlikely")


@pytest.mark.parametrize("test", ["asked()", 'os.environ["X"]', 'asked() and os.environ.get("X")'])
def test_where_no_default_decides(test):
    assert marks(f"if {test}:\n    urlpatterns += [{PAY}]") == "pay conditional"


def test_both_branches():
    body = 'if os.environ.get("X", False):\n    urlpatterns += [path("a/", views.pay)]\nelse:\n    urlpatterns += [path("b/", views.ship)]'
    assert marks(body) == "pay conditional unlikely | ship conditional"
