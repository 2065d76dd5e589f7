"""Decorators of libraries whose source is at hand: methods keep the classes that inherit them."""

from cutpoint.domain.access import Certainty
from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import MANAGE, write_files

FILES = {
    "manage.py": MANAGE,
    "config/__init__.py": "",
    "config/settings.py": 'INSTALLED_APPS = ["shop"]\n',
    "shop/__init__.py": "",
    "shop/models.py": """
        from django.db import models

        class Order(models.Model):
            pass

        class Line(models.Model):
            pass
    """,
    "shop/views.py": """
        from described.decorators import described, labelled
        from shop.models import Line, Order

        class Removal:
            @described("removes")
            def remove(self, key):
                self.model.objects.get(pk=key).delete()

            @labelled
            def clear(self, key):
                self.model.objects.all().delete()

        class Orders(Removal):
            model = Order

        class Lines(Removal):
            model = Line
    """,
    "packages/described/__init__.py": "",
    "packages/described/decorators.py": """
        def described(text):
            def decorate(function):
                _check(function)
                function.description = text
                return function
            return decorate

        def labelled(function):
            _check(function)
            function.label = function.__name__
            return function

        def _check(function):
            if hasattr(function, "cls"):
                raise TypeError(function)
    """,
}


def test_a_decorator_is_no_caller_of_the_method(tmp_path):
    write_files(tmp_path, FILES)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    deletes = {
        (access.line, access.table, access.certainty)
        for access in analyze(options).accesses
        if access.action == "delete"
    }
    assert deletes == {(line, table, Certainty.PROVED) for line in (8, 12) for table in ("shop_order", "shop_line")}
