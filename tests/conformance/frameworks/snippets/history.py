"""django-simple-history: versions of rows."""

from catalog.models import Tracked


def created():
    Tracked.objects.create(name="new")  # insert catalog_historicaltracked, catalog_tracked


def saved(tracked: Tracked):
    tracked.name = "other"
    tracked.save()  # insert catalog_historicaltracked; update catalog_tracked; may: insert catalog_tracked


def deleted(tracked: Tracked):
    tracked.delete()  # insert catalog_historicaltracked; delete catalog_tracked


def deleted_together():
    Tracked.objects.all().delete()  # read catalog_tracked; insert catalog_historicaltracked; delete catalog_tracked


def updated():
    Tracked.objects.update(name="other")  # update catalog_tracked


def made_in_bulk():
    Tracked.objects.bulk_create([Tracked(name="new")])  # insert catalog_tracked


def read(tracked: Tracked):
    return list(tracked.history.all())  # read catalog_historicaltracked


def read_of_the_class():
    return Tracked.history.filter(name="old").count()  # read catalog_historicaltracked


def newest(tracked: Tracked):
    return tracked.history.first()  # read catalog_historicaltracked
