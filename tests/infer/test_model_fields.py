"""Fields of a model that code goes through: `order._meta.many_to_many`."""

from tests.support.query_snippets import check


def test_relations_that_are_copied():
    check("""
        def copy(order: Order, other: Order):
            for field in order._meta.many_to_many:
                # read shop_line, shop_product, shop_order_tags, shop_tag, insert shop_line, shop_order_tags, delete shop_line, shop_order_tags
                getattr(order, field.name).set(getattr(other, field.name).all())

        def tell(order: Order):
            for field in Order._meta.local_many_to_many:
                print(list(field.value_from_object(order)))  # read shop_line, shop_product, shop_order_tags, shop_tag
                print(field.verbose_name, field.value_to_string(order))

        def tell_later(order: Order):
            for field in Order._meta.local_many_to_many:
                found = field.value_from_object(order)  # read shop_line, shop_product, shop_order_tags, shop_tag
                for row in found:
                    print(row)
    """)


def test_relations_that_a_form_would_store():
    check("""
        from itertools import chain

        def store(row, data):
            for field in chain(row._meta.many_to_many, row._meta.private_fields):
                if hasattr(field, "save_form_data"):
                    # read shop_product_tags, shop_tag, insert shop_product_tags, delete shop_product_tags
                    field.save_form_data(row, data[field.name])

        def all(product: Product, wish: Wish):
            store(product, {})
            store(wish, {})
            product._meta.get_field("name").save_form_data(product, "")
    """)


def test_relations_of_which_the_data_chooses():
    check("""
        def store(product: Product, data):
            for field in product._meta.many_to_many:
                if field.name not in data:
                    continue
                # read shop_product_tags possible, shop_tag possible, insert shop_product_tags possible, delete shop_product_tags possible
                field.save_form_data(product, data[field.name])
    """)
