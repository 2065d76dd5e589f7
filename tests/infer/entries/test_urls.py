"""URL patterns: one entry point for each, with what its view does."""

import pytest

from tests.support.entries import check_entries, entry_points_of, told

VIEWS = """
    from django.contrib.auth.decorators import login_required
    from django.views import View

    def pay(request, pk):
        store(pk)

    def store(pk):
        Order.objects.filter(pk=pk).update(paid=True)

    class Ship(View):
        def get(self, request):
            return list(Line.objects.all())

        def post(self, request):
            self.ship()

        def ship(self):
            Line.objects.create()
"""


def _urls(patterns: str) -> dict[str, str]:
    return {
        "config/urls.py": f"""
            from django.urls import include, path, re_path
            from desk import views
            urlpatterns = [{patterns}]
        """
    }


def test_functions_and_classes():
    check_entries(
        "url",
        VIEWS,
        """
        orders/<pk>/pay/ desk.views.pay: writes shop_order
        ship/ desk.views.Ship: writes shop_line; reads shop_line
        """,
        files=_urls('path("orders/<pk>/pay/", views.pay), path("ship/", views.Ship.as_view())'),
    )


def test_views_wrapped_six_times():
    files = {
        "config/urls.py": """
            from django.contrib.auth.decorators import login_required
            from django.urls import path
            from django.views.decorators.cache import never_cache
            from django.views.decorators.csrf import csrf_exempt
            from django.views.decorators.gzip import gzip_page
            from django.views.decorators.http import require_POST
            from desk import views

            def twice(view):
                def inner(request):
                    return view(request)
                return inner

            urlpatterns = [
                path("a/", gzip_page(never_cache(csrf_exempt(require_POST(login_required(twice(views.pay))))))),
            ]
        """
    }
    urls = [point for point in entry_points_of(VIEWS, files=files) if point.kind == "url"]
    assert told(urls) == ["a/ desk.views.pay: writes shop_order"]
    assert urls[0].certainty == "inferred"


def test_other_names_of_a_pattern():
    (point,) = (
        point
        for point in entry_points_of(
            VIEWS,
            files=_urls('path("shop/", include(([path("pay/", views.pay, name="pay")], "shop"), namespace="store"))'),
        )
        if point.kind == "url"
    )
    assert (point.name, point.aliases) == ("shop/pay/", ("store:pay", "pay"))
    assert point.declared == ("config/urls.py", 4)


@pytest.mark.parametrize(
    ("pattern", "is_one"),
    [("hooks/stripe/webhook/", True), ("payments/callback/", True), ("orders/", False)],
)
def test_webhooks_by_name(pattern, is_one):
    points = entry_points_of(VIEWS, files=_urls(f'path("{pattern}", views.pay)'))
    assert [point.is_webhook for point in points if point.kind == "url"] == [is_one]
