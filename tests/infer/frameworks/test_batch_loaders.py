"""Data loaders and the promises that they give."""

from tests.support.query_snippets import check

LOADERS = """
    from promise import Promise
    from promise.dataloader import DataLoader
    from shop.models import Line, Wish

    class Loader(DataLoader):
        def batch_load_fn(self, keys):
            found = self.batch_load(keys)
            return found if isinstance(found, Promise) else Promise.resolve(found)

    class WishLoader(Loader):
        def batch_load(self, keys):
            wishes = Wish.objects.in_bulk(keys)  # read shop_wish
            return [wishes.get(key) for key in keys]

    class LinesLoader(Loader):
        def batch_load(self, keys):
            def with_wishes(wishes):
                return [list(wish.product.line_set.all()) for wish in wishes]  # read shop_product, shop_line

            return WishLoader(self.context).load_many(keys).then(with_wishes)
"""


def test_one_and_many():
    check(
        """
        from desk.loaders import LinesLoader, WishLoader

        def forget(context):
            WishLoader(context).load(1).get().delete()  # delete shop_wish inferred
            for line in LinesLoader(context).load(1).get():
                line.delete()  # delete shop_line

        def later(context):
            return WishLoader(context).load_many([1]).then(lambda wishes: [wish.delete() for wish in wishes])  # delete shop_wish
        """,
        files={"desk/loaders.py": LOADERS},
    )


def test_all_of_them_in_their_order():
    check(
        """
        from desk.loaders import LinesLoader, Promise, WishLoader

        def forget(context):
            def both(found):
                wish, lines = found
                wish.delete()  # delete shop_wish
                lines[0].save()  # update shop_line

            return Promise.all([WishLoader(context).load(1), LinesLoader(context).load(2)]).then(both)
        """,
        files={"desk/loaders.py": LOADERS},
    )


def test_loader_of_our_own_promises_nothing():
    check("""
        class DataLoader:
            def load(self, key):
                return {"a": key}

            def batch_load_fn(self, keys):
                return Wish.objects.in_bulk(keys)  # read shop_wish

        def look():
            DataLoader().load(1).update(a=2)
    """)
