"""Stand-ins that say what functions do to rows: followed like a library's code, told at the line of ours."""

from tests.support.query_snippets import check

SETTINGS = {
    "config/settings.py": """
        INSTALLED_APPS = [
            "django.contrib.contenttypes", "django.contrib.auth", "waffle", "rest_framework_simplejwt.token_blacklist", "polymorphic", "mptt",
            "people", "shop", "billing", "desk", "stock",
        ]
        AUTH_USER_MODEL = "people.Customer"
    """
}


def test_flags_are_rows():
    check(
        """
        from waffle import switch_is_active
        from waffle.models import Switch

        def shown():
            if switch_is_active("sale"):  # read waffle_switch via library
                return 1
    """,
        files=SETTINGS,
    )


def test_tokens_that_are_remembered():
    check(
        """
        from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

        def issued(user: Customer):
            AccessToken.for_user(user)
            RefreshToken.for_user(user)  # insert token_blacklist_outstandingtoken via library
    """,
        files=SETTINGS,
    )


def test_a_node_that_moves():
    check(
        """
        from stock.models import Genre

        def moved(genre: Genre):
            genre.move_to(None)  # read stock_genre, update stock_genre via library
            return genre.is_leaf_node()
    """,
        models="""
        from django.db import models
        from mptt.models import MPTTModel, TreeForeignKey

        class Genre(MPTTModel):
            parent = TreeForeignKey("self", models.CASCADE, null=True)
    """,
        files=SETTINGS,
    )


def test_rows_that_come_as_what_they_were_made_as():
    check(
        """
        from stock.models import Bed, Flower, Plant

        def shown(bed: Bed):
            list(Plant.objects.all())  # read stock_plant, read stock_flower, read django_content_type
            Plant.objects.count()  # read stock_plant
            list(Plant.objects.non_polymorphic())  # read stock_plant
            list(Flower.objects.all())  # read stock_plant, read stock_flower, read django_content_type
            return bed.plant.name  # read stock_plant, read stock_flower, read django_content_type
    """,
        models="""
        from django.db import models
        from polymorphic.models import PolymorphicModel

        class Plant(PolymorphicModel):
            name = models.CharField(max_length=20)

        class Flower(Plant):
            color = models.CharField(max_length=20)

        class Bed(models.Model):
            plant = models.ForeignKey(Plant, models.CASCADE)
    """,
        files=SETTINGS,
    )
