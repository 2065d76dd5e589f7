from tests.support.query_snippets import check

MODELS = """
    from django.db import models
    from parler.models import TranslatableModel, TranslatedFields

    class Shelf(TranslatableModel):
        side = models.IntegerField()
        translations = TranslatedFields(name=models.CharField(max_length=20))

    class Peg(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE)
"""


def test_translations_are_saved_with_their_row():
    check(
        """
        from stock.models import Shelf

        def change(number):
            shelf = Shelf.objects.create(name="a")  # insert stock_shelf, stock_shelf_translation via translation
            shelf.create_translation("fr", name="b")  # read stock_shelf_translation, insert stock_shelf_translation
            # read stock_shelf_translation, update stock_shelf
            Shelf.objects.translated(name="a").update(side=1)
    """,
        models=MODELS,
    )


def test_rows_without_translations():
    check(
        """
        from stock.models import Peg

        def change(shelf):
            Peg(shelf_id=1).save()  # insert stock_peg
            shelf.create_translation("fr")
    """,
        models=MODELS,
    )
