"""Middleware that the settings name."""

from tests.support.entries import SETTINGS, check_entries


def test_functions_and_classes():
    check_entries(
        "middleware",
        """
        class Carts:
            def __init__(self, get_response):
                self.get_response = get_response

            def __call__(self, request):
                Wish.objects.create()
                return self.get_response(request)

        def visits(get_response):
            def middleware(request):
                Tag.objects.create()
                return get_response(request)

            return middleware

        class Unused:
            def __call__(self, request):
                Product.objects.create()
        """,
        """
        desk.views.Carts desk.views.Carts: writes shop_wish
        desk.views.visits desk.views.visits: writes shop_tag
        """,
        files={
            "config/settings.py": SETTINGS
            + 'MIDDLEWARE = ["django.middleware.common.CommonMiddleware", "desk.views.Carts", "desk.views.visits"]'
        },
    )
