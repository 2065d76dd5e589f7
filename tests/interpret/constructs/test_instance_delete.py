from tests.support.query_snippets import check

CRATES = """
    from django.db import models

    class Crate(models.Model):
        size = models.IntegerField()

    class Pallet(Crate):
        weight = models.IntegerField()

    class Box(models.Model):
        size = models.IntegerField()

    class SmallBox(Box):
        class Meta:
            proxy = True
"""


def test_row():
    check(
        """
        def forget(wish: Wish):
            wish.delete()  # delete shop_wish via instance
            Wish.objects.get(pk=1).delete()  # read shop_wish, delete shop_wish
    """,
        certainty="proved",
    )


def test_row_of_a_relation():
    check("""
        def forget(customer: Customer):
            customer.badge.delete()  # read people_badge, delete people_badge
            for wish in customer.wishes.all():  # read shop_wish
                wish.delete(keep_parents=True)  # delete shop_wish
    """)


def test_asynchronous():
    check("""
        async def forget(wish: Wish):
            await wish.adelete()  # delete shop_wish
    """)


def test_multi_table_child_takes_its_parents_along():
    check(
        """
        from stock.models import Pallet
        def forget(pallet: Pallet):
            pallet.delete()  # delete stock_pallet, delete stock_crate via inheritance
    """,
        models=CRATES,
    )


def test_parents_can_be_kept():
    check(
        """
        from stock.models import Pallet
        def forget(pallet: Pallet):
            pallet.delete(keep_parents=True)  # delete stock_pallet
    """,
        models=CRATES,
    )


def test_proxy():
    check(
        """
        from stock.models import SmallBox
        def forget(box: SmallBox):
            box.delete()  # delete stock_box
    """,
        models=CRATES,
    )


def test_things_that_only_look_like_rows():
    check("""
        class Draft:
            def delete(self):
                self.gone = True

        def forget(draft: Draft, name: str, wish: Wish):
            draft.delete()
            cache.delete(name)
            del wish.text
            del wish
            return Wish.delete
    """)
