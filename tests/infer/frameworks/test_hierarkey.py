"""django-hierarkey, whose source is not at hand here: settings of rows and of the whole project."""

from tests.support.query_snippets import check

MODELS = """
    from django.db import models
    from hierarkey.models import GlobalSettingsBase, Hierarkey

    kept = Hierarkey(attribute_name="settings")

    @kept.set_global()
    class Everywhere(GlobalSettingsBase):
        pass

    @kept.add()
    class Shelf(models.Model):
        name = models.TextField()

    @kept.add(parent_field="shelf")
    class Box(models.Model):
        shelf = models.ForeignKey(Shelf, models.CASCADE)
"""


def test_what_is_set_and_deleted():
    check(
        """
        from stock.models import Box, Everywhere, Shelf

        def paint(shelf: Shelf, box: Box):
            # read stock_shelf_settingsstore via library, insert stock_shelf_settingsstore inferred, update stock_shelf_settingsstore
            shelf.settings.set("color", "red")
            box.settings.color = "red"  # read stock_box_settingsstore, insert stock_box_settingsstore, update stock_box_settingsstore
            # read stock_box_settingsstore, insert stock_box_settingsstore, update stock_box_settingsstore
            box.settings["color"] = "red"
            del box.settings["color"]  # delete stock_box_settingsstore
            del box.settings.color  # delete stock_box_settingsstore
            shelf.settings.delete("color")  # delete stock_shelf_settingsstore

        def paint_all():
            # read stock_everywhere_settingsstore, insert stock_everywhere_settingsstore, update stock_everywhere_settingsstore
            Everywhere().settings.color = "red"
        """,
        models=MODELS,
    )


def test_what_is_read_comes_from_a_cache():
    check(
        """
        from stock.models import Shelf

        def show(shelf: Shelf):
            print(shelf.settings.color, shelf.settings.get("color"), shelf.settings["color"], shelf.settings.freeze())
            shelf.settings.flush()
        """,
        models=MODELS,
    )


def test_the_rows_themselves():
    check(
        """
        from stock.models import Shelf

        def forget(shelf: Shelf):
            for row in shelf.settings._objects.all():  # read stock_shelf_settingsstore
                row.delete()  # delete stock_shelf_settingsstore
        """,
        models=MODELS,
    )


def test_another_property_of_that_name():
    check("""
        class Desk:
            def prop(self): return 3
            settings = property(prop)

        def paint(desk: Desk, order: Order):
            desk.settings.set("color", "red")
            desk.settings.delete("color")
    """)
