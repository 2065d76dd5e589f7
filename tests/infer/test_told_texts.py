"""Names of models are texts that a function is told with a row or a class of that model."""

from tests.support.query_snippets import check


def test_names_of_a_model():
    check("""
        def change(row):
            if row._meta.model_name == "wish":
                row.save(force_update=True)  # update shop_wish
            elif row.__class__.__name__ in ("Tag", "Order"):
                row.delete()  # delete shop_tag, shop_order_tags, shop_product_tags
            elif type(row).__name__ == "Badge":
                row.delete()

        def each_kind(wish: Wish, tag: Tag):
            change(wish)
            change(tag)
    """)


def test_rows_of_a_model_with_others_below():
    check("""
        def change(row):
            if row._meta.model_name == "rushorder":
                Tag.objects.update(label="")  # update shop_tag

        def pay(order: Order):
            change(order)
    """)
