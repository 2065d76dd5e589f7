"""Methods of rows that a library's base class overrides in ways of its own."""

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
        from synced.models import SyncedModel

        class Order(SyncedModel):
            def delete(self, *args, **kwargs):
                return super().delete(*args, **kwargs)

        class Line(SyncedModel):
            order = models.ForeignKey(Order, models.CASCADE)
    """,
    "shop/views.py": """
        from shop.models import Line, Order

        def forget(order: Order, line: Line):
            line.delete(hard=True)
            order.delete(hard=True)
    """,
    "packages/synced/__init__.py": "",
    "packages/synced/models.py": """
        from django.db import models, transaction
        from django.db.models.deletion import Collector

        class SyncedModel(models.Model):
            class Meta:
                abstract = True

            def delete(self, using=None, hard=False):
                collector = Collector(using=using)
                collector.collect([self])
                with transaction.atomic():
                    return collector.delete()
    """,
}


def test_a_delete_that_a_library_does_in_its_own_way(tmp_path):
    write_files(tmp_path, FILES)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = analyze(options).accesses
    deletes = {(access.path, access.line, access.table) for access in found if access.action == "delete"}
    assert deletes == {
        ("shop/views.py", 5, "shop_line"),
        ("shop/views.py", 6, "shop_order"),
        ("shop/views.py", 6, "shop_line"),
        ("shop/models.py", 7, "shop_order"),
        ("shop/models.py", 7, "shop_line"),
    }


MARKING = {
    **FILES,
    "shop/models.py": """
        from django.db import models
        from marked.models import Kept, MarkedModel

        class Order(MarkedModel):
            pass

        class Line(Kept):
            order = models.ForeignKey(Order, models.CASCADE)
    """,
    "shop/views.py": """
        from shop.models import Line, Order

        def forget(order: Order, line: Line):
            order.delete()
            Order.objects.filter(pk=1).delete()
            Order.objects.filter(pk=1).erase()
            line.delete()
    """,
    "packages/marked/__init__.py": "",
    "packages/marked/models.py": """
        from django.db import models

        class MarkedQuerySet(models.QuerySet):
            def delete(self):
                for row in self.iterator():
                    row.delete()

            def erase(self):
                return super().delete()

        class MarkedManager(models.Manager):
            def get_queryset(self):
                return MarkedQuerySet(self.model, using=self._db).filter(marked=None)

        class MarkedModel(models.Model):
            marked = models.DateTimeField(null=True)
            objects = MarkedManager()

            class Meta:
                abstract = True

            def delete(self, using=None):
                self.marked = 1
                self.save(update_fields=["marked"])

        class Kept(models.Model):
            class Meta:
                abstract = True

            def delete(self, using=None):
                self.save()
                super().delete()
    """,
}


def test_a_delete_of_a_library_that_only_marks_rows(tmp_path):
    write_files(tmp_path, MARKING)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = analyze(options).accesses
    writes = {
        (access.line, access.action.value, access.table)
        for access in found
        if access.path == "shop/views.py" and access.action != "read"
    }
    assert writes == {
        (5, "update", "shop_order"),
        (6, "update", "shop_order"),
        (7, "delete", "shop_order"),
        (7, "delete", "shop_line"),
        (8, "delete", "shop_line"),
    }


ASKING = {
    **FILES,
    "shop/models.py": """
        from django.db import models

        class Order(models.Model):
            pass

        class Log(models.Model):
            pass
    """,
    "shop/views.py": """
        from shop.models import Log, Order
        from synced.models import forget

        def drop(order: Order):
            forget(Log, order)

        def drop_all():
            forget(Log)
    """,
    "packages/synced/models.py": """
        def forget(model, instance=None):
            if instance is None:
                model.objects.all().delete()
                return
            instance.delete()
    """,
}


def test_library_code_that_asks_whether_it_was_given_a_row(tmp_path):
    write_files(tmp_path, ASKING)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = analyze(options).accesses
    deletes = {(access.line, access.table) for access in found if access.action == "delete"}
    assert deletes == {(6, "shop_order"), (9, "shop_log")}


FORMS = {
    **{path: text for path, text in FILES.items() if path.startswith(("manage", "config", "shop/__"))},
    "shop/models.py": """
        from django.db import models

        class Order(models.Model):
            paid = models.BooleanField()
    """,
    "shop/forms.py": """
        from django import forms
        from kept.forms import RowForm

        class PayForm(RowForm):
            def save(self):
                return super().save()

        class AskForm(forms.Form):
            def save(self):
                return super().save()
    """,
    "shop/views.py": """
        from shop.forms import AskForm, PayForm
        from shop.models import Order

        def pay(request, order: Order):
            PayForm(row=order, data=request.POST).save()
            AskForm(data=request.POST).save()
    """,
    "packages/kept/__init__.py": "",
    "packages/kept/forms.py": """
        from django import forms

        class RowForm(forms.Form):
            def __init__(self, *args, row, **kwargs):
                self.row = row
                super().__init__(*args, **kwargs)

            def save(self):
                self.row.save(update_fields=["paid"])
    """,
}


def test_a_form_without_a_model_that_a_library_saves_in_its_own_way(tmp_path):
    write_files(tmp_path, FORMS)
    options = Options(root=str(tmp_path), packages=(str(tmp_path / "packages"),), exclude=("packages",), workers=1)
    found = analyze(options).accesses
    assert [(access.path, access.line, access.action, access.table) for access in found] == [
        ("shop/forms.py", 7, "update", "shop_order")
    ]
