"""Managers that a function of a library makes, with a `get_queryset` and methods of its own."""

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
        from scoped.managers import scoped

        class Tenant(models.Model):
            name = models.TextField()

        class Desk(models.Model):
            tenant = models.ForeignKey(Tenant, models.CASCADE)

        class Order(models.Model):
            desk = models.ForeignKey(Desk, models.CASCADE, related_name="orders")
            objects = scoped(tenant="desk__tenant__name")
    """,
    "shop/views.py": """
        from shop.models import Desk, Order

        def show(desk: Desk):
            print(list(Order.objects.all()))
            print(desk.orders.first())

        def forget():
            Order.objects.unscoped().filter(pk=1).delete()
    """,
    "packages/scoped/__init__.py": "",
    "packages/scoped/managers.py": """
        import copy
        from django.db import models
        from scoped.state import current

        def scoped(manager_class=models.Manager, **scopes):
            required = set(scopes.keys())

            class Manager(manager_class):
                def unscoped(self):
                    cloned = copy.copy(self)
                    cloned.is_scoped = False
                    return cloned

                def get_queryset(self):
                    rows = super().get_queryset()
                    if not getattr(self, "is_scoped", True):
                        return rows
                    lookups = {}
                    for name in required:
                        lookups[scopes[name]] = current(name)
                    return rows.filter(**lookups)

                def all(self):
                    return super().all()

            return Manager()
    """,
    "packages/scoped/state.py": """
        def current(name):
            return None
    """,
}


def test_what_it_starts_with_and_what_its_methods_give(tmp_path):
    write_files(tmp_path, FILES)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = [access for access in analyze(options).accesses if access.path == "shop/views.py"]
    read = {
        (access.line, table) for access in found for table in (access.table, *(each.table for each in access.joins))
    }
    assert {line: {table for at, table in read if at == line} for line in (5, 6)} == {
        5: {"shop_order", "shop_desk", "shop_tenant"},
        6: {"shop_order", "shop_desk", "shop_tenant"},
    }
    assert {(access.line, access.table) for access in found if access.action == "delete"} == {(9, "shop_order")}
