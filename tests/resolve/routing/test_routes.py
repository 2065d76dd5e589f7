"""URL patterns, from ROOT_URLCONF to their views."""

import pytest

from tests.support.routes import routes_of, urls


def test_patterns_of_every_kind():
    assert urls("""
        from django.conf.urls import url
        from django.urls import path, re_path
        from django.utils.translation import gettext_lazy as _
        from shop import views
        urlpatterns = [
            path("pay/", views.pay, name="pay"),
            re_path(r"^ship/(?P<pk>\\d+)/$", views.ship),
            url(r"^old/$", view=views.Detail.as_view(), name="old"),
            path(_("betaal/"), views.pay),
        ]
    """) == [
        "pay/ pay → shop.views.pay",
        r"^ship/(?P<pk>\d+)/$ - → shop.views.ship",
        "^old/$ old → shop.views.Detail",
        "betaal/ - → shop.views.pay",
    ]


def test_includes_with_namespaces():
    assert urls(
        """
        from django.urls import include, path
        from shop import urls as shop_urls, views
        inner = [path("ship/", views.ship, name="ship")]
        urlpatterns = [
            path("a/", include("shop.urls")),
            path("b/", include("shop.urls", namespace="store")),
            path("c/", include(shop_urls)),
            path("d/", include((inner, "own"))),
            path("e/", include(inner)),
            path("f/", (inner, "app", "instance")),
        ]
        """,
        shop__urls="""
        from django.urls import path
        from shop import views
        app_name = "shop"
        urlpatterns = [path("pay/", views.pay, name="pay")]
        """,
    ) == [
        "a/pay/ shop:pay → shop.views.pay",
        "b/pay/ store:pay → shop.views.pay",
        "c/pay/ shop:pay → shop.views.pay",
        "d/ship/ own:ship → shop.views.ship",
        "e/ship/ ship → shop.views.ship",
        "f/ship/ instance:ship → shop.views.ship",
    ]


def test_patterns_in_loops_and_sums():
    assert urls("""
        from django.conf import settings
        from django.conf.urls.i18n import i18n_patterns
        from django.conf.urls.static import static
        from django.contrib import admin
        from django.urls import path
        from shop import views
        urlpatterns = [path(f"pay/{word}/", views.pay) for word in ("now", "later")]
        for word in ["one", "two"]:
            urlpatterns.append(path(f"{word}/", views.ship))
        urlpatterns = urlpatterns + [path("admin/", admin.site.urls)]
        urlpatterns += i18n_patterns(path("detail/", views.Detail.as_view()))
        urlpatterns += static("/media/", document_root="media")
        urlpatterns += static("/prints/", view=views.pay)
    """) == [
        "pay/now/ - → shop.views.pay",
        "pay/later/ - → shop.views.pay",
        "one/ - → shop.views.ship",
        "two/ - → shop.views.ship",
        "nl/detail/ - → shop.views.Detail",
        "^prints/(?P<path>.*)$ - → shop.views.pay",
    ]


def test_patterns_that_a_function_gives():
    assert urls("""
        from django.urls import include, path
        from shop import views
        VIEWS = {}
        def shown(name):
            def note(view):
                VIEWS[name] = view
                return view
            return note
        @shown("detail")
        class Detail(views.Detail): ...
        def patterns_of(*names):
            return [path(f"{name}/", VIEWS[name].as_view()) for name in names]
        urlpatterns = [path("shop/", include(patterns_of("detail")))]
    """) == ["shop/detail/ - → config.urls.Detail"]


def test_a_registry_that_inherits_from_dict():
    assert urls("""
        from collections import defaultdict
        from django.urls import include, path
        from shop import views
        class Registry(dict):
            def __setitem__(self, key, value):
                raise TypeError
        registry = Registry({"views": defaultdict(dict)})
        def register(app):
            def note(view):
                if view.__name__ not in registry["views"][app]:
                    registry["views"][app][view.__name__] = []
                registry["views"][app][view.__name__].append({"view": view, "path": view.__name__.lower()})
                return view
            return note
        register("shop")(views.Detail)
        def urls_of(app, name):
            return [path(f"{each['path']}/", each["view"].as_view()) for each in registry["views"][app][name]]
        urlpatterns = [path("shop/", include(urls_of("shop", "Detail")))]
    """) == ["shop/detail/ - → shop.views.Detail"]


def test_patterns_that_an_app_s_configuration_gives():
    files = {
        "config/settings.py": 'INSTALLED_APPS = ["shop.apps.ShopConfig"]\nROOT_URLCONF = "config.urls"\n',
        "shop/apps.py": """
            from django.apps import AppConfig
            from django.urls import path
            class ShopConfig(AppConfig):
                name = "shop"
                def ready(self):
                    from shop import views
                    self.detail = views.Detail
                @property
                def urls(self):
                    return self.get_urls(), "shop", "shop"
                def get_urls(self):
                    return [path("detail/", self.detail.as_view(), name="detail")]
        """,
        "config/urls.py": """
            from django.apps import apps
            from django.urls import include, path
            urlpatterns = [
                path("a/", apps.get_app_config("shop").urls), path("b/", include(apps.get_app_config("shop").urls[0])),
            ]
        """,
    }
    assert routes_of(files)[0] == [
        "a/detail/ shop:detail → shop.views.Detail",
        "b/detail/ detail → shop.views.Detail",
    ]


def test_views_that_ready_registers_for_each_model():
    files = {
        "config/settings.py": 'INSTALLED_APPS = ["shop.apps.ShopConfig"]\nROOT_URLCONF = "config.urls"\n',
        "shop/models.py": """
            from django.db import models
            class Journaled(models.Model):
                class Meta:
                    abstract = True
            class Order(Journaled): ...
            class Tag(models.Model): ...
        """,
        "shop/registry.py": "VIEWS = {}",
        "shop/apps.py": """
            from django.apps import AppConfig
            class ShopConfig(AppConfig):
                name = "shop"
                def ready(self):
                    from shop.models import Journaled
                    from shop.registry import VIEWS
                    for model in self.get_models():
                        if issubclass(model, Journaled):
                            VIEWS[model._meta.model_name] = "shop.views.Detail"
        """,
        "config/urls.py": """
            from django.urls import path
            from django.utils.module_loading import import_string
            from shop.registry import VIEWS
            def patterns():
                return [path(f"{name}/", import_string(view).as_view()) for name, view in VIEWS.items()]
            urlpatterns = patterns()
        """,
    }
    assert routes_of(files)[0] == ["order/ - → shop.views.Detail"]


def test_apps_that_are_gone_through():
    files = {
        "config/settings.py": 'INSTALLED_APPS = ["shop.apps.ShopConfig", "desk"]\nROOT_URLCONF = "config.urls"\n',
        "desk/__init__.py": "",
        "desk/urls.py": "from django.urls import path\nfrom shop import views\nurlpatterns = [path('x/', views.pay)]",
        "shop/apps.py": """
            from django.apps import AppConfig
            class ShopConfig(AppConfig):
                name = "shop"
                class Plugin: ...
        """,
        "shop/urls.py": "from django.urls import path\nfrom shop import views\nurlpatterns = [path('pay/', views.pay)]",
        "config/urls.py": """
            import importlib
            from django.apps import apps
            from django.urls import include, path
            urlpatterns = []
            for app in apps.get_app_configs():
                if hasattr(app, "Plugin"):
                    module = importlib.import_module(app.name + ".urls")
                    urlpatterns.append(path("", include((module.urlpatterns, app.label))))
        """,
    }
    assert routes_of(files)[0] == ["pay/ - → shop.views.pay"]


def test_patterns_that_modules_of_apps_hook_up():
    files = {
        "shop/hooks.py": """
            from importlib import import_module
            from django.apps import apps
            from django.utils.module_loading import module_has_submodule

            HOOKS = {}
            LOADED = False

            def register(name):
                def decorator(function):
                    HOOKS.setdefault(name, []).append(function)
                    return function
                return decorator

            def get_hooks(name):
                global LOADED
                if not LOADED:
                    for app in apps.get_app_configs():
                        if module_has_submodule(app.module, "hooked"):
                            import_module(f"{app.name}.hooked")
                    LOADED = True
                return HOOKS.get(name, [])
        """,
        "shop/apps.py": """
            from django.apps import AppConfig
            class ShopConfig(AppConfig):
                name = "shop"
                def ready(self):
                    from shop import hooks
                    self.greetings = [function() for function in hooks.get_hooks("greetings")]
        """,
        "shop/hooked.py": """
            from django.urls import path
            from shop import hooks, views

            @hooks.register("urls")
            def urls():
                return [path("pay/", views.pay)]

            @hooks.register("other")
            def others():
                return [path("ship/", views.ship)]
        """,
        "config/urls.py": """
            from shop import hooks
            urlpatterns = []
            for function in hooks.get_hooks("urls"):
                urlpatterns += function()
        """,
    }
    assert routes_of(files)[0] == ["pay/ - → shop.views.pay"]


def test_branches():
    assert urls("""
        import os
        from django.urls import path
        from shop import views
        urlpatterns = [path("pay/", views.pay)]
        if os.environ["SHIPS"] == "yes":
            urlpatterns += [path("ship/", views.ship)]
    """) == ["pay/ - → shop.views.pay", "ship/ - → shop.views.ship conditional"]


def test_views_of_others_are_left_out():
    assert (
        urls("""
        from django.contrib.auth import views as auth
        from django.urls import include, path
        from django.views.generic import TemplateView
        urlpatterns = [
            path("login/", auth.LoginView.as_view()), path("", include("django.contrib.auth.urls")),
            path("about/", TemplateView.as_view(template_name="about.html")),
        ]
    """)
        == []
    )


def test_includes_in_a_circle():
    routes, spots = routes_of(
        {
            "config/urls.py": """
                from django.urls import include, path
                from shop import views
                urlpatterns = [path("pay/", views.pay), path("more/", include("shop.urls"))]
            """,
            "shop/urls.py": """
                from django.urls import include, path
                from shop import views
                urlpatterns = [path("ship/", views.ship), path("again/", include("config.urls"))]
            """,
        }
    )
    assert routes == ["pay/ - → shop.views.pay", "more/ship/ - → shop.views.ship"]
    assert [(spot.path, spot.kind) for spot in spots] == [("config/urls.py", "url-circle")]


def test_a_list_that_holds_itself():
    routes, spots = routes_of(
        {
            "config/urls.py": """
                from django.urls import include, path
                from shop import views
                urlpatterns = [path("pay/", views.pay)]
                urlpatterns.append(path("more/", include(urlpatterns)))
            """
        }
    )
    assert routes[0] == "pay/ - → shop.views.pay"
    assert {spot.kind for spot in spots} == {"url-limit"}


def test_includes_that_multiply():
    files = {
        f"shop/urls{level}.py": f"""
            from django.urls import include, path
            urlpatterns = [path(f"{{number}}/", include("shop.urls{level + 1}")) for number in range(10)]
        """
        for level in range(12)
    }
    files["config/urls.py"] = """
        from django.urls import include, path
        urlpatterns = [path("", include("shop.urls0"))]
    """
    assert [spot.kind for spot in routes_of(files)[1]][:1] == ["url-limit"]


@pytest.mark.parametrize(
    ("patterns", "kind"),
    [
        ("load_patterns()", "urls-at-run-time"),
        ("[*load_patterns()]", "urls-at-run-time"),
        ('[path("a/", include(load_patterns()))]', "urls-at-run-time"),
        ('[path("a/", VIEWS[os.environ["VIEW"]])]', "view-at-run-time"),
    ],
)
def test_what_only_run_time_knows_is_a_blind_spot(patterns, kind):
    routes, spots = routes_of(
        {
            "config/urls.py": f"""
                import json
                import os
                from django.urls import include, path
                def load_patterns():
                    return json.load(open("patterns.json"))
                VIEWS = {{"pay": load_patterns}}
                urlpatterns = {patterns}
            """
        }
    )
    assert routes == []
    assert [spot.kind for spot in spots] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "urlpatterns = None",
        "urlpatterns = 7",
        'urlpatterns = ["a", 7, None, (), [], {}]',
        "from django.urls import path\nurlpatterns = [path(), path(1, 2, 3), path(route=None)]",
        "from django.urls import include, path\nurlpatterns = [path('', include()), path('', include(7))]",
        "from django.urls import include, path\nurlpatterns = [path('', include('no.such.urls'))]",
        "from django.urls import path\ndef urls():\n    return urls()\nurlpatterns = urls()",
        "urlpatterns = urlpatterns + urlpatterns",
        "class Odd(list):\n    pass\nurlpatterns = Odd()",
    ],
)
def test_odd_modules_give_no_routes(text):
    assert routes_of({"config/urls.py": text})[0] == []


def test_objects_of_djangos_classes_and_of_classes_below_them():
    assert urls("""
        from django.urls import URLPattern, URLResolver, path
        from django.urls.resolvers import RegexPattern, RoutePattern
        from shop import views
        class Guarded(URLPattern):
            def __init__(self, route, view, name=None):
                super().__init__(RoutePattern(route, is_endpoint=True), view, None, name)
        class Below(URLResolver):
            pass
        urlpatterns = [
            Guarded("pay/", views.pay, name="pay"),
            URLPattern(RoutePattern("ship/"), views.ship, name="ship"),
            Below(RegexPattern(r"^x/"), [path("pay/", views.pay)], None, "shop", "store"),
        ]
    """) == [
        "pay/ pay → shop.views.pay",
        "ship/ ship → shop.views.ship",
        "^x/pay/ - → shop.views.pay",
    ]


HANDED_OVER = """
    from django.urls import path
    from elsewhere import decorated, served
    from shop import views
    urlpatterns = {}
"""


@pytest.mark.parametrize(
    "text", ['decorated([path("pay/", views.pay)], strict=True)', '[decorated([path("pay/", views.pay)])]']
)
def test_what_a_library_makes_of_patterns_is_taken_for_them(text):
    assert urls(HANDED_OVER.format(text)) == ["pay/ - → shop.views.pay"]


def test_what_a_library_makes_is_a_blind_spot_at_its_line():
    text = HANDED_OVER.format('[\n        served("ship/", views.ship),\n        served("others/"),\n    ]')
    _, spots = routes_of({"config/urls.py": text})
    assert [(spot.line, spot.kind) for spot in spots] == [(6, "urls-at-run-time"), (7, "urls-at-run-time")]
