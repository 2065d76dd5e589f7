"""What receivers do is told at the lines that make Django send a signal."""

import pytest

from cutpoint.domain.access import Certainty
from cutpoint.domain.calls import Body, CallGraph
from cutpoint.domain.use import Receiver, Site
from cutpoint.interpret.hearing import MOST_CALLED, MOST_STEPS, Audience, Heard, with_receivers
from tests.support.query_snippets import accesses_of, blind_spots_of, check

RECEIVERS = """
    from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save
    from django.dispatch import Signal, receiver
"""


def test_a_receiver_by_its_decorator():
    check(
        f"""{RECEIVERS}
    @receiver(post_save, sender=Order)
    def note(sender, instance, created, **kwargs):
        remember(instance)

    def remember(order):
        Note.objects.create(about=order)  # read django_content_type, insert people_note

    def pay(order: Order):
        # update shop_order
        order.save(force_update=True)  # read django_content_type inferred via signal, insert people_note inferred via signal
        Order.objects.update(paid=True)  # update shop_order
        Order.objects.bulk_create([Order()])  # insert shop_order
    """.replace("        # update shop_order\n", "").replace(
            "order.save(force_update=True)  # read", "order.save(force_update=True)  # update shop_order, read"
        )
    )


def test_the_chain_leads_through_the_receiver():
    found = accesses_of(f"""{RECEIVERS}
    @receiver(post_save, sender=Order)
    def note(sender, instance, **kwargs):
        remember(instance)

    def remember(order):
        Wish.objects.update(text="")

    def pay(order: Order):
        order.save()
    """)
    (heard,) = [access for access in found if access.via == "signal"]
    assert (heard.line, heard.action, heard.table) == (13, "update", "shop_wish")
    assert heard.cause is not None
    assert heard.cause.line == 10
    assert [(step.line, step.function) for step in heard.chain] == [(6, "desk.views.note"), (7, "desk.views.note")]


@pytest.mark.parametrize(
    "connecting",
    [
        "post_save.connect(note, sender=Order)",
        "post_save.connect(note, Order, dispatch_uid='note', weak=False)",
        "post_save.connect(note, sender='shop.Order')",
        "for model in (Order, Line):\n        post_save.connect(note, sender=model)",
        "for model in [Order]: receiver(post_save, sender=model)(note)",
        "receiver([pre_save, post_save], sender=Order)(note)",
        "models.signals.post_save.connect(note, sender=Order)",
        "post_save.connect(note)",
    ],
)
def test_ways_to_connect(connecting):
    check(f"""{RECEIVERS}
    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    {connecting}

    def pay(order: Order):
        order.save(force_update=True)  # update shop_order, shop_wish via signal
    """)


def test_connected_when_the_app_is_ready():
    check(f"""{RECEIVERS}
    from django.apps import AppConfig

    class DeskConfig(AppConfig):
        name = "desk"

        def ready(self):
            post_save.connect(note, sender=Order)

    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def pay(order: Order):
        order.save(force_update=True)  # update shop_order, shop_wish via signal
    """)


def test_senders_are_exact():
    check(f"""{RECEIVERS}
    @receiver(post_save, sender=Order)
    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def pay(paid: PaidOrder, rush: RushOrder):
        paid.save(force_update=True)  # update shop_order
        rush.save(force_update=True)  # update shop_order, billing_rushorder
    """)


def test_deletes_are_heard_of_by_what_they_take_along():
    check(f"""{RECEIVERS}
    @receiver(post_delete, sender=Payment)
    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def forget(invoice: Invoice, payment: Payment):
        # With somebody who listens, payments are no longer deleted unseen.
        invoice.delete()  # read billing_payment, delete billing_invoice, billing_payment, update shop_wish via signal
        payment.delete()  # delete billing_payment, update shop_wish via signal
    """)


def test_rows_between_change():
    check(f"""{RECEIVERS}
    @receiver(m2m_changed, sender=Order.tags.through)
    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def mark(order: Order, product: Product, tag: Tag):
        order.tags.add(tag)  # read shop_order_tags, insert shop_order_tags, update shop_wish via signal
        product.tags.add(tag)  # read shop_product_tags, insert shop_product_tags
    """)


def test_what_happens_to_rows_between_is_told():
    check(f"""{RECEIVERS}
    @receiver(m2m_changed, sender=Order.tags.through)
    def note(sender, instance, action: str, **kwargs) -> None:
        if action == "post_add":
            Wish.objects.update(text="")  # update shop_wish
        elif action in ("pre_remove", "pre_clear"):
            Line.objects.update(number=1)  # update shop_line

    def chosen(sender, instance, action, **kwargs):
        match action:
            case "pre_add" | "post_add":
                return
            case "post_clear":
                Address.objects.update(city="")  # update people_address
        if not action.startswith("pre_"):
            return
        Badge.objects.update(number=1)  # update people_badge

    m2m_changed.connect(chosen, sender=Product.tags.through)

    def mark(order: Order, product: Product, tag: Tag):
        order.tags.add(tag)  # read shop_order_tags, insert shop_order_tags, update shop_wish via signal
        order.tags.remove(tag)  # delete shop_order_tags, update shop_line via signal
        order.tags.clear()  # delete shop_order_tags, update shop_line via signal
        product.tags.add(tag)  # read shop_product_tags, insert shop_product_tags
        product.tags.remove(tag)  # delete shop_product_tags, update people_badge via signal
        product.tags.clear()  # delete shop_product_tags, update people_address via signal, people_badge via signal
    """)


def test_signals_of_the_project():
    check(f"""{RECEIVERS}
    paid = Signal()
    closed = Signal()

    @receiver(paid)
    def note(sender, order, **kwargs):
        order.customer.wishes.update(text="")  # read people_customer, update shop_wish

    def pay(order: Order):
        paid.send(sender=None, order=order)  # read people_customer via signal, update shop_wish via signal
        paid.send_robust(sender=None, order=order)  # read people_customer, update shop_wish
        closed.send(sender=None, order=order)
    """)


def test_receivers_that_make_others_hear_and_circles():
    check(
        f"""{RECEIVERS}
    @receiver(post_save, sender=Order)
    def first(sender, instance, **kwargs):
        # Saving its own row again ends in a circle.
        instance.save(force_update=True)  # update shop_order, shop_line, shop_wish
        Line.objects.create(order=instance)  # insert shop_line, update shop_wish via signal

    @receiver(post_save, sender=Line)
    def second(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def pay(order: Order):
        order.save(force_update=True)  # update shop_order, shop_wish via signal, insert shop_line via signal
    """.replace("# update shop_order, shop_line, shop_wish", "# update shop_order, shop_wish, insert shop_line")
    )


def test_an_unknown_sender_is_nobodys():
    check(f"""{RECEIVERS}
    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def connect(model):
        post_save.connect(note, sender=model)

    def pay(order: Order):
        order.save(force_update=True)  # update shop_order
    """)


def test_connected_by_a_class_decorator():
    check(
        """
        from stock.models import Crate, Shelf

        def fill(crate: Crate, shelf: Shelf):
            crate.save(force_update=True)  # update stock_crate, shop_wish via signal
            shelf.save(force_update=True)  # update stock_shelf
    """,
        models="""
        from django.db import models
        from django.db.models.signals import post_save
        from shop.models import Wish

        def note(sender, **kwargs):
            Wish.objects.update(text="")  # update shop_wish

        def noted(cls):
            post_save.connect(note, sender=cls)
            return cls

        @noted
        class Crate(models.Model):
            size = models.IntegerField()

        class Shelf(models.Model):
            size = models.IntegerField()
    """,
    )


def test_connected_by_a_decorator_inside_of_ready():
    check(f"""{RECEIVERS}
    from django.apps import AppConfig

    class DeskConfig(AppConfig):
        name = "desk"

        def ready(self):
            @receiver(post_save, sender=Order, weak=False)
            def note(sender, **kwargs):
                Wish.objects.update(text="")  # update shop_wish

    def pay(order: Order):
        order.save(force_update=True)  # update shop_order, shop_wish via signal
    """)


@pytest.mark.parametrize("number", [MOST_CALLED + 1, 4 * MOST_CALLED])
def test_calls_grow_with_lines_and_receivers_and_not_with_both(number):
    bodies = tuple(Body("a.py", f"a.f{each}", each, each, "a", "a") for each in range(number))
    receivers = (Receiver("post_save", "a.A", (each,), ("a.py", each, f"a.f{each}")) for each in range(number))
    (hearers,) = Audience(receivers).of("post_save", "a.A")
    sites = [Site("a.py", each, each, f"a.f{each}", "a", "a", in_loop=False) for each in range(number)]
    heard = [Heard(site, body, hearers, (), Certainty.INFERRED, "_.save()", (body,)) for body, site in enumerate(sites)]
    graph = with_receivers(CallGraph(bodies, ((),) * number), heard)
    assert sum(map(len, graph.calls)) == 2 * number
    (shared,) = graph.bodies[number:]
    assert shared.function == f"{number} receivers of post_save of a.A"


def test_what_very_many_receivers_do_is_all_told():
    many = "".join(
        f"""
    @receiver(post_save, sender=Order)
    def note_{number}(sender, instance, **kwargs):
        instance.save(force_update=True)
        {"Wish.objects.update(text='')" if number == MOST_CALLED else ""}
    """
        for number in range(MOST_CALLED + 1)
    )
    found = accesses_of(f"""{RECEIVERS}
    {many}
    def pay(order: Order):
        order.save(force_update=True)
    """)
    assert {(access.action, access.table, access.via) for access in found if access.function.endswith(".pay")} == {
        ("update", "shop_order", "instance"),
        ("update", "shop_wish", "signal"),
    }


def test_a_circle_of_receivers_is_told_as_far_as_the_limit_and_counted():
    around = MOST_STEPS + 5
    models = "from django.db import models\nfrom django.db.models.signals import post_save\n" + "".join(
        f"class Crate{each}(models.Model):\n    size = models.IntegerField()\n" for each in range(around)
    )
    receivers = "".join(
        f"""
    @receiver(post_save, sender=Crate{each})
    def note_{each}(sender, **kwargs):
        Crate{(each + 1) % around}.objects.bulk_create([])
        Crate{(each + 1) % around}.objects.create(size=1)
    """
        for each in range(around)
    )
    code = f"""{RECEIVERS}
    from stock.models import *
    {receivers}
    def fill(crate: Crate0):
        crate.save(force_insert=True)
    """
    heard = [each for each in accesses_of(code, models=models) if each.function.endswith(".fill")]
    assert len({each.table for each in heard if each.via == "signal"}) == MOST_STEPS
    spots = blind_spots_of(code, models=models)
    assert {spot.kind for spot in spots} == {"receiver-limit"}
    assert len(spots) == around


def test_a_signal_of_the_project_with_very_many_receivers_is_counted_where_it_is_sent():
    many = "".join(
        f"""
    @receiver(paid)
    def note_{number}(sender, **kwargs):
        Wish.objects.update(text="")
    """
        for number in range(30)
    )
    spots = blind_spots_of(f"""{RECEIVERS}
    paid = Signal()
    {many}
    def pay(order: Order):
        paid.send(sender=None, order=order)
    """)
    assert [spot.kind for spot in spots] == ["receiver-limit"]


def test_models_are_asked_of_the_configuration():
    check(f"""{RECEIVERS}
    from django.apps import AppConfig

    class ShopConfig(AppConfig):
        name = "shop"

        def ready(self):
            for model in [self.get_model("Order"), self.get_model(model_name="Line")]:
                post_save.connect(note, sender=model)

    class Unknown(AppConfig):
        def ready(self):
            post_save.connect(note, sender=self.get_model("Wish"))

    def note(sender, **kwargs):
        Wish.objects.update(text="")  # update shop_wish

    def pay(order: Order, wish: Wish):
        order.save(force_update=True)  # update shop_order, shop_wish via signal
        wish.save(force_update=True)  # update shop_wish
    """)


def test_rows_between_are_told_of_by_rows_of_either_end():
    check(f"""{RECEIVERS}
    @receiver(m2m_changed, sender=Order.tags.through)
    def note(sender, instance, model, **kwargs):
        instance.refresh_from_db()  # read shop_order inferred, shop_tag inferred
    """)
