"""APIs and routers of django-ninja, without the library's source."""

from tests.support.routes import urls


def test_operations_of_an_api():
    assert urls("""
        from django.urls import path
        from ninja import NinjaAPI

        api = NinjaAPI()

        @api.get("/orders")
        def orders(request): ...

        @api.post("/orders/{int:pk}", url_name="pay")
        def pay_order(request, pk: int): ...

        @api.api_operation(["PUT", "PATCH"], "/orders/{pk}/lines/")
        def lines(request, pk): ...

        urlpatterns = [path("api/", api.urls)]
    """) == [
        "api/orders api-1.0.0:orders → config.urls.orders",
        "api/orders/<int:pk> api-1.0.0:pay → config.urls.pay_order",
        "api/orders/<pk>/lines/ api-1.0.0:lines → config.urls.lines",
    ]


def test_routers_in_routers():
    assert urls("""
        from django.urls import path
        from ninja import NinjaAPI, Router

        api = NinjaAPI(urls_namespace="shop")
        outer, inner = Router(tags=["a"]), Router()

        @inner.delete("{pk}")
        def drop(request, pk): ...

        @outer.get("/")
        def index(request): ...

        def late(request): ...

        outer.add_router("/parts/", inner)
        api.add_router("/orders/", outer)
        outer.put("late")(late)
        urlpatterns = [path("v1/", api.urls)]
    """) == [
        "v1/orders/ shop:index → config.urls.index",
        "v1/orders/late shop:late → config.urls.late",
        "v1/orders/parts/<pk> shop:drop → config.urls.drop",
    ]


def test_a_router_by_its_name_and_one_in_itself():
    found = urls("""
        from django.urls import path
        from ninja import NinjaAPI, Router

        router = Router()

        @router.get("a")
        def a(request): ...

        router.add_router("x", router)
        api = NinjaAPI(version="2")
        api.add_router("o", "config.urls.router")
        urlpatterns = [path("", api.urls)]
    """)
    assert found[:2] == ["o/a api-2:a → config.urls.a", "o/x/a api-2:a → config.urls.a"]
    assert len(found) < 50


def test_other_things_that_get_are_no_routers():
    assert (
        urls("""
        from django.urls import path
        from web import api

        @api.get("/orders")
        def orders(request): ...

        urlpatterns = []
    """)
        == []
    )
