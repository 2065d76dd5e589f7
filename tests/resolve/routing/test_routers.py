"""Routers of Django REST framework."""

import pytest

from tests.support.routes import urls

VIEWS = """
        from django.urls import include, path
        from rest_framework import routers
        from rest_framework.decorators import action
        from rest_framework.viewsets import ModelViewSet, ReadOnlyModelViewSet, ViewSet

        class Orders(ModelViewSet):
            @action(detail=True, methods=["post"], url_path="pay-now")
            def pay(self, request, pk): ...
            @action(detail=False)
            def open_ones(self, request): ...

        class Prices(ReadOnlyModelViewSet):
            lookup_field = "slug"

        class Rates(ViewSet):
            def list(self, request): ...
"""


def test_what_each_viewset_serves():
    assert urls(f"""{VIEWS}
        router = routers.DefaultRouter()
        router.register("orders", Orders, basename="order")
        router.register(r"prices", Prices, basename="price")
        router.register("rates", Rates, basename="rate")
        urlpatterns = [path("api/", include(router.urls))]
    """) == [
        "api/^orders/$ order-list → config.urls.Orders (list, create)",
        "api/^orders/open_ones/$ order-open-ones → config.urls.Orders (open_ones)",
        "api/^orders/(?P<pk>[^/.]+)/$ order-detail → config.urls.Orders (retrieve, update, partial_update, destroy)",
        "api/^orders/(?P<pk>[^/.]+)/pay-now/$ order-pay → config.urls.Orders (pay)",
        "api/^prices/$ price-list → config.urls.Prices (list)",
        "api/^prices/(?P<slug>[^/.]+)/$ price-detail → config.urls.Prices (retrieve)",
        "api/^rates/$ rate-list → config.urls.Rates (list)",
    ]


@pytest.mark.parametrize(
    ("router", "given", "slash"),
    [
        ("DefaultRouter()", '""', "/"),
        ("SimpleRouter()", 'prefix=r""', "/"),
        ("SimpleRouter(trailing_slash=False)", '""', ""),
    ],
)
def test_a_router_without_a_prefix(router, given, slash):
    handed = f"viewset=Orders, {given}" if "=" in given else f"{given}, Orders"
    assert [
        route.partition(" ")[0]
        for route in urls(f"""{VIEWS}
        router = routers.{router}
        router.register({handed}, basename="order")
        urlpatterns = [path("api/", include(router.urls))]
    """)
    ] == [
        "api/^$",
        f"api/^open_ones{slash}$",
        f"api/^(?P<pk>[^/.]+){slash}$",
        f"api/^(?P<pk>[^/.]+)/pay-now{slash}$",
    ]


def test_of_a_viewset_only_what_it_allows():
    assert urls(f"""{VIEWS}
        class Readable(Orders):
            http_method_names = ["get"]

        router = routers.SimpleRouter()
        router.register("orders", Readable, basename="order")
        urlpatterns = router.urls
    """) == [
        "^orders/$ order-list → config.urls.Readable (list)",
        "^orders/open_ones/$ order-open-ones → config.urls.Readable (open_ones)",
        "^orders/(?P<pk>[^/.]+)/$ order-detail → config.urls.Readable (retrieve)",
    ]


def test_routers_that_are_put_together():
    assert urls(f"""{VIEWS}
        class OwnRouter(routers.SimpleRouter):
            pass

        rates = OwnRouter(trailing_slash=False)
        rates.register("rates", Rates, basename="rate")
        both = OwnRouter()
        both.registry.extend(rates.registry)
        urlpatterns = rates.urls + [path("v2/", include((both.urls, "v2")))]
    """) == ["^rates$ rate-list → config.urls.Rates (list)", "v2/^rates/$ v2:rate-list → config.urls.Rates (list)"]


def test_a_root_view_of_its_own():
    assert urls(f"""{VIEWS}
        class Root(routers.APIRootView):
            pass

        router = routers.DefaultRouter()
        router.APIRootView = Root
        urlpatterns = [path("api/", include(router.urls))]
    """) == ["api/ api-root → config.urls.Root (get)"]


def test_a_register_of_something_else():
    assert (
        urls("""
        from django.urls import path
        from library import Registry
        from shop import views
        registry = Registry()
        registry.register("orders", views.Detail)
        urlpatterns = []
    """)
        == []
    )


HANDED = """
        def {name}(router):
            router.register("{name}", Rates, basename="{name}")
            return router
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (["router = a(router)"] * 8, ["a"] * 8),
        (["a(router)", "b(router)"], ["a", "b"]),
        (["router = a(b(router))"], ["b", "a"]),
        (["for add in (a, b):", "    router = add(router)"], ["a", "b"]),
        (["if asked():", "    router = a(router)", "else:", "    router = b(router)"], ["a?", "b?"]),
        (["if asked():", "    router = a(router)", "router = b(router)"], ["a?", "b"]),
    ],
)
def test_a_router_that_is_handed_on(body, expected):
    lines = "".join(f"        {line}\n" for line in body)
    text = f"""{VIEWS}
        from library import asked
{HANDED.format(name="a")}{HANDED.format(name="b")}
        router = routers.SimpleRouter()
{lines}
        router.register("last", Rates, basename="last")
        urlpatterns = router.urls
    """
    told = [f"{each[1:2]}{'?' * each.endswith('conditional')}" for each in urls(text)]
    assert told == [*expected, "l"]
