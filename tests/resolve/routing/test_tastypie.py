"""APIs and resources of django-tastypie, without the library's source."""

from tests.support.routes import urls

RESOURCES = """
    from tastypie.resources import ModelResource

    class OrderResource(ModelResource):
        class Meta:
            allowed_methods = ["get", "POST"]
            detail_allowed_methods = ("get", "delete")
            detail_uri_name = "code"

    class Lines(ModelResource):
        class Meta(OrderResource.Meta):
            resource_name = "order-line"
            list_allowed_methods = []
"""


def test_resources_of_an_api():
    assert urls(
        """
        from django.urls import include, path
        from shop.resources import Lines, OrderResource
        from tastypie.api import Api

        api = Api(api_name="v2")
        api.register(OrderResource())
        urlpatterns = [path("api/", include(api.urls))]
        api.register(Lines(), canonical=False)
    """,
        shop__resources=RESOURCES,
    ) == [
        "api/^(?P<api_name>v2)/^(?P<resource_name>order)/$ api_dispatch_list → shop.resources.OrderResource (get_list, post_list)",
        "api/^(?P<api_name>v2)/^(?P<resource_name>order)/(?P<code>.*?)/$ api_dispatch_detail → shop.resources.OrderResource (get_detail, delete_detail)",
        "api/^(?P<api_name>v2)/^(?P<resource_name>order-line)/(?P<code>.*?)/$ api_dispatch_detail → shop.resources.Lines (get_detail, delete_detail)",
    ]


def test_one_resource_by_itself():
    assert urls(
        """
        from django.urls import include, path
        from shop.resources import OrderResource

        orders = OrderResource()
        urlpatterns = [path("api/", include(orders.urls))]
    """,
        shop__resources=RESOURCES,
    ) == [
        "api/^(?P<resource_name>order)/$ api_dispatch_list → shop.resources.OrderResource (get_list, post_list)",
        "api/^(?P<resource_name>order)/(?P<code>.*?)/$ api_dispatch_detail → shop.resources.OrderResource (get_detail, delete_detail)",
    ]


def test_what_is_registered_with_something_else():
    assert (
        urls(
            """
        from django.urls import include, path
        from elsewhere import Api
        from shop.resources import OrderResource

        api = Api()
        api.register(OrderResource())
        urlpatterns = [path("api/", include(api.urls))]
    """,
            shop__resources=RESOURCES,
        )
        == []
    )
