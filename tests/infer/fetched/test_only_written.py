"""A queryset that is only updated or deleted is read nowhere."""

from tests.support.query_snippets import check


def test_by_a_name():
    check("""
        def forget(number):
            wishes = Wish.objects.filter(pk=number)
            wishes.delete()  # delete shop_wish
            lines = Line.objects.filter(amount=number)
            if number:
                lines = lines.exclude(amount=3)
            lines.update(amount=2)  # update shop_line
    """)


def test_that_something_else_is_done_with():
    check("""
        def forget(number):
            wishes = Wish.objects.filter(pk=number)  # read shop_wish
            print(wishes)
            wishes.delete()  # delete shop_wish
            lines = Line.objects.filter(amount=number)  # read shop_line
            if not lines.exists():  # read shop_line
                return
            lines.update(amount=2)  # update shop_line
    """)


def test_by_all_callers():
    check("""
        def forget(number):
            _wishes(number).delete()  # delete shop_wish

        def clear(number):
            wishes = _wishes(number)
            wishes.update(price=1)  # update shop_wish

        def _wishes(number):
            return Wish.objects.filter(pk=number)
    """)


def test_by_one_of_the_callers():
    check("""
        def forget(number):
            _wishes(number).delete()  # delete shop_wish

        def show(number):
            return list(_wishes(number))  # read shop_wish

        def _wishes(number):
            return Wish.objects.filter(pk=number)  # read shop_wish
    """)


def test_in_a_function_inside():
    check("""
        def forget(number):
            wishes = Wish.objects.filter(pk=number)  # read shop_wish
            later = lambda: wishes.first()  # read shop_wish
            wishes.delete()  # delete shop_wish
            return later
    """)
