from tests.support.query_snippets import check

MARKS = """
    from django.contrib.contenttypes.fields import GenericRelation
    from django.db import models
    from people.models import Note

    class Mark(models.Model):
        notes = GenericRelation(Note)

    class Sign(models.Model):
        name = models.CharField(max_length=20)
"""


def test_rows_of_a_generic_relation():
    check(
        """
        from stock.models import Mark
        def forget(mark: Mark):
            mark.delete()  # delete stock_mark, people_note via cascade, read django_content_type
            Mark.objects.all().delete()  # read stock_mark, django_content_type, delete stock_mark, people_note
    """,
        models=MARKS,
        certainty="proved",
    )


def test_without_such_a_relation_notes_stay():
    check(
        """
        from stock.models import Sign
        def forget(sign: Sign, note: Note):
            sign.delete()  # delete stock_sign
            note.delete()  # delete people_note
    """,
        models=MARKS,
    )
