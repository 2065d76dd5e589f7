"""django-lifecycle: methods of a model that run when a row of it is saved or deleted."""

from tests.support.entries import told
from tests.support.query_snippets import _queries_of, _sources, check

MODELS = """
    from django.db import models
    from django_lifecycle import AFTER_CREATE, AFTER_UPDATE, BEFORE_DELETE, LifecycleModel, hook

    class Note(models.Model):
        text = models.CharField(max_length=20)

    class Parcel(LifecycleModel):
        text = models.CharField(max_length=20)

        @hook(AFTER_CREATE)
        def note_new(self):
            Note.objects.create(text="new")  # insert stock_note

        @hook(AFTER_UPDATE, when="text", has_changed=True)
        def note_change(self):
            Note.objects.update(text="changed")  # update stock_note

        @hook("before_delete")
        def forget(self):
            Note.objects.all().delete()  # delete stock_note

        def rest(self):
            Note.objects.first()  # read stock_note
"""


def test_what_a_row_is_saved_and_deleted_with():
    check(
        """
        from stock.models import Parcel

        def change(pk):
            Parcel.objects.create(text="a")  # insert stock_parcel, insert stock_note via signal
            parcel = Parcel.objects.get(pk=pk)  # read stock_parcel
            parcel.save()  # update stock_parcel, update stock_note via signal
            parcel.delete()  # delete stock_parcel, delete stock_note via signal
    """,
        models=MODELS,
    )


def test_querysets_run_no_hooks():
    check(
        """
        from stock.models import Parcel

        def change():
            Parcel.objects.update(text="b")  # update stock_parcel
            Parcel.objects.bulk_create([])  # insert stock_parcel
            Parcel.objects.filter(text="b").delete()  # delete stock_parcel
    """,
        models=MODELS,
    )


def test_hooks_are_no_entry_points():
    assert told(list(_queries_of(_sources("\n", MODELS, None)).entry_points), "signal") == []
