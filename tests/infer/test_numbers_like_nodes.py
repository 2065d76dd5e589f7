"""Lists of numbers: in the skeleton they look like nodes, whose kinds are numbers, to whoever walks over all of it."""

import pytest

from cutpoint.domain import skeleton
from tests.support.query_snippets import accesses_of, check

KINDS = sorted({value for name, value in vars(skeleton).items() if name.isupper() and type(value) is int and value > 0})


@pytest.mark.parametrize(
    "rest", ["2", "2, 3", "2, 3, 4", "[2, 3]", "[2], [3]", "[2, 3], 4, 5", "'a'", "'a', [2], 3, 4", "['a'], 'b', 2"]
)
def test_lists_of_numbers(rest):
    lists = "\n".join(
        f"                numbers = [{kind}, {rest}]\n                use({kind}, {rest})" for kind in KINDS
    )
    check(f"""
        class Desk:
            def __init__(self, wish=None):
                self.wish = wish

            def forget(self, wish: Wish, wanted, options={{}}):
                found = Wish.objects.filter(pk=wish.pk)  # read shop_wish
                model = found.model
                numbers = []
{lists}
                if not numbers and hasattr(model, "text") and wanted is not None and getattr(wish, "text", None):
                    numbers.append(1)
                for number in [41, {rest}]:
                    setattr(wish, wanted, number)
                for key, value in {{"text": [41, {rest}]}}.items():
                    setattr(wish, key, value)
                if options and not wish.pk:
                    use(self.wish)
                found.delete()  # delete shop_wish

        def use(*numbers):
            return numbers
    """)


@pytest.mark.parametrize("rest", ["2", "2, 3, 4", "[2], [3]", "'a', [2], 3, 4"])
def test_deletes_beside_lists_of_numbers(rest):
    """What goes before a delete, what a method deletes and what a test asks for is looked at in statements of any kind."""
    functions = "\n".join(
        f"""
        def forget_{kind}(wish: Wish, other: Wish):
            found = Wish.objects.filter(text__in=[{kind}, {rest}])
            if connection.vendor == {kind} or wish.text in [{kind}, {rest}]:
                drop({kind}, {rest})
            wish.delete()
            found.delete()
            for each in Wish.objects.filter(text__in=[{kind}, {rest}]):
                each.withdraw([{kind}, {rest}])
            other.delete()
        """
        for kind in KINDS
    )
    found = accesses_of(f"""
        from django.db import connection

        def drop(*numbers):
            return [numbers, {rest}]
        {functions}
    """)
    deletes = [access for access in found if access.action == "delete" and access.table == "shop_wish"]
    assert len(deletes) == 3 * len(KINDS)
