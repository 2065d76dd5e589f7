"""`as_view(model=Order)`: what views are made with, where the source of the view's base is at hand and where it is not."""

import pytest

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import MANAGE, write_files

FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\n',
    "config/urls.py": """
        from django.urls import path
        from shop.models import Order
        from shop.views import Show

        urlpatterns = [path("orders/<pk>/", Show.as_view(model=Order))]
    """,
    "shop/__init__.py": "",
    "shop/models.py": """
        from django.db import models

        class Order(models.Model):
            paid = models.BooleanField(default=False)
    """,
    "shop/views.py": """
        from siteviews.base import View

        class Show(View):
            model = None

            def get(self, request, pk):
                return self.model.objects.get(pk=pk)
    """,
}
SOURCE = {
    "packages/siteviews/__init__.py": "",
    "packages/siteviews/base.py": """
        class View:
            def __init__(self, **kwargs):
                for key, value in kwargs.items():
                    setattr(self, key, value)

            @classmethod
            def as_view(cls, **initkwargs):
                def view(request, *args, **kwargs):
                    return cls(**initkwargs).dispatch(request, *args, **kwargs)

                return view
    """,
}


@pytest.mark.parametrize("packages", [{"packages/other.py": ""}, SOURCE], ids=["not here", "here"])
def test_what_a_view_is_made_with(tmp_path, packages):
    write_files(tmp_path, FILES | packages)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = {(access.path, access.line, access.table) for access in analyze(options).accesses}
    assert found == {("shop/views.py", 8, "shop_order")}
