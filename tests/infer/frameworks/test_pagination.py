"""Paginators: what they count, and whose rows their pages give."""

from tests.support.query_snippets import check


def test_paginator_and_pages():
    check("""
        from django.core.paginator import Paginator

        class Leafing(Paginator):
            def widest(self):
                return 7

        def look(number):
            wishes = Wish.objects.all()  # read shop_wish
            paginator = Paginator(wishes, 20)
            page = paginator.get_page(number)  # read shop_wish
            for wish in page:  # read shop_wish
                wish.delete()  # delete shop_wish
            page.object_list.delete()  # delete shop_wish
            Paginator(Line.objects.all(), per_page=20).count  # read shop_line
            pages = Leafing(object_list=Tag.objects.all(), per_page=20)  # read shop_tag
            pages.widest()
            pages.page(1)[0].save()  # read shop_tag, update shop_tag
    """)


def test_counting_reads_what_selects_and_not_what_comes_along():
    check("""
        from django.core.paginator import Paginator

        def look(number):
            wishes = Wish.objects.select_related("product").filter(customer__phone="")  # read shop_wish, shop_product, people_customer
            page = Paginator(wishes, 20).page(number)  # read shop_wish, people_customer
            return list(page)  # read shop_wish, shop_product, people_customer
    """)
