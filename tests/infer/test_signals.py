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
