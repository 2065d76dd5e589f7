"""`hasattr()` of classes: a branch for none of the models at hand never runs."""

import pytest

from tests.support.query_snippets import check


def test_of_a_class():
    check(
        """
        from stock.models import Shelf, Box

        def export(model):
            if hasattr(model, "pack"):
                model.objects.update()  # update stock_box
            else:
                model.objects.update()  # update stock_shelf

        def forget(model):
            if not hasattr(model, "pack"):
                return
            model.objects.update()  # update stock_box

        def one():
            for model in (Shelf, Box):
                export(model)
            forget(Shelf)
            forget(Box)
    """,
        models="""
        from django.db import models

        class Shelf(models.Model):
            name = models.CharField(max_length=10)

        class Box(models.Model):
            shelf = models.ForeignKey(Shelf, models.CASCADE)

            def pack(self):
                pass
    """,
    )


def test_of_the_model_of_a_queryset():
    check(
        """
        from stock.models import Shelf, Box

        class View:
            queryset = None

            def get(self):
                if hasattr(self.queryset.model, "pack"):
                    self.queryset.update()  # update stock_box

        class Shelves(View):
            queryset = Shelf.objects.all()  # read stock_shelf

        class Boxes(View):
            queryset = Box.objects.all()  # read stock_box

        def show():
            Shelves().get()
            Boxes().get()
    """,
        models="""
        from django.db import models

        class Shelf(models.Model):
            name = models.CharField(max_length=10)

        class Box(models.Model):
            def pack(self):
                pass
    """,
    )


def test_of_what_may_have_it_anyway():
    check("""
        from synclib import Synced

        class Log(Synced):
            pass

        def forget(order: Order):
            if hasattr(order, "annotated"):
                order.save()  # update shop_order, insert shop_order
            if hasattr(Log, "objects"):
                order.save()  # update shop_order, insert shop_order
    """)


_SHELVES = """
    from django.db import models

    class Shelf(models.Model):
        name = models.CharField(max_length=10)

    class Box(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE)

        def pack(self):
            pass
"""


def test_method_that_only_a_branch_calls_is_no_method_of_other_subclasses():
    check(
        """
        from stock.models import Shelf, Box

        class Listing:
            def export(self):
                return [each.pack() for each in self.queryset.filter(pk=1)]  # read stock_box

            def get(self, request):
                model = self.queryset.model
                if hasattr(model, "pack"):
                    return self.export()

        class Shelves(Listing):
            queryset = Shelf.objects.all()  # read stock_shelf

        class Boxes(Listing):
            queryset = Box.objects.all()  # read stock_box
    """,
        models=_SHELVES,
    )


def test_method_that_others_call_as_well_is_looked_at_for_each():
    check(
        """
        from stock.models import Shelf, Box

        class Listing:
            def export(self):
                return list(self.queryset.filter(pk=1))  # read stock_box, stock_shelf

            def show(self):
                if hasattr(self.queryset.model, "pack"):
                    return self.export()

        class Shelves(Listing):
            queryset = Shelf.objects.all()  # read stock_shelf

        class Boxes(Listing):
            queryset = Box.objects.all()  # read stock_box

        def export(listing: Listing):
            return listing.export()

        def export_both():
            export(Shelves())
            export(Boxes())
    """,
        models=_SHELVES,
    )


def test_method_of_a_base_that_is_not_here_may_be_called_from_there():
    check(
        """
        from elsewhere import BaseListing
        from stock.models import Shelf, Box

        class Listing(BaseListing):
            def export(self):
                return list(self.queryset.filter(pk=1))  # read stock_box, stock_shelf

            def show(self):
                if hasattr(self.queryset.model, "pack"):
                    return self.export()

        class Shelves(Listing):
            queryset = Shelf.objects.all()  # read stock_shelf

        class Boxes(Listing):
            queryset = Box.objects.all()  # read stock_box
    """,
        models=_SHELVES,
    )


def test_what_is_not_known_of_an_attribute_says_nothing_of_its_name():
    check(
        """
        from elsewhere import filtered
        from stock.models import Shelf, Box

        class Listing:
            def export(self):
                return [each.pack() for each in self.queryset.filter(pk=1)]  # read stock_box

            def get(self, request):
                model = self.queryset.model
                self.queryset = filtered(self.queryset)
                if hasattr(model, "pack"):
                    return self.export()

        class Shelves(Listing):
            queryset = Shelf.objects.all()  # read stock_shelf

        class Boxes(Listing):
            queryset = Box.objects.all()  # read stock_box
    """,
        models=_SHELVES,
    )


def test_a_class_whose_heirs_are_elsewhere():
    check("""
        class Provider:
            @classmethod
            def forget(cls, wish: Wish):
                if not hasattr(cls, "identifier"):
                    raise TypeError("of classes with an identifier only")
                wish.delete()  # delete shop_wish
    """)


_KINDS = """
    from django.db import models

    class Label(models.Model):
        name = models.CharField(max_length=10)

    class Shelf(models.Model):
        place = models.IntegerField()
        label = models.OneToOneField(Label, models.CASCADE)

        def pack(self):
            pass

    class Box(models.Model):
        name = models.CharField(max_length=10)
"""
_BOTH = """
        def both(shelf: Shelf, box: Box):
            for each in (shelf, box):
                change(each)
"""


@pytest.mark.parametrize(
    "question",
    [
        'hasattr(row, "pack")',
        'getattr(row, "pack", None)',
        'getattr(row, "pack", None) is not None',
        'getattr(row, "place", False)',
        "pack",
        "pack is not None",
    ],
)
def test_of_rows(question):
    check(
        f"""
        from stock.models import Shelf, Box

        def change(row):
            pack = getattr(row, "pack", None)
            if {question}:
                row.save()  # insert stock_shelf, update stock_shelf
        {_BOTH}
    """,
        models=_KINDS,
    )


@pytest.mark.parametrize(
    "question", ['not hasattr(row, "pack")', 'getattr(row, "pack", None) is None', "pack is None", "not pack"]
)
def test_of_rows_without_a_method(question):
    check(
        f"""
        from stock.models import Shelf, Box

        def change(row):
            pack = getattr(row, "pack", None)
            if {question}:
                row.delete()  # delete stock_box
        {_BOTH}
    """,
        models=_KINDS,
    )


def test_what_a_row_has_may_be_empty():
    check(
        f"""
        from stock.models import Shelf, Box

        def change(row):
            if not getattr(row, "place", None):
                row.delete()  # delete stock_box, stock_shelf
        {_BOTH}
        def of_label(label: Label):
            if hasattr(label, "shelf"):  # read stock_shelf
                return
            label.delete()  # delete stock_label, stock_shelf
    """.replace("import Shelf", "import Label, Shelf"),
        models=_KINDS,
    )


def test_a_branch_for_other_rows_is_not_taken():
    check(
        """
        from stock.models import Shelf, Box

        def change(box: Box):
            if hasattr(box, "pack"):
                box.save()
            if hasattr(box, "number_of_lines"):
                box.delete()  # delete stock_box
    """,
        models=_KINDS,
    )


def test_a_row_may_be_of_a_class_below():
    check(
        """
        from stock.models import Shelf

        def change(shelf: Shelf):
            if hasattr(shelf, "open"):
                shelf.delete()  # delete stock_shelf, stock_cabinet
    """,
        models=_KINDS
        + """
    class Cabinet(Shelf):
        def open(self):
            pass
""",
    )
