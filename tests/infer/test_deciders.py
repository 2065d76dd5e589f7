"""On whose behalf generic code works, and the way from there to its line."""

import pytest

from tests.support.query_snippets import accesses_of, check

SAVING = {
    "common/__init__.py": "",
    "common/saving.py": """
    def store(thing):
        thing.refresh_from_db()  # read shop_wish for desk, read people_badge for billing

    def outer(thing):
        store(thing)
""",
}


def test_helper_outside_of_apps():
    check(
        """
        from common.saving import store

        def all(wish: Wish):
            store(wish)
    """,
        files={
            **SAVING,
            "billing/tasks.py": """
        from common.saving import outer
        from people.models import Badge

        def run(badge: Badge):
            outer(badge)
    """,
        },
    )


def test_way_to_the_helper():
    found = accesses_of(
        """
        from common.saving import outer

        def all(wish: Wish):
            outer(wish)
    """,
        files=SAVING,
    )
    (read,) = [access for access in found if access.path == "common/saving.py"]
    assert [(step.path, step.line, step.function) for step in read.chain] == [
        ("desk/views.py", 5, "desk.views.all"),
        ("common/saving.py", 6, "common.saving.outer"),
    ]
    assert read.app is None
    assert read.on_behalf_of == "desk"
    assert read.doer == "desk"


def test_shortest_way_of_several():
    found = accesses_of(
        """
        from common.saving import outer, store

        def all(wish: Wish):
            outer(wish)
            store(wish)
    """,
        files=SAVING,
    )
    (read,) = [access for access in found if access.path == "common/saving.py"]
    assert [(step.line, step.function) for step in read.chain] == [(6, "desk.views.all")]


def test_one_access_for_each_app_that_decides():
    check(
        """
        from people.saving import store

        def all(wish: Wish):
            store(wish)
    """,
        files={
            "people/saving.py": """
        def store(thing):
            thing.refresh_from_db()  # read shop_wish for desk for billing
    """,
            "billing/tasks.py": """
        from people.saving import store
        from shop.models import Wish

        def run(wish: Wish):
            store(wish)
    """,
        },
    )


def test_owner_of_the_table_works_for_itself():
    check(
        """
        from shop.saving import store

        def all(wish: Wish):
            store(wish)
    """,
        files={
            "shop/saving.py": """
        def store(wish):
            wish.refresh_from_db()  # read shop_wish for itself
    """
        },
    )


def test_helper_that_knows_the_model_itself():
    check(
        """
        from billing.saving import forget

        def all():
            forget(3)
    """,
        files={
            "billing/saving.py": """
        from shop.models import Wish

        def forget(number):
            Wish.objects.filter(pk=number).delete()  # delete shop_wish for itself
    """
        },
    )


def test_helper_in_the_same_app():
    check("""
        def store(thing):
            thing.refresh_from_db()  # read shop_wish for itself

        def all(wish: Wish):
            store(wish)
    """)


def test_annotated_helper_decides_itself():
    check(
        """
        from billing.saving import store

        def all(wish: Wish):
            store(wish)
    """,
        files={
            "billing/saving.py": """
        from shop.models import Wish

        def store(wish: Wish):
            wish.refresh_from_db()  # read shop_wish for itself
    """
        },
    )


def test_base_class():
    check(
        """
        from common.desks import Base

        class WishDesk(Base):
            model = Wish
    """,
        files={
            "common/__init__.py": "",
            "common/desks.py": """
        class Base:
            model = None

            def forget(self):
                self.model.objects.update()  # update shop_wish for desk, update people_badge for billing
    """,
            "billing/desks.py": """
        from common.desks import Base
        from people.models import Badge

        class BadgeDesk(Base):
            model = Badge
    """,
        },
    )


def test_way_from_a_subclass():
    found = accesses_of(
        """
        from common.desks import Base

        class WishDesk(Base):
            model = Wish
    """,
        files={
            "common/__init__.py": "",
            "common/desks.py": """
        class Base:
            model = None

            def forget(self):
                self.model.objects.update()
    """,
        },
    )
    (update,) = [access for access in found if access.path == "common/desks.py"]
    assert update.on_behalf_of == "desk"
    assert [(step.path, step.line, step.function) for step in update.chain] == [
        ("desk/views.py", 4, "desk.views.WishDesk")
    ]


def test_class_that_is_handed_a_model():
    check(
        """
        from common.store import Store

        def all():
            Store(Wish).clear()
    """,
        files={
            "common/__init__.py": "",
            "common/store.py": """
        class Store:
            def __init__(self, kind):
                self.kind = kind

            def clear(self):
                self.kind.objects.update()  # update shop_wish for desk
    """,
        },
    )


def test_abstract_model_works_for_the_app_of_the_model():
    check(
        """
        from common.models import Growing

        def all():
            pass
    """,
        files={
            "common/__init__.py": "",
            "common/models.py": """
        from django.db import models

        class Growing(models.Model):
            class Meta:
                abstract = True

            def grow(self):
                self.save(update_fields=["pk"])  # update stock_oak for stock
    """,
        },
        models="""
        from django.db import models
        from common.models import Growing

        class Oak(Growing):
            pass
    """,
    )


def test_model_method_called_from_elsewhere_works_for_its_own_app():
    check(
        """
        from stock.models import Oak

        def all(oak: Oak):
            oak.grow()
    """,
        models="""
        from django.db import models

        class Oak(models.Model):
            def grow(self):
                self.save(update_fields=["pk"])  # update stock_oak for itself
    """,
    )


@pytest.mark.xfail(strict=True, reason="who hands over a bound method decides")
def test_callback():
    check(
        """
        from common.running import run

        def all(wish: Wish):
            run(wish.delete)
            run(lambda: wish.delete())  # delete shop_wish for itself
    """,
        files={
            "common/__init__.py": "",
            "common/running.py": """
        def run(function):
            function()  # delete shop_wish for desk
    """,
        },
    )


def test_queryset_that_is_handed_over():
    check(
        """
        from common.paging import first_of

        def all():
            first_of(Wish.objects.all()).delete()  # read shop_wish, delete shop_wish for itself
    """,
        files={
            "common/__init__.py": "",
            "common/paging.py": """
        def first_of(things):
            for thing in things.filter(pk=1):  # read shop_wish for desk
                return thing
    """,
        },
    )


@pytest.mark.xfail(strict=True, reason="who hands over the name of a model decides")
def test_result_of_a_factory_belongs_to_who_uses_it():
    check(
        """
        from common.loading import load

        def all():
            load("Wish").delete()  # delete shop_wish for itself
    """,
        files={
            "common/__init__.py": "",
            "common/loading.py": """
        from django.apps import apps

        def load(name):
            return apps.get_model("shop", name).objects.get(pk=1)  # read shop_wish for desk
    """,
        },
    )


def test_nineteen_callers():
    files = {
        f"billing/task{n}.py": f"""
        from common.saving import store
        from people.models import Badge

        def run{n}(badge: Badge):
            store(badge)
    """
        for n in range(19)
    }
    (read,) = [
        access
        for access in accesses_of("\n", files={**SAVING, **files})
        if access.path == "common/saving.py" and access.table == "people_badge"
    ]
    assert read.on_behalf_of == "billing"
    assert read.chain[0].path == "billing/task0.py"


def test_an_override_that_deletes_a_file_deletes_no_row():
    check(
        """
        from stock.models import Scan

        def keep(scan: Scan):
            scan.save()  # insert stock_scan, update stock_scan
    """,
        models="""
        from django.db import models

        class Scan(models.Model):
            file = models.FileField(upload_to="scans")

            def save(self, *args, **kwargs):
                super().save(*args, **kwargs)  # insert stock_scan, update stock_scan
                self.file.delete(save=False)

        class Page(models.Model):
            scan = models.ForeignKey(Scan, models.CASCADE)
    """,
    )


def test_attribute_that_general_code_sets_anew_is_decided_by_the_class_of_self():
    check(
        """
        from common.views import Editing

        class WishEditing(Editing):
            queryset = Wish.objects.all()  # read shop_wish
    """,
        files={
            "common/__init__.py": "",
            "common/views.py": """
        from django.views import View

        class Editing(View):
            queryset = None

            def dispatch(self, request):
                self.queryset = self.queryset.filter(pk__gt=0)  # read shop_wish for desk
                return super().dispatch(request)

            def post(self, request):
                self.queryset.filter(pk=1).update(text="")  # update shop_wish for desk
    """,
        },
    )


def test_what_a_method_further_down_gives_is_decided_by_the_class_of_self():
    check(
        """
        from common.desks import Base

        class WishDesk(Base):
            def rows(self):
                return Wish.objects.filter(pk__gt=0)  # read shop_wish

            def mark(self, rows):
                rows.update(text="")  # update shop_wish
    """,
        files={
            "common/__init__.py": "",
            "common/desks.py": """
        class Base:
            def forget(self):
                self.rows().delete()  # delete shop_wish for desk
                self.mark(self.own_rows())

            def own_rows(self):
                return self.rows()
    """,
        },
    )
