from tests.support.query_snippets import check

MODELS = """
    from django.db import models
    from model_utils.models import SoftDeletableModel
    from safedelete.config import HARD_DELETE, SOFT_DELETE_CASCADE
    from safedelete.models import SafeDeleteModel

    class Shelf(SafeDeleteModel):
        _safedelete_policy = SOFT_DELETE_CASCADE

    class Crate(SafeDeleteModel):
        shelf = models.ForeignKey(Shelf, models.CASCADE)

    class Slip(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE)

    class Waste(SafeDeleteModel):
        _safedelete_policy = HARD_DELETE

    class Peg(SoftDeletableModel):
        pass
"""


def test_rows_are_marked():
    check(
        """
        from stock.models import Crate, Peg, Shelf

        def clear(crate: Crate, peg: Peg, shelf: Shelf):
            crate.delete()  # update stock_crate proved via instance
            peg.delete()  # update stock_peg
            Crate.objects.all().delete()  # read stock_crate, update stock_crate via queryset
            shelf.delete()  # read stock_shelf, stock_crate, update stock_shelf, stock_crate via cascade
    """,
        models=MODELS,
    )


def test_rows_that_are_deleted_all_the_same():
    check(
        """
        from safedelete.config import HARD_DELETE
        from stock.models import Crate, Peg, Waste

        def clear(crate: Crate, peg: Peg, waste: Waste):
            crate.delete(force_policy=HARD_DELETE)  # delete stock_crate
            peg.delete(soft=False)  # delete stock_peg
            waste.delete()  # delete stock_waste
    """,
        models=MODELS,
    )
