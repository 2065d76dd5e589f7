"""Which tables there are, and who declares them."""

from cutpoint.emit.table_rows import Bucket, table_rows
from tests.support.builders import a_catalog, a_model


def rows_of(*models):
    return [(row.name, row.model, row.owner, row.bucket.value) for row in table_rows(a_catalog(models=models))]


def test_a_table_belongs_to_the_app_of_its_model():
    assert rows_of(a_model("shop.Order")) == [("shop_order", "shop.Order", "shop", "own")]


def test_models_without_a_table_of_their_own_make_no_row():
    assert (
        rows_of(
            a_model("shop.Base", abstract=True),
            a_model("shop.Proxy", proxy=True, table="shop_order"),
            a_model("shop.Swapped", swapped=True),
        )
        == []
    )


def test_an_automatic_many_to_many_has_a_table():
    assert [name for name, *_ in rows_of(a_model("shop.Order_tags", auto_created=True))] == ["shop_order_tags"]


def test_of_two_models_on_one_table_the_managed_one_declares_it():
    copy = a_model("archive.Order", table="shop_order", managed=False)
    assert rows_of(copy, a_model("shop.Order")) == [("shop_order", "shop.Order", "shop", "own")]


def test_tables_are_sorted_by_name():
    assert [row[0] for row in rows_of(a_model("b.B"), a_model("a.A"))] == ["a_a", "b_b"]


def test_tables_of_theirs_belong_to_frameworks():
    assert rows_of(a_model("taggit.Tag", ours=False))[0][3] == Bucket.FRAMEWORK


def test_permissions_are_a_framework_table_even_where_django_itself_is_read():
    models = [a_model(f"auth.{name}", module="django.contrib.auth.models") for name in ("Permission", "User")]
    assert [row[3] for row in rows_of(*models)] == ["framework", "own"]


def test_an_app_of_ours_that_is_called_auth_owns_its_permissions():
    assert rows_of(a_model("auth.Permission", module="shop.auth.models"))[0][3] == Bucket.OWN
