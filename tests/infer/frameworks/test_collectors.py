"""Django's `Collector`, driven by hand."""

import pytest

from tests.support.query_snippets import check


def test_collector_of_django():
    check("""
        from django.db.models.deletion import Collector

        def forget(wishes: QuerySet[Wish], line: Line):
            collector = Collector(using="default")
            collector.collect(wishes)
            collector.add([line])
            collector.delete()  # delete shop_wish, shop_line

        def look(wish: Wish):
            collector = Collector(using="default")
            collector.collect([wish])
            return collector.data
    """)


def test_collector_of_ours_in_a_delete_of_ours():
    check(
        """
        from stock.models import Crate, Shelf

        def forget(crate: Crate, shelf: Shelf):
            crate.delete()  # delete stock_crate
            shelf.delete()  # delete stock_shelf
        """,
        models="""
        from django.db import models
        from django.db.models.deletion import Collector

        class OrderedCollector(Collector):
            def collect(self, objs, source=None, **options):
                super().collect(objs, source=source, **options)

        class Deleted(models.Model):
            class Meta:
                abstract = True

            def delete(self, using=None):
                collector = OrderedCollector(using=using, origin=self)
                collector.collect([self])
                return collector.delete()  # delete stock_crate, stock_shelf

        class Crate(Deleted):
            pass

        class Shelf(Deleted):
            pass
        """,
    )


@pytest.mark.parametrize("collector", ["Collector", "Ordered"])
def test_who_decides_what_a_collector_of_ours_gets(collector):
    """The same as with Django's own: what is handed to its `collect` is known as the function knows it that hands it over."""
    check(
        """
        from stock.models import Crate

        def forget(crate: Crate):
            crate.delete()  # delete stock_crate
        """,
        models=f"""
        from django.db import models
        from django.db.models.deletion import Collector

        class Ordered(Collector):
            def collect(self, objs, source=None, **options):
                super().collect(objs, source=source, **options)

        class Deleted(models.Model):
            class Meta:
                abstract = True

            def delete(self, using=None):
                collector = {collector}(using=using, origin=self)
                collector.collect([self])
                return collector.delete()  # delete stock_crate

        class Crate(Deleted):
            pass
        """,
        certainty="proved",
    )


def test_other_collectors_touch_nothing():
    check("""
        class Collector:
            def collect(self, objs):
                self.data = objs

            def delete(self):
                self.data = None

        def forget(wish: Wish):
            collector = Collector()
            collector.collect([wish])
            collector.delete()
    """)
