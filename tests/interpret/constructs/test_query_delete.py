from tests.interpret.constructs.test_instance_delete import CRATES
from tests.support.query_snippets import check


def test_delete():
    check(
        """
        def forget(wishes: QuerySet[Wish]):
            wishes.delete()  # delete shop_wish via queryset
            Wish.objects.all().delete()  # delete shop_wish
            Wish.objects.filter(text="").delete()  # delete shop_wish
    """,
        certainty="proved",
    )


def test_where_it_looks():
    check("""
        def forget():
            Wish.objects.filter(customer__email="a").delete()  # read people_customer, delete shop_wish
    """)


def test_asynchronous():
    check("""
        async def forget():
            await Wish.objects.filter(text="").adelete()  # delete shop_wish
    """)


def test_raw_delete():
    check("""
        def forget(wishes: QuerySet[Wish]):
            wishes._raw_delete(wishes.db)  # delete shop_wish
    """)


def test_related_manager():
    check("""
        def forget(customer: Customer):
            customer.wishes.all().delete()  # delete shop_wish
            customer.wishes.filter(text="").delete()  # delete shop_wish
    """)


def test_multi_table_child_takes_its_parents_along():
    check(
        """
        from stock.models import Pallet
        def forget():
            # No single statement deletes from several tables: the rows are fetched.
            Pallet.objects.filter(weight=1).delete()  # read stock_crate, stock_pallet, delete stock_crate, stock_pallet
    """,
        models=CRATES,
    )


def test_related_manager_of_a_many_to_many_looks_between():
    check(
        """
        from stock.models import Shelf
        def forget(shelf: Shelf):
            # Rows between go, too, so that papers are fetched first.
            shelf.papers.all().delete()  # read stock_shelf_papers, stock_paper, delete stock_paper, stock_shelf_papers
    """,
        models="""
        from django.db import models

        class Paper(models.Model):
            text = models.TextField()

        class Shelf(models.Model):
            papers = models.ManyToManyField(Paper, related_name="+")
    """,
    )


def test_raw_delete_leaves_parents():
    check(
        """
        from stock.models import Pallet
        def forget(pallets: QuerySet[Pallet]):
            pallets._raw_delete("default")  # delete stock_pallet
    """,
        models=CRATES,
    )


def test_things_that_only_look_like_queries():
    check("""
        import pathlib

        class Bucket:
            def filter(self, prefix):
                return self
            def delete(self):
                return 1

        def forget(bucket: Bucket, path: pathlib.Path):
            bucket.filter("orders/").delete()
            cache.delete("orders")
            path.unlink()
    """)
