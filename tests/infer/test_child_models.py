"""Rows of a model on which something is looked up that only models below it have."""

from tests.support.query_snippets import check


def test_method_and_relation_of_a_child():
    check(
        """
        from stock.models import Crate

        def clear(pk):
            crate = Crate.objects.get(pk=pk)  # read stock_crate
            crate.bottles_inside().delete()  # delete stock_bottle inferred
            crate.labels.update(text="")  # update stock_label inferred
            crate.nothing.delete()  # blind
            crate.save()  # update stock_crate
        """,
        models="""
        from django.db import models

        class Crate(models.Model):
            pass

        class Case(Crate):
            def bottles_inside(self):
                return self.bottles.all()

        class Bottle(models.Model):
            case = models.ForeignKey(Case, models.CASCADE, related_name="bottles")

        class Label(models.Model):
            case = models.ForeignKey(Case, models.CASCADE, related_name="labels")
            text = models.TextField()
        """,
    )
