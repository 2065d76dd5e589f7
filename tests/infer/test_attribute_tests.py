"""`hasattr()` of classes: a branch for none of the models at hand never runs."""

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


def test_a_class_whose_heirs_are_elsewhere():
    check("""
        class Provider:
            @classmethod
            def forget(cls, wish: Wish):
                if not hasattr(cls, "identifier"):
                    raise TypeError("of classes with an identifier only")
                wish.delete()  # delete shop_wish
    """)
