from tests.support.query_snippets import check

PAGES = """
    from django.db import models
    from treebeard.mp_tree import MP_Node

    class Page(MP_Node):
        title = models.CharField(max_length=20)

    class Article(Page):
        pass

    class Shelf(models.Model):
        title = models.CharField(max_length=20)

        def move(self, other):
            return None
"""


def test_nodes_are_added_and_moved():
    check(
        """
        from stock.models import Page
        def grow(page: Page, other: Page):
            page.add_child(instance=Page(title="a"))  # read stock_page, insert stock_page via tree, update stock_page via tree
            page.add_sibling(title="a")  # read stock_page, insert stock_page, update stock_page
            Page.add_root(title="a")  # read stock_page, insert stock_page
            page.move(other)  # update stock_page
    """,
        models=PAGES,
    )


def test_what_is_added_is_of_the_same_tree():
    check(
        """
        from stock.models import Article, Page, Shelf
        def grow(page: Page, thing):
            page.add_child(instance=thing)  # read stock_page, insert stock_page, insert stock_article, update stock_page
        def fill(page: Page):
            grow(page, Article())
            grow(page, Shelf())
    """,
        models=PAGES,
    )


def test_methods_of_the_same_name():
    check(
        """
        from stock.models import Shelf
        def move(shelf: Shelf, other: Shelf):
            shelf.move(other)
    """,
        models=PAGES,
    )
