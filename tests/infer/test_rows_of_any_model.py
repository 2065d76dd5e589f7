"""Rows of models that only run time knows, and what all models that have such an attribute lead to."""

from tests.support.query_snippets import check

_PARTS = """
    from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
    from django.contrib.contenttypes.models import ContentType
    from django.db import models

    class Version(models.Model):
        content_type = models.ForeignKey(ContentType, models.CASCADE)
        object_id = models.TextField()
        thing = GenericForeignKey()
        number = models.IntegerField()

    class Versioned(models.Model):
        kept = GenericRelation(Version)

        class Meta:
            abstract = True

        @property
        def versions(self):
            return self.kept

    class Part(Versioned):
        title = models.TextField()

    class Machine(Versioned):
        title = models.TextField()

    class Order(models.Model):
        def versions(self):
            return []
"""


def test_relation_that_leads_to_one_model_only():
    check(
        """
        def show(request, model_name, pk):
            thing = get_object_or_404(apps.get_model(model_name), pk=pk)  # blind
            thing.lines.filter(amount=1)  # read shop_line inferred
            return thing.kept.count()  # read stock_version inferred, django_content_type
        """,
        models=_PARTS,
    )


def test_property_of_a_base_of_models():
    check(
        """
        def show(request, model_name, pk):
            thing = get_object_or_404(apps.get_model(model_name), pk=pk)  # blind
            return thing.versions.filter(number=1)  # read stock_version inferred, django_content_type
        """,
        models=_PARTS,
    )


def test_columns_and_relations_with_tables_of_their_own_tell_nothing():
    check("""
        def show(request, model_name, pk):
            thing = get_object_or_404(apps.get_model(model_name), pk=pk)  # blind
            thing.tags.filter(label="a")  # blind
            thing.text.filter(number=1)  # blind
            return thing.orders.filter(number=1)  # blind
    """)


def test_what_is_no_row_of_a_model_has_no_relations():
    check("""
        def show(thing):
            return thing.lines.filter(amount=1)  # blind
    """)
