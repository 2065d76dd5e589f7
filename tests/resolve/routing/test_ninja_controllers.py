"""Controllers of django-ninja-extra, without the library's source."""

from tests.support.routes import urls

CONTROLLERS = """
    from ninja_extra import ControllerBase, ModelConfig, ModelControllerBase, api_controller, http_get, route

    @api_controller("/orders", tags=["orders"])
    class Orders(ControllerBase):
        @http_get("/{int:pk}")
        def one(self, pk: int): ...

        @route.post("")
        def place(self): ...

        def plain(self): ...

    @api_controller
    class Lines(ModelControllerBase):
        model_config = ModelConfig(model="shop.Line", allowed_routes=["list", "delete"])

    class Base:
        @http_get("/never")
        def never(self): ...
"""


def test_controllers_that_are_registered():
    assert urls(
        """
        from django.urls import path
        from ninja_extra import NinjaExtraAPI
        from shop.api import Lines, Orders

        api = NinjaExtraAPI()
        urlpatterns = [path("api/", api.urls)]
        api.register_controllers(Orders, "shop.api.Lines")
    """,
        shop__api=CONTROLLERS,
    ) == [
        "api/orders/<int:pk> api-1.0.0:one → shop.api.Orders.one",
        "api/orders/ api-1.0.0:place → shop.api.Orders.place",
        "api/ - → shop.api.Lines (list)",
        "api/<pk> - → shop.api.Lines (delete)",
    ]


def test_controllers_that_the_api_finds():
    assert urls(
        """
        from django.urls import path
        from ninja_extra import NinjaExtraAPI
        import shop.api

        api = NinjaExtraAPI(version="2")
        api.auto_discover_controllers()
        urlpatterns = [path("", api.urls)]
    """,
        shop__api=CONTROLLERS,
    )[:1] == ["orders/<int:pk> api-2:one → shop.api.Orders.one"]
