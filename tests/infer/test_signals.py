"""What receivers of signals are called with."""

from tests.support.query_snippets import check

_MODELS = ("Order", "Line", "Wish", "Tag", "Product", "Invoice", "Payment", "Badge", "Address", "Note")
_TABLES = (
    "shop_order, shop_line, shop_wish, shop_tag, shop_product, billing_invoice, billing_payment, people_badge, "
    "people_address, people_note"
)


def test_many_senders_are_no_candidates_for_one_row():
    check(f"""
        from django.db.models.signals import post_save

        def load(app_label, model_name, pk):
            model = apps.get_model(app_label, model_name)
            return model.objects.get(pk=pk)  # read {_TABLES.replace(",", " proved,")} proved

        def note(instance, **kwargs):
            load(instance._meta.app_label, instance._meta.model_name, instance.pk)

        def refresh(sender, instance, **kwargs):
            sender.objects.filter(pk=instance.pk).exists()  # read {_TABLES.replace(",", " inferred,")} inferred

        for model in ({", ".join(_MODELS)}):
            post_save.connect(note, sender=model)
            post_save.connect(refresh, sender=model)
    """)


def test_a_signal_that_is_sent_by_hand_is_heard_by_those_who_listen_to_its_sender():
    check("""
        from django.db.models.signals import post_save
        from django.dispatch import receiver

        @receiver(post_save, sender=Wish)
        def of_wishes(sender, instance, **kwargs):
            instance.refresh_from_db()  # read shop_wish

        @receiver(post_save, sender=Badge)
        def of_badges(sender, instance, **kwargs):
            instance.refresh_from_db()  # read people_badge

        @receiver(post_save)
        def of_all(sender, instance, **kwargs):
            look_up(instance)

        def look_up(row):
            # Rows of other models are saved by the code around.
            row.refresh_from_db()  # read people_badge, shop_order, shop_product, billing_rushorder inferred

        def tell(badges: list[Badge]):
            for badge in badges:
                post_save.send(sender=badge.__class__, instance=badge, created=True)  # read people_badge inferred
    """)
