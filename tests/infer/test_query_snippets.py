"""The harness itself: what `check` accepts, and how it says what is wrong."""

import pytest

from tests.support.query_snippets import check


def differences(code, **options) -> list[str]:
    with pytest.raises(AssertionError) as caught:
        check(code, **options)
    return [line.strip() for line in str(caught.value).splitlines()[1:]]


def test_missing_and_too_much_are_told_line_by_line():
    assert differences(
        """
        def all(wish: Wish):
            wish.delete()  # read shop_wish
            wish.refresh_from_db()
            print(wish)  # update shop_wish, blind
        """
    ) == [
        "desk/views.py:3  wish.delete()",
        "- read shop_wish",
        "+ delete shop_wish",
        "desk/views.py:4  wish.refresh_from_db()",
        "+ read shop_wish",
        "desk/views.py:5  print(wish)",
        "- update shop_wish",
        "- blind",
    ]


def test_extras_are_compared_when_they_are_asked_for():
    code = """
        def all(wish: Wish):
            wish.delete()  # delete shop_wish {}
    """
    for extra in ("proved", "via instance", "for itself", "proved via instance for itself"):
        check(code.format(extra))
    for extra in ("inferred", "via m2m", "for billing"):
        assert differences(code.format(extra))[1:] == [
            f"- delete shop_wish {extra}",
            f"+ delete shop_wish {'proved' if extra == 'inferred' else 'via instance' if 'm2m' in extra else 'for itself'}",
        ]


def test_certainty_of_all():
    check("\nWish.objects.update()  # update shop_wish\n", certainty="proved")
    assert differences("\nWish.objects.update()  # update shop_wish\n", certainty="possible")


def test_actions_hold_until_the_next_and_separators_are_free():
    check(
        """
        def all(wish: Wish, line: Line):
            wish.delete(), line.delete(), Tag.objects.count()  # delete shop_wish, shop_line; read shop_tag
        """
    )


def test_comments_stand_on_any_line_of_their_statement_or_alone_before_it():
    check(
        """
        def all(wish: Wish):
            Wish.objects.filter(  # delete shop_wish
                text="",
            ).delete()
            Wish.objects.filter(
                text="",
            ).delete()  # delete shop_wish
            # delete shop_wish
            wish.delete()

            # Prose says nothing.
            # reading it is a bore
            wish.refresh_from_db()  # read shop_wish
        """
    )


def test_heads_of_compound_statements_and_decorators_are_lines_of_their_own():
    check(
        """
        def traced(wish):
            return lambda function: function

        @traced(Wish.objects.first())  # read shop_wish
        def all(wishes: QuerySet[Wish]):
            for wish in wishes:  # read shop_wish
                wish.delete()  # delete shop_wish
        """
    )


def test_joins_count_as_read():
    check("\nWish.objects.filter(customer__email='a')  # read shop_wish, people_customer\n")


def test_further_modules_and_models_are_held_to_their_comments_as_well():
    wrong = differences(
        """
        from desk.more import forget
        """,
        models="""
            from django.db import models
            class Box(models.Model):
                def fall(self):
                    self.delete()
        """,
        files={"desk/more.py": "def forget(wish: 'shop.models.Wish'):\n    pass  # delete shop_wish\n"},
    )
    assert wrong == [
        "stock/models.py:5  self.delete()",
        "+ delete stock_box",
        "desk/more.py:2  pass",
        "- delete shop_wish",
    ]


@pytest.mark.parametrize("comment", ["read", "read shop wish", "delete shop_wish surely", "read shop_wish via"])
def test_clauses_that_are_nearly_right_are_mistakes(comment):
    with pytest.raises(AssertionError, match="no clause"):
        check(f"\nprint()  # {comment}\n")


def test_a_snippet_begins_with_a_line_break():
    with pytest.raises(AssertionError, match="first line"):
        check("Wish.objects.all()")
