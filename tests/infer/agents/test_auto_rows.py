"""One-to-one fields that make their rows when they are first asked for."""

from tests.support.query_snippets import check

MODELS = """
    from annoying.fields import AutoOneToOneField
    from django.db import models
    from django.db.models.signals import post_save
    from django.dispatch import receiver
    from shop.models import Order, Tag

    class Note(models.Model):
        order = AutoOneToOneField(Order, models.CASCADE, related_name="note")
        text = models.TextField()

    class Label(models.Model):
        order = models.OneToOneField(Order, models.CASCADE, related_name="label")

    @receiver(post_save, sender=Note)
    def tell(instance, **kwargs):
        Tag.objects.create(name=instance.text)  # insert shop_tag
"""


def test_a_row_that_is_made_when_it_is_missing():
    check(
        """
        def show(order: Order):
            print(order.note)  # read stock_note, insert stock_note inferred, insert shop_tag inferred
            print(order.label)  # read stock_label

        def back(note: "stock.Note"):
            from stock.models import Note
            for each in Note.objects.all():  # read stock_note
                print(each.order)  # read shop_order
        """,
        models=MODELS,
    )
