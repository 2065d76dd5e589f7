"""Routers of drf-nested-routers: patterns below those of one object."""

from tests.support.routes import urls

VIEWS = """
        from django.urls import include, path
        from rest_framework.viewsets import ReadOnlyModelViewSet
        from rest_framework_nested import routers

        class Orders(ReadOnlyModelViewSet):
            lookup_field = "number"

        class Lines(ReadOnlyModelViewSet): ...

        class Notes(ReadOnlyModelViewSet): ...
"""


def test_routers_in_routers():
    assert urls(f"""{VIEWS}
        router = routers.SimpleRouter(trailing_slash=False)
        router.register("orders", Orders, basename="order")
        lines = routers.NestedSimpleRouter(router, "orders", lookup="order")
        lines.register("lines", Lines, basename="order-line")
        notes = routers.NestedDefaultRouter(lines, "lines")
        notes.register("notes", Notes, basename="line-note")
        urlpatterns = [path("", include(router.urls)), path("", include(lines.urls)), path("", include(notes.urls))]
    """) == [
        "^orders$ order-list → config.urls.Orders (list)",
        "^orders/(?P<number>[^/.]+)$ order-detail → config.urls.Orders (retrieve)",
        "^orders/(?P<order_number>[^/.]+)/lines$ order-line-list → config.urls.Lines (list)",
        "^orders/(?P<order_number>[^/.]+)/lines/(?P<pk>[^/.]+)$ order-line-detail → config.urls.Lines (retrieve)",
        "^orders/(?P<order_number>[^/.]+)/lines/(?P<nested_2_pk>[^/.]+)/notes$ line-note-list → config.urls.Notes (list)",
        "^orders/(?P<order_number>[^/.]+)/lines/(?P<nested_2_pk>[^/.]+)/notes/(?P<pk>[^/.]+)$ line-note-detail → config.urls.Notes (retrieve)",
    ]


def test_what_isnt_registered_around_it_is_found_by_its_key():
    assert urls(f"""{VIEWS}
        class OwnRouter(routers.NestedSimpleRouter): ...

        lines = OwnRouter(routers.SimpleRouter(), "orders", lookup="order")
        lines.register("lines", Lines, basename="line")
        urlpatterns = lines.urls
    """) == [
        "^orders/(?P<order_pk>[^/.]+)/lines/$ line-list → config.urls.Lines (list)",
        "^orders/(?P<order_pk>[^/.]+)/lines/(?P<pk>[^/.]+)/$ line-detail → config.urls.Lines (retrieve)",
    ]
