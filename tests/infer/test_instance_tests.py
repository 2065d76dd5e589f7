"""`isinstance(row, Order)` where a function is handed rows of other models, or of no others."""

from tests.support.query_snippets import check


def test_rows_of_others_are_none():
    check("""
        from people.models import Customer

        def close(thing):
            if isinstance(thing, Order):
                Badge.objects.update(color="")
            if isinstance(thing, (Order, Wish)):
                thing.delete()  # delete shop_wish

        def forget(wish: Wish):
            close(wish)
    """)


def test_rows_may_be_of_a_model_below():
    check("""
        def close(thing):
            if isinstance(thing, RushOrder):
                Badge.objects.update(color="")  # update people_badge

        def forget(order: Order):
            close(order)
    """)


def test_a_precaution_is_for_callers_that_are_not_seen():
    check("""
        def close(thing):
            if not isinstance(thing, Wish):
                thing = Wish.objects.get(pk=thing)  # read shop_wish
            thing.delete()  # delete shop_wish

        def forget(wish: Wish):
            close(wish)
    """)


def test_a_class_that_is_handed_over_may_be_another():
    check("""
        def close(thing, kind):
            if isinstance(thing, kind):
                Badge.objects.update(color="")  # update people_badge

        def forget(wish: Wish):
            close(wish, Order)
    """)


def test_a_class_elsewhere_may_be_above():
    check("""
        from elsewhere import Audited

        def close(thing):
            if isinstance(thing, Audited):
                Badge.objects.update(color="")  # update people_badge

        def forget(wish: Wish):
            close(wish)
    """)


def test_what_has_no_name_is_not_known_better():
    check("""
        def forget(wish: Wish):
            if isinstance(None, Wish) or isinstance(1, Order) or hasattr("text", "wish"):
                wish.save()  # insert shop_wish, update shop_wish
            setattr(wish, "text")
            wish.delete()  # delete shop_wish
    """)
