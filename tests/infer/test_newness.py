"""Code that asks whether a row is new is followed only where it goes for that row."""

import pytest

from tests.support.query_snippets import check

RECEIVERS = """
    from django.db.models.signals import post_save, pre_save
    from django.dispatch import receiver
"""
CRATE = """
    from django.db import models
    from people.models import Badge

    class Crate(models.Model):
        name = models.CharField(max_length=9)

        def save(self, *args, **kwargs):
            is_new = {question}
            super().save(*args, **kwargs)  # insert stock_crate, update stock_crate
            if is_new:
                Badge.objects.update(color="")  # update people_badge
"""


def test_a_receiver_that_tells_new_rows_from_others():
    check(f"""{RECEIVERS}
    @receiver(post_save, sender=Wish)
    def note(sender, instance, created, **kwargs):
        if created:
            Tag.objects.update(label="")  # update shop_tag
        else:
            Badge.objects.update(color="")  # update people_badge

    def make():
        Wish.objects.create()  # insert shop_wish, update shop_tag inferred via signal
        Wish().save()  # insert shop_wish, update shop_tag via signal
        Wish.objects.get_or_create(text="")  # read shop_wish, insert shop_wish, update shop_tag via signal

    def change(wish: Wish):
        wish.save(force_update=True)  # update shop_wish, people_badge via signal
        wish.save(update_fields=["text"])  # update shop_wish, people_badge via signal
        Wish.objects.get().save()  # read shop_wish, update shop_wish, people_badge via signal

    def either(wish: Wish):
        wish.save()  # insert shop_wish, update shop_wish, people_badge via signal, shop_tag via signal
    """)


def test_a_receiver_that_gives_up_early():
    check(f"""{RECEIVERS}
    @receiver(post_save, sender=Wish)
    def note(sender, instance, created=False, **kwargs):
        if not created or kwargs.get("raw"):
            return
        Tag.objects.update(label="")  # update shop_tag

    def both():
        Wish.objects.create()  # insert shop_wish, update shop_tag via signal
        Wish.objects.get().save()  # read shop_wish, update shop_wish
    """)


def test_before_the_save_a_receiver_knows_nothing_of_its_row():
    check(f"""{RECEIVERS}
    @receiver(pre_save, sender=Wish)
    def note(sender, instance, **kwargs):
        if instance.pk is None:
            Tag.objects.update(label="")  # update shop_tag

    def make():
        Wish.objects.create()  # insert shop_wish, update shop_tag via signal
    """)


@pytest.mark.parametrize("question", ["not bool(self.pk)", "self.pk is None", "self._state.adding", "not self.id"])
def test_what_an_override_does_for_new_rows_is_not_heard_of_stored_ones(question):
    check(
        f"""{RECEIVERS}
    from stock.models import Crate

    @receiver(post_save, sender=Wish)
    def change(sender, instance, **kwargs):
        Crate.objects.get().save()  # read stock_crate, update stock_crate

    @receiver(post_save, sender=Tag)
    def touch(sender, instance, **kwargs):
        for crate in instance.crates:
            Crate(name="").save()  # insert stock_crate

    def store(wish: Wish, tag: Tag):
        wish.save(force_update=True)  # update shop_wish, read stock_crate, update stock_crate
        tag.save(force_update=True)  # update shop_tag, insert stock_crate, update people_badge
    """,
        models=CRATE.format(question=question),
    )


def test_a_key_that_was_taken_away():
    check("""
    def copy(wish: Wish):
        stored = Wish.objects.get()  # read shop_wish
        stored.pk = None
        if stored.pk is None:
            Tag.objects.update(label="")  # update shop_tag
        other = Wish.objects.get()  # read shop_wish
        if other.id is None:
            Tag.objects.update(label="")
        if not wish.pk:
            Tag.objects.update(label="")  # update shop_tag
    """)


def test_a_flag():
    check("""
    def run(tags):
        found = False
        for tag in tags:
            found = True
        if found:
            Wish.objects.update(text="")  # update shop_wish
        quiet = True
        if not quiet:
            Tag.objects.update(label="")
    """)


@pytest.mark.parametrize("copying", ["@wraps(handler)", ""])
def test_receiver_behind_a_decorator(copying):
    check(f"""
        from django.db.models.signals import post_save

        def unless_raw(handler):
            {copying}
            def wrapper(*args, **kwargs):
                if kwargs.get("raw"):
                    return
                handler(*args, **kwargs)
            return wrapper

        @unless_raw
        def note(sender, instance, created, **kwargs):
            if created:
                Note.objects.create(about=instance)  # insert people_note, read django_content_type

        post_save.connect(note, sender=Badge)

        def make():
            Badge.objects.create(color="red")  # insert people_badge, insert people_note, read django_content_type

        def paint():
            badge = Badge.objects.get(pk=1)  # read people_badge
            badge.save()  # update people_badge
    """)
