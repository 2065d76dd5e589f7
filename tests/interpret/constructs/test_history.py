from tests.support.query_snippets import accesses_of, check

MODELS = """
    from django.db import models
    from simple_history.models import HistoricalRecords

    class Shelf(models.Model):
        name = models.CharField(max_length=20)
        history = HistoricalRecords()

    class Crate(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE)
        versions = HistoricalRecords()
"""


def test_every_save_and_delete_leaves_a_version():
    check(
        """
        from stock.models import Crate, Shelf

        def change(shelf: Shelf, crate: Crate):
            Shelf.objects.create(name="a")  # insert stock_shelf, stock_historicalshelf inferred
            Shelf().save()  # insert stock_shelf, stock_historicalshelf
            crate.delete()  # delete stock_crate, insert stock_historicalcrate via history
            # read stock_crate, delete stock_shelf, stock_crate, insert stock_historicalshelf, stock_historicalcrate
            shelf.delete()
    """,
        models=MODELS,
    )


def test_versions_are_read_by_their_accessor():
    check(
        """
        from stock.models import Crate, Shelf

        def look(shelf: Shelf):
            Crate.versions.count()  # read stock_historicalcrate
            return list(shelf.history.all())  # read stock_historicalshelf
    """,
        models=MODELS,
    )


def test_what_sends_no_signals_leaves_none():
    check(
        """
        from stock.models import Shelf

        def change(request):
            Shelf.objects.update(name="a")  # update stock_shelf
            Shelf.objects.bulk_create([Shelf()])  # insert stock_shelf
            Wish.objects.create(text="")  # insert shop_wish
    """,
        models=MODELS,
    )


def test_the_records_are_the_cause():
    found = accesses_of(
        """
        from stock.models import Shelf

        def change(request):
            Shelf.objects.create(name="a")
    """,
        models=MODELS,
    )
    (version,) = [access for access in found if access.table == "stock_historicalshelf"]
    assert version.cause is not None
    assert (version.cause.path, version.cause.line) == ("stock/models.py", 7)
