"""Content types of rows that say which multi-table child they are, and of rows that point anywhere."""

from tests.support.query_snippets import check


def test_the_child_that_a_row_is():
    check(
        """
        from stock.models import Plant

        def look(plant: Plant):
            plant.specific.save()  # update stock_plant inferred
    """,
        models="""
        from django.contrib.contenttypes.models import ContentType
        from django.db import models

        class Plant(models.Model):
            kind = models.ForeignKey(ContentType, models.CASCADE)

            @property
            def model(self):
                return ContentType.objects.get_for_id(self.kind_id).model_class()  # read django_content_type

            @property
            def specific(self):
                return self.model.objects.get(pk=self.pk)  # read stock_plant inferred

        class Tree(Plant):
            height = models.IntegerField()
    """,
    )


def test_what_a_generic_key_points_at():
    check(
        """
        class Reader:
            def read(self, note: Note):
                note.content_type.model_class().objects.get()  # read django_content_type, blind
    """,
        models="""
        from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
        from django.contrib.contenttypes.models import ContentType
        from django.db import models

        class Mark(models.Model):
            kind = models.ForeignKey(ContentType, models.CASCADE)
            number = models.IntegerField()
            about = GenericForeignKey("kind", "number")

            def look(self):
                return self.kind.model_class().objects.first()  # read django_content_type, stock_leaf

        class Leaf(models.Model):
            marks = GenericRelation(Mark, "number", "kind")

        class Stone(models.Model):
            kind = models.ForeignKey(ContentType, models.CASCADE)

            def look(self):
                return self.kind.model_class().objects.first()  # read django_content_type, blind
    """,
    )
