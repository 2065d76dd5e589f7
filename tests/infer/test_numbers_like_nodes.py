"""Lists of numbers: in the skeleton they look like nodes, whose kinds are numbers, to whoever walks over all of it."""

import pytest

from cutpoint.domain import skeleton
from tests.support.query_snippets import check

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
