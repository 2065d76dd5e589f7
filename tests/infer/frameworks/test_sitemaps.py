"""Django's sitemaps: pages of what `items()` gives."""

from tests.support.query_snippets import check


def test_pages_of_the_items():
    check("""
        from django.contrib.sitemaps import Sitemap

        class WishMap(Sitemap):
            def items(self):
                return Wish.objects.filter(text="")  # read shop_wish

            def _urls(self, page, protocol, domain):
                rows = self.paginator.page(page).object_list  # read shop_wish
                for wish in rows.iterator():  # read shop_wish
                    wish.product.name  # read shop_product
    """)


def test_paginator_of_another_class():
    check("""
        class WishMap:
            def items(self):
                return Wish.objects.filter(text="")  # read shop_wish

            def _urls(self, page, protocol, domain):
                return self.paginator.page(page).object_list.iterator()
    """)
