"""Receivers without a sender are called for each model that is seen to send, and choose among them by themselves."""

import pytest

from tests.support.query_snippets import check

RECEIVERS = """
    from django.db.models.signals import post_delete, post_save, pre_save
    from django.dispatch import receiver
"""


@pytest.mark.parametrize(
    "question",
    [
        "isinstance(instance, Order)",
        "sender in (Order, Line)",
        "sender in [Order]",
        "sender in WATCHED",
        "sender is Order",
        "sender == Order",
        "issubclass(sender, Order)",
        "type(instance) is Order",
        'hasattr(sender, "settle")',
        'hasattr(instance, "settle")',
        'sender._meta.model_name == "order"',
        'instance._meta.label_lower in ("shop.order", "shop.line")',
        'sender.__name__ == "Order"',
        'instance.__class__.__name__ == "Order"',
        "not isinstance(instance, Wish)",
        "sender not in (Wish, Tag)",
        "sender is not Wish",
        'sender._meta.object_name != "Wish"',
    ],
)
def test_chooses_among_senders(question):
    check(f"""{RECEIVERS}
    WATCHED = (Order, Line)

    @receiver(post_save)
    def note(sender, instance, **kwargs):
        if {question}:
            Badge.objects.update(color="")  # update people_badge

    def pay():
        Order.objects.create()  # insert shop_order, update people_badge inferred via signal

    def wish():
        Wish.objects.create()  # insert shop_wish
    """)


def test_gives_up_for_the_others():
    check(f"""{RECEIVERS}
    @receiver(post_save)
    def note(sender, instance, **kwargs):
        if sender._meta.app_label != "shop" or not isinstance(instance, (Order, Tag)):
            return
        sender.objects.filter(pk=instance.pk).update(pk=1)  # update shop_order, shop_tag

    def pay():
        Order.objects.create()  # insert shop_order, update shop_order via signal
        Tag.objects.create()  # insert shop_tag, update shop_tag via signal
        Badge.objects.create()  # insert people_badge
    """)


def test_what_receivers_save_is_heard_of_as_well():
    check(f"""{RECEIVERS}
    @receiver(post_save)
    def log(sender, instance, **kwargs):
        if sender is Badge:
            Wish.objects.update(text="")  # update shop_wish
        elif isinstance(instance, Order):
            Badge.objects.create()  # insert people_badge, update shop_wish via signal

    def pay():
        # insert shop_order, people_badge via signal, update shop_wish via signal
        Order.objects.create()
    """)


def test_a_class_that_is_imported_where_it_is_asked_for():
    check(f"""{RECEIVERS}
    @receiver(post_save)
    def log(instance, **kwargs):
        from people.models import Badge as Kind

        if isinstance(instance, Kind):
            Wish.objects.update(text="")  # update shop_wish

    def pay():
        Tag.objects.create()  # insert shop_tag
        Badge.objects.create()  # insert people_badge, update shop_wish via signal
    """)


def test_deletes():
    check(f"""{RECEIVERS}
    @receiver(post_delete)
    def gone(sender, instance, **kwargs):
        if sender is Wish:
            Badge.objects.update(color="")  # update people_badge

    def forget(wish: Wish, note: Note):
        wish.delete()  # delete shop_wish, update people_badge via signal
        note.delete()  # delete people_note
    """)


def test_of_senders_that_only_a_cascade_deletes_it_is_possible():
    check(f"""{RECEIVERS}
    @receiver(post_delete)
    def gone(sender, instance, **kwargs):
        Badge.objects.update(color="")  # update people_badge

    def forget(invoice: Invoice):
        # read billing_payment, delete billing_invoice, billing_payment, update people_badge inferred via signal
        invoice.delete()
    """)
