from tests.support.query_snippets import check

MODELS = """
    from django.db import models
    from taggit.managers import TaggableManager

    class Shelf(models.Model):
        name = models.CharField(max_length=20)
        labels = TaggableManager()
"""
SETTINGS = """
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock", "taggit"]
AUTH_USER_MODEL = "people.Customer"
"""


def test_tags_are_made_by_their_names():
    check(
        """
        from stock.models import Shelf

        def label(shelf: Shelf):
            shelf.labels.add("new")  # read django_content_type, taggit_tag, taggit_taggeditem, insert taggit_tag, taggit_taggeditem
            shelf.labels.remove("old")  # read django_content_type, taggit_tag, taggit_taggeditem, delete taggit_taggeditem
            shelf.labels.clear()  # read django_content_type, delete taggit_taggeditem
    """,
        models=MODELS,
        files={"config/settings.py": SETTINGS},
    )


def test_rows_that_are_tags_already():
    check(
        """
        from stock.models import Shelf
        from taggit.models import Tag as Label

        def label(shelf: Shelf, label: Label, labels: QuerySet[Label], names: list[str]):
            shelf.labels.add(label)  # read django_content_type, taggit_taggeditem, insert taggit_taggeditem
            shelf.labels.set(labels)  # read django_content_type, taggit_tag, taggit_taggeditem, insert taggit_taggeditem, delete taggit_taggeditem
            shelf.labels.set([label])  # read django_content_type, taggit_tag, taggit_taggeditem, insert taggit_taggeditem, delete taggit_taggeditem
            shelf.labels.add(label, *names)  # read django_content_type, taggit_tag, taggit_taggeditem, insert taggit_tag, taggit_taggeditem
    """,
        models=MODELS,
        files={"config/settings.py": SETTINGS},
    )


def test_other_relations_make_no_rows():
    check("""
        def label(product: Product, tag: Tag):
            product.tags.add(tag)  # read shop_product_tags, insert shop_product_tags
    """)
