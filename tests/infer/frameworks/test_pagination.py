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
