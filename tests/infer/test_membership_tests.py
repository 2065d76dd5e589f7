"""`model is Order`, `model in (Order, Line)`: a branch is for the models that it names."""

from tests.support.query_snippets import check


def test_models_of_a_tuple():
    check("""
        KINDS = Wish, Line

        def forget(kind: type[Wish] | type[Line] | type[Tag]):
            if kind in (Wish, Line):
                kind.objects.update()  # update shop_wish, shop_line
            else:
                kind.objects.update(label="")  # update shop_tag
            if kind not in KINDS:
                kind.objects.update(label="a")  # update shop_tag
            if kind != Tag:
                kind.objects.update()  # update shop_wish, shop_line
    """)


def test_a_branch_for_others():
    check("""
        def forget(kind: type[Wish]):
            if kind is Tag:
                Order.objects.update()
            if kind in [Tag, Line]:
                Order.objects.update()
    """)


def test_a_model_may_be_one_below():
    check("""
        def forget(kind: type[Order]):
            if kind is RushOrder:
                Tag.objects.update(label="")  # update shop_tag
            if kind is not Order:
                Tag.objects.update(label="")  # update shop_tag
    """)


def test_of_what_is_not_known_all_is_kept():
    check("""
        def forget(kind: type[Wish], other, kinds):
            if kind is other:
                kind.objects.update()  # update shop_wish
            if kind in kinds:
                kind.objects.update()  # update shop_wish
            if kind in (Tag, other):
                kind.objects.update()  # update shop_wish
    """)
