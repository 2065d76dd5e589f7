"""Inherited methods that nothing in a class leads to, as it has overridden all that call them."""

from tests.support.query_snippets import check

VIEWS = """
        class Creation:
            model = None

            def form_valid(self):
                self.store()

            def store(self):
                keep(self.model())

        def keep(row):
            row.save()  # {kept}

        class Wishes(Creation):
            model = Wish

        class Badges(Creation):
            model = Badge

            def form_valid(self):
                {instead}
"""


def _kept(certainty: str) -> str:
    return f"insert shop_wish inferred, insert people_badge {certainty}"


def test_a_caller_that_is_overridden():
    check(VIEWS.format(kept=_kept("possible"), instead="print(self)"))


def test_an_override_that_says_super():
    check(VIEWS.format(kept=_kept("inferred"), instead="super().form_valid()"))


def test_whoever_calls_from_elsewhere():
    check(
        VIEWS.format(kept=_kept("inferred"), instead="print(self)")
        + """
        def run(creation: Creation):
            creation.store()
    """
    )
