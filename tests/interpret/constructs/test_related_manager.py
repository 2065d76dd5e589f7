import pytest

from tests.support.query_snippets import check


def test_many_to_many_writes_the_table_between():
    check(
        """
        def tag(product: Product, new: Tag):
            product.tags.add(new)  # read shop_product_tags, insert shop_product_tags via m2m
            product.tags.remove(new)  # delete shop_product_tags
            product.tags.clear()  # delete shop_product_tags
            # read shop_product_tags, shop_tag, insert shop_product_tags, delete shop_product_tags
            product.tags.set([new])
            product.tags.set([new], clear=True)  # read shop_product_tags, insert shop_product_tags, delete shop_product_tags
    """,
        certainty="proved",
    )


def test_from_the_other_side():
    check("""
        def tag(tag: Tag, product: Product):
            tag.products.add(product)  # read shop_product_tags, insert shop_product_tags
            tag.products.clear()  # delete shop_product_tags
    """)


def test_through_model():
    check("""
        def fill(order: Order, product: Product):
            order.products.add(product, through_defaults={"amount": 2})  # read shop_line, insert shop_line
            order.products.remove(product)  # delete shop_line
    """)


def test_foreign_key_is_in_the_other_table():
    check("""
        def wish(customer: Customer, wish: Wish):
            customer.wishes.add(wish)  # update shop_wish via related
            customer.wishes.remove(wish)  # update shop_wish
            customer.wishes.clear()  # update shop_wish
            customer.wishes.set([wish])  # read shop_wish, update shop_wish
    """)


def test_rows_that_are_added_one_by_one_are_saved():
    check("""
        def wish(customer: Customer):
            customer.wishes.add(Wish(text="a"), bulk=False)  # insert shop_wish
            customer.wishes.add(Wish.objects.get(pk=1), bulk=False)  # read shop_wish, update shop_wish
    """)


def test_asynchronous():
    check("""
        async def tag(product: Product, new: Tag):
            await product.tags.aadd(new)  # read shop_product_tags, insert shop_product_tags
            await product.tags.aremove(new)  # delete shop_product_tags
            await product.tags.aclear()  # delete shop_product_tags
            # read shop_product_tags, shop_tag, insert shop_product_tags, delete shop_product_tags
            await product.tags.aset([new])
    """)


def test_generic_relation_deletes_what_it_takes_away():
    check("""
        def note(product: Product, note: Note):
            product.notes.add(note)  # update people_note, read django_content_type
            product.notes.remove(note)  # delete people_note
            product.notes.clear()  # delete people_note, read django_content_type
            product.notes.set([note])  # read people_note, django_content_type, update people_note, delete people_note
    """)


@pytest.mark.parametrize("kept", ["seen = set()", "seen: set[Tag] = set()", "seen = {1}"])
def test_sets_are_no_relations(kept):
    check(f"""
        def look(tag: Tag):
            {kept}
            seen.add(tag)
            seen.remove(tag)
            seen.clear()
    """)


def test_managers_of_models_have_no_such_methods():
    check("""
        class Box:
            def __init__(self):
                self.tags = set()
            def fill(self, tag: Tag):
                self.tags.add(tag)
                self.tags.clear()
                cache.set("tags", tag)
                cache.clear()
    """)
