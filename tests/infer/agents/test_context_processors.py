"""Context processors of the project: pages that a request renders show what they add."""

from tests.support.entries import SETTINGS as ROUTED
from tests.support.entries import check_entries
from tests.support.query_snippets import check

SETTINGS = """
        INSTALLED_APPS = [
            "django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock"
        ]
        AUTH_USER_MODEL = "people.Customer"
"""
TEMPLATES = """
        TEMPLATES = [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "desk.context.wishes",
                        "desk.context.lines",
                        "desk.nowhere.nothing",
                    ]
                },
            }
        ]
"""
PROCESSORS = """
        from shop.models import Line, Wish

        def wishes(request):
            return {"wishes": Wish.objects.all()}  # read shop_wish

        def lines(request):
            return {"line_count": Line.objects.count()}  # read shop_line
"""
FILES = {
    "config/settings.py": SETTINGS + TEMPLATES,
    "desk/context.py": PROCESSORS,
    "desk/templates/desk/page.html": "{% for wish in wishes %}{{ wish.product.name }}{% endfor %}",
}


def test_a_page_shows_what_they_add():
    check(
        """
        from django.shortcuts import render
        def page(request):
            return render(request, "desk/page.html", {})  # read shop_wish, shop_product via template
        """,
        files=FILES,
    )


def test_without_a_request_they_are_not_asked():
    check(
        """
        from django.template.loader import render_to_string
        def letter(order):
            return render_to_string("desk/page.html", {"order": order})
        """,
        files=FILES,
    )


def test_what_they_read_is_read_for_the_page():
    check_entries(
        "url",
        """
        from django.shortcuts import render
        def page(request):
            return render(request, "desk/page.html", {})
        """,
        "page/ desk.views.page: reads shop_line, shop_product, shop_wish",
        files={
            **FILES,
            "config/settings.py": ROUTED + "\n".join(line[8:] for line in TEMPLATES.splitlines()),
            "config/urls.py": """
                from django.urls import path
                from desk import views
                urlpatterns = [path("page/", views.page)]
            """,
        },
    )
