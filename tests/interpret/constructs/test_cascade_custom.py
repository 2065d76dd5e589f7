from tests.support.query_snippets import check

LABELS = """
    from django.db import models

    def let_go(collector, field, sub_objs, using):
        collector.add_field_update(field, None, sub_objs)

    class Mark(models.Model):
        name = models.CharField(max_length=20)

    class Label(models.Model):
        mark = models.ForeignKey(Mark, let_go, null=True)

    class Sign(models.Model):
        name = models.CharField(max_length=20)

    class Trace(models.Model):
        sign = models.ForeignKey(Sign, models.DO_NOTHING)
"""


def test_the_project_decides():
    check(
        """
        from stock.models import Mark
        def forget(mark: Mark):
            # delete stock_mark proved, read stock_label proved, update stock_label possible, delete stock_label possible
            mark.delete()
    """,
        models=LABELS,
    )


def test_nothing_is_decided_for_do_nothing():
    check(
        """
        from stock.models import Sign
        def forget(sign: Sign):
            sign.delete()  # delete stock_sign
            Sign.objects.all().delete()  # delete stock_sign
    """,
        models=LABELS,
    )
