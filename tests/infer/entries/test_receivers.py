"""Receivers of signals, Django's and the project's own."""

from tests.support.entries import check_entries, entry_points_of


def test_receivers():
    check_entries(
        "signal",
        """
        from django.db.models.signals import post_delete, post_save
        from django.dispatch import Signal, receiver

        paid = Signal()

        @receiver(post_save, sender=Order)
        @receiver(post_save, sender=Line)
        def stored(sender, instance, **kwargs):
            Wish.objects.create()

        @receiver(post_delete)
        def gone(sender, **kwargs):
            Tag.objects.create()

        def thanked(sender, **kwargs):
            Product.objects.create()

        paid.connect(thanked)

        def nobody(sender, **kwargs):
            Product.objects.create()
        """,
        """
        post_save of shop.Line, shop.Order desk.views.stored: writes shop_wish
        post_delete desk.views.gone: writes shop_tag
        paid desk.views.thanked: writes shop_product
        """,
    )


def test_one_that_fires_its_own_signal():
    check_entries(
        "signal",
        """
        from django.db.models.signals import post_save
        from django.dispatch import receiver

        @receiver(post_save, sender=Wish)
        def again(sender, instance, **kwargs):
            Wish.objects.create()
        """,
        "post_save of shop.Wish desk.views.again: writes shop_wish",
    )


def test_thousands_of_them():
    functions = "\n".join(
        f"        @receiver(post_save, sender=Order)\n        def heard_{number}(sender, **kwargs): Wish.objects.create()"
        for number in range(1_000)
    )
    points = entry_points_of(
        f"""
        from django.db.models.signals import post_save
        from django.dispatch import receiver
{functions}

        def pay(order: Order):
            order.save()
        """
    )
    assert sum(point.kind == "signal" for point in points) == 1_000
