from tests.support.query_snippets import check

PAPERS = """
    from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
    from django.contrib.contenttypes.models import ContentType
    from django.db import models

    class Mark(models.Model):
        content_type = models.ForeignKey(ContentType, models.CASCADE)
        object_id = models.PositiveIntegerField()
        thing = GenericForeignKey()

    class Paper(models.Model):
        marks = GenericRelation(Mark)

    class Pen(models.Model):
        color = models.TextField()
"""


def test_row_of_a_model_that_has_the_relation():
    check(
        """
        from stock.models import Mark

        def look(mark: Mark):
            mark.thing.pk  # read stock_paper via generic, read django_content_type
    """,
        models=PAPERS,
    )


def test_row_of_a_model_that_the_code_stores():
    check(
        """
        from stock.models import Mark, Pen

        def mark(mark: Mark, pen: Pen):
            mark.thing = pen  # read django_content_type

        def look(mark: Mark):
            mark.thing.pk  # read stock_paper, stock_pen, django_content_type
    """,
        models=PAPERS,
    )


def test_columns_of_the_key():
    check(
        """
        from stock.models import Mark

        def look(mark: Mark):
            return mark.object_id, mark.content_type_id, mark.pk
    """,
        models=PAPERS,
    )


def test_content_type_itself():
    check(
        """
        from stock.models import Mark

        def look(mark: Mark):
            return mark.content_type.model  # read django_content_type
    """,
        models=PAPERS,
    )


def test_attributes_that_only_look_like_it():
    check(
        """
        class Label:
            thing = None

        def look(label: Label, data: dict[str, str]):
            return label.thing, data["thing"]
    """,
        models=PAPERS,
    )
