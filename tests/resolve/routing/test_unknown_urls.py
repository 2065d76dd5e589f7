"""URL patterns that code makes: what the project's own code makes is followed, what nobody can know is told at its line."""

from textwrap import dedent

import pytest

from tests.support.monolith import MANAGE, resolution_of

SETTINGS = 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\n'
VIEWS = "from django.http import HttpResponse\ndef index(request): ...\ndef edit(request): ...\n"
HEAD = "from django.urls import include, path\nfrom django.views.generic import View\nfrom shop import views\nfrom lib import Api, more\n"
FIRST = HEAD.count("\n") + 1


def urls(root, text):
    """(routes as `pattern name view`, (line, kind) of the blind spots) of a urls.py whose line FIRST *text* begins."""
    files = {
        "manage.py": MANAGE,
        "config/__init__.py": "",
        "config/settings.py": SETTINGS,
        "config/urls.py": HEAD + dedent(text),
        "shop/__init__.py": "",
        "shop/views.py": VIEWS,
        "shop/urls.py": "from django.urls import path\nfrom shop import views\nurlpatterns = [path('in/', views.edit)]\n",
    }
    resolution = resolution_of(root, files)
    routes = [f"{route.pattern} {route.name} {route.view.name}" for route in resolution.program.routes()]
    return routes, [(spot.line - FIRST + 1, spot.kind) for spot in resolution.catalog.blind_spots]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("urlpatterns = more()\n", 1),
        ("urlpatterns = more\n", 1),
        ("import lib\n\nurlpatterns = lib.urls.patterns\n", 3),
        ("from lib import urlpatterns\n", 1),
        ("urlpatterns = []\nif views:\n    urlpatterns = more\n", 3),
        ("urlpatterns = [\n    *more(),\n]\n", 2),
        ("urlpatterns = [\n    *more,\n]\n", 2),
        ("urlpatterns = []\nurlpatterns += more()\n", 2),
        ("urlpatterns = []\nurlpatterns += more\n", 2),
        ("urlpatterns = []\n\nurlpatterns = urlpatterns + more()\n", 3),
        ("urlpatterns = []\nurlpatterns.append(more())\n", 2),
        ("urlpatterns = []\nurlpatterns.extend(more())\n", 2),
        ("urlpatterns = []\nurlpatterns[0:0] = more()\n", 2),
        ("urlpatterns = []\nfor each in more():\n    urlpatterns.append(each)\n", 2),
        ("urlpatterns = [\n    more('x/'),\n]\n", 2),
        ("urlpatterns = [\n    path('x/', include(more())),\n]\n", 2),
        ("api = Api()\napi.add(views.index)\nurlpatterns = [path('x/', api.urls)]\n", 3),
        ("api = Api()\nurlpatterns = [path('x/', api.get_urls())]\n", 2),
        ("api = Api()\nurlpatterns = [path('x/', include(api.urls))]\n", 2),
        ("api = Api()\nurlpatterns = api.urls\n", 2),
        ("class Own(Api): ...\napi = Own()\nurlpatterns = [path('x/', api.urls)]\n", 3),
        ("class Orders(Api): ...\n\nurlpatterns = Orders().as_urlpatterns()\n", 3),
        ("class Orders(Api): ...\nurlpatterns = []\nurlpatterns += Orders().as_urlpatterns()\n", 3),
        ("def ours():\n    return more.all()\nurlpatterns = []\nurlpatterns += ours()\n", 4),
        ("urlpatterns = None\n", 1),
        ("from lib.urls import *\n", 1),
        ("urlpatterns = []\nraise RuntimeError\n", 2),
    ],
)
def test_a_list_that_is_unknown_is_told_where_it_stands(tmp_path, text, line):
    assert urls(tmp_path, text) == ([], [(line, "urls-at-run-time")])


def test_a_module_without_patterns_says_so(tmp_path):
    routes, found = urls(tmp_path, "patterns = [path('x/', views.index)]\n")
    assert (routes, [kind for _, kind in found]) == ([], ["urls-at-run-time"])


@pytest.mark.parametrize(
    "text",
    [
        "from django.contrib import admin\nurlpatterns = [path('admin/', admin.site.urls)]\n",
        "from django.contrib import admin\nurlpatterns = [path('admin/', include(admin.site.urls))]\n",
        "import lib\nurlpatterns = [path('x/', include('lib.urls')), path('y/', lib.View.as_view())]\n",
        "urlpatterns = []\n",
    ],
)
def test_what_a_library_has_of_its_own_is_no_gap(tmp_path, text):
    assert urls(tmp_path, text)[1] == []


BOTH = ["a/  index", "b/  edit"]
NAMED = ["a/ a index", "b/ b edit"]
CRUD = """
    class Crud:
        actions = ()
        root = None

        def __init__(self, root=None):
            self.root = root or self.__class__.__name__.lower()

        def view_for(self, action):
            return getattr(self, action.capitalize(), None)

        def as_urlpatterns(self):
            made = []
            for action in self.actions:
                view = self.view_for(action)
                derive = getattr(view, "derive", None)
                pattern = view.derive(self.root) if derive else "%s/%s/" % (self.root, action)
                made.append(path(pattern, view.as_view(), name="%s_%s" % (self.root, action)))
            return made

    class Order(Crud):
        actions = ("read", "close")

        class Read(View): ...

        class Close(View):
            @classmethod
            def derive(cls, root):
                return root + "/<pk>/close/"
"""
CRUD_ROUTES = ["order/read/ order_read Read", "order/<pk>/close/ order_close Close"]


@pytest.mark.parametrize(
    ("text", "routes"),
    [
        (
            "def p(r, v, **k):\n    return path(r, v, **k)\nurlpatterns = [p('a/', views.index), p('b/', views.edit)]\n",
            BOTH,
        ),
        ("p = lambda r, v: path(r + '/', v)\nurlpatterns = [p('a', views.index), p('b', views.edit)]\n", BOTH),
        (
            "def made():\n    yield path('a/', views.index)\n    yield path('b/', views.edit)\nurlpatterns = [*made()]\n",
            BOTH,
        ),
        (
            "MADE = []\ndef at(r):\n    def mark(v):\n        MADE.append(path(r, v))\n        return v\n    return mark\n@at('a/')\ndef index(request): ...\n@at('b/')\ndef edit(request): ...\nurlpatterns = MADE\n",
            BOTH,
        ),
        (
            "V = {'a': views.index, 'b': views.edit}\nurlpatterns = [path(k + '/', v, name=k) for k, v in V.items()]\n",
            NAMED,
        ),
        (
            "from typing import NamedTuple\nclass R(NamedTuple):\n    r: str\n    v: object\nALL = [R('a/', views.index), R(r='b/', v=views.edit)]\nurlpatterns = [path(each.r, each.v) for each in ALL]\n",
            BOTH,
        ),
        (
            "from typing import NamedTuple\nclass R(NamedTuple):\n    r: str\n    v: object\nALL = [R('a/', views.index), R('b/', views.edit)]\nurlpatterns = [path(r, v) for r, v in ALL]\n",
            BOTH,
        ),
        (
            "from collections import namedtuple\nR = namedtuple('R', 'r v')\nurlpatterns = [path(each.r, each.v) for each in [R('a/', views.index), R('b/', views.edit)]]\n",
            BOTH,
        ),
        (
            "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass One:\n    r: str\n@dataclass\nclass R(One):\n    v: object\n    name: str = None\n    def made(self):\n        return path(self.r, self.v)\nurlpatterns = [R('a/', views.index).made(), R('b/', v=views.edit).made()]\n",
            BOTH,
        ),
        (
            "class Page(View):\n    route = None\n    @classmethod\n    def urls(cls):\n        return [path(each.route, each.as_view()) for each in cls.__subclasses__()]\nclass A(Page):\n    route = 'a/'\nclass B(Page):\n    route = 'b/'\nurlpatterns = Page.urls()\n",
            ["a/  A", "b/  B"],
        ),
        (
            "class Page(View):\n    made = []\n    def __init_subclass__(cls, **k):\n        cls.made.append(cls)\nclass A(Page):\n    route = 'a/'\nclass B(Page):\n    route = 'b/'\nurlpatterns = [path(each.route, each.as_view()) for each in Page.made]\n",
            ["a/  A", "b/  B"],
        ),
        (
            "class Site:\n    def __init__(self):\n        self.held = {}\n    def register(self, n, v):\n        self.held[n] = v\n    @property\n    def urls(self):\n        return [path(n + '/', v, name=n) for n, v in self.held.items()], 'site', 'site'\nsite = Site()\nsite.register('a', views.index)\nsite.register('b', views.edit)\nurlpatterns = [path('', site.urls)]\n",
            ["a/ site:a index", "b/ site:b edit"],
        ),
        (CRUD + "    urlpatterns = Order().as_urlpatterns()\n", CRUD_ROUTES),
        (CRUD + "    urlpatterns = []\n    urlpatterns += Order().as_urlpatterns()\n", CRUD_ROUTES),
        (CRUD + "    urlpatterns = [*Order('order').as_urlpatterns()]\n", CRUD_ROUTES),
        ("import lib\nurlpatterns = [path('x/', lib.guarded([], 'shop.urls'))]\n", ["x/in/  edit"]),
        ("class Own(Api): ...\nurlpatterns = [path('x/', Own.as_modal())]\n", ["x/  Own"]),
    ],
)
def test_patterns_that_code_of_the_project_makes(tmp_path, text, routes):
    assert urls(tmp_path, text) == (routes, [])


LONG = """
    def made():
        for view in range(100):
            for method in range(200):
                pass
        return [path("a/", views.index)]
"""


@pytest.mark.parametrize("ready", [False, True])
def test_a_router_of_the_project_may_go_through_much(tmp_path, ready):
    config = f"""
        from django.apps import AppConfig
        class ShopConfig(AppConfig):
            name = "shop"
            def ready(self):
                {"from config import urls" if ready else "pass"}
    """
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "apps.py").write_text(dedent(config))
    assert urls(tmp_path, LONG + "    urlpatterns = made()\n") == (["a/  index"], [])
