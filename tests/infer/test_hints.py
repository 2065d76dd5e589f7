"""What the configuration says of values that can't be known from code."""

import pytest

from cutpoint.domain.project import Hint, HintKind, Shape
from tests.support.query_snippets import check


def types(name: str, shape: Shape = Shape.INSTANCE, model: str = "shop.Wish") -> tuple[Hint, ...]:
    return (Hint(HintKind.TYPES, name, model=model, shape=shape),)


def test_parameter():
    check(
        """
        def forget(wish):
            wish.delete()  # delete shop_wish
    """,
        hints=types("desk.views.forget.wish"),
    )


def test_parameter_of_a_method():
    check(
        """
        class Desk:
            def forget(self, wishes):
                wishes.filter(text="").delete()  # delete shop_wish
    """,
        hints=types("desk.views.Desk.forget.wishes", Shape.QUERYSET),
    )


def test_variable():
    check(
        """
        import nowhere

        def forget():
            wish = nowhere.load()
            wish.delete()  # delete shop_wish
    """,
        hints=types("desk.views.forget.wish"),
    )


def test_attribute():
    check(
        """
        class Desk:
            def __init__(self, thing):
                self.wish = thing

            def forget(self):
                self.wish.delete()  # delete shop_wish
    """,
        hints=types("desk.views.Desk.wish"),
    )


@pytest.mark.parametrize(
    ("shape", "use"),
    [
        (Shape.INSTANCE, "found.delete()  # delete shop_wish"),
        (Shape.QUERYSET, "found.filter(text='').delete()  # delete shop_wish"),
        (Shape.MANAGER, "found.create()  # insert shop_wish"),
        (Shape.CLASS, "found.objects.update()  # update shop_wish"),
    ],
)
def test_result(shape, use):
    check(
        f"""
        import factories

        def forget():
            found = factories.wish_for("a")
            {use}
    """,
        hints=(Hint(HintKind.RETURNS, "factories.wish_for", model="shop.Wish", shape=shape),),
    )


def test_result_of_own_code():
    check(
        """
        class Factory:
            def make(self, kind):
                return REGISTRY[kind]()

        REGISTRY = {}

        def forget(factory: Factory):
            factory.make("a").delete()  # delete shop_wish
            Factory().make("a").delete()  # delete shop_wish
    """,
        hints=(Hint(HintKind.RETURNS, "desk.views.Factory.make", model="shop.Wish", shape=Shape.INSTANCE),),
    )
