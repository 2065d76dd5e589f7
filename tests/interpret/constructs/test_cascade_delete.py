from tests.support.query_snippets import accesses_of, check

SHELVES = """
    from django.db import models
    from django.contrib.contenttypes.fields import GenericRelation
    from people.models import Note

    class Room(models.Model):
        inside = models.ForeignKey("House", models.CASCADE, null=True)

    class House(models.Model):
        entrance = models.ForeignKey(Room, models.CASCADE, null=True, related_name="+")

    class Shelf(models.Model):
        above = models.ForeignKey("self", models.CASCADE, null=True)
        notes = GenericRelation(Note)

    class Crate(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE, related_name="crates")

    class OpenCrate(Crate):
        class Meta:
            proxy = True

    class Pallet(Crate):
        weight = models.IntegerField()

    class Slip(models.Model):
        crate = models.ForeignKey(Crate, models.CASCADE)

    class Trace(models.Model):
        slip = models.ForeignKey(Slip, models.DO_NOTHING)
"""


def test_unseen_and_fetched():
    check(
        """
        from stock.models import Crate, Slip
        def forget(crate: Crate, slip: Slip):
            # Pallets are fetched, since they have a row in the parent's table to go with them.
            crate.delete()  # read stock_crate, stock_pallet, delete stock_crate, stock_pallet, stock_slip via cascade
            slip.delete()  # delete stock_slip
            Slip.objects.all().delete()  # delete stock_slip
    """,
        models=SHELVES,
        certainty="proved",
    )


def test_all_the_way_down():
    check(
        """
        from stock.models import OpenCrate, Pallet, Shelf
        def forget(shelf: Shelf, crate: OpenCrate, pallet: Pallet):
            # delete stock_shelf, stock_crate, stock_pallet, stock_slip, people_note
            shelf.delete()  # read stock_shelf, stock_crate, stock_pallet, django_content_type
            crate.delete()  # read stock_crate, stock_pallet, delete stock_crate, stock_pallet, stock_slip
            pallet.delete()  # delete stock_crate, stock_pallet, stock_slip
            pallet.delete(keep_parents=True)  # delete stock_pallet
    """,
        models=SHELVES,
    )


def test_circles_end():
    check(
        """
        from stock.models import House
        def forget():
            House.objects.all().delete()  # read stock_house, stock_room, delete stock_house, stock_room
    """,
        models=SHELVES,
    )


def test_the_chain_is_the_way_and_the_cause_its_end():
    (slips,) = [
        access
        for access in accesses_of(
            """
            from stock.models import Shelf
            def forget(shelf: Shelf):
                shelf.delete()
            """,
            models=SHELVES,
        )
        if access.table == "stock_slip"
    ]
    assert slips.cause is not None
    assert (slips.line, slips.cause.path, slips.cause.line) == (4, "stock/models.py", 27)
    assert [(step.function, step.line) for step in slips.chain] == [("stock.models.Crate", 17)]
    assert slips.because == "stock.Slip.crate points at stock.Crate, on_delete=CASCADE"


def test_what_deletes_nothing_takes_nothing_along():
    check(
        """
        from stock.models import Crate, Shelf
        def keep(shelf: Shelf):
            Shelf.objects.none().delete()
            shelf.crates.filter(pk=1)._raw_delete("default")  # delete stock_crate
            cache.delete("shelf")
    """,
        models=SHELVES,
    )
