"""Stand-ins: written as they should be, and known to projects whose libraries have no source here."""

import ast
from pathlib import Path

import pytest

from cutpoint.resolve.setup import STAND_INS
from tests.support.monolith import columns, labels, model, models_of, relations

FILES = sorted(Path(STAND_INS).rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(STAND_INS)))
def test_a_file_parses_and_names_its_library_in_one_line(file):
    docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    library, _, _ = docstring.partition(":")
    assert library
    assert "\n" not in docstring
    assert docstring.endswith(".")


def test_every_folder_is_a_package():
    folders = {parent for file in FILES for parent in file.relative_to(STAND_INS).parents} - {Path()}
    assert [folder for folder in folders if not (Path(STAND_INS) / folder / "__init__.py").is_file()] == []


def test_a_library_has_one_name():
    """What stands before the colon is the same in all files of a folder."""
    names: dict[str, set[str]] = {}
    for file in FILES:
        docstring = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        top = file.relative_to(STAND_INS).parts[0]
        names.setdefault(top, set()).add(docstring.partition(":")[0].removesuffix("."))
    assert {top: sorted(said) for top, said in names.items() if len(said) > 1} == {}


CASES = {
    "treebeard": (
        """
        from treebeard.mp_tree import MP_Node
        class Category(MP_Node):
            pass
        """,
        "Category",
        ["depth PositiveIntegerField", "id AutoField", "numchild PositiveIntegerField", "path CharField"],
        [],
    ),
    "mptt": (
        """
        from mptt.models import MPTTModel, TreeForeignKey
        class Genre(MPTTModel):
            parent = TreeForeignKey("self", null=True, on_delete=models.CASCADE)
            class MPTTMeta:
                level_attr = "depth"
        """,
        "Genre",
        [
            "depth PositiveIntegerField",
            "id AutoField",
            "lft PositiveIntegerField",
            "parent_id TreeForeignKey",
            "rght PositiveIntegerField",
            "tree_id PositiveIntegerField",
        ],
        ["parent fk shop.Genre"],
    ),
    "polymorphic": (
        """
        from polymorphic.models import PolymorphicModel
        class Media(PolymorphicModel):
            pass
        """,
        "Media",
        ["id AutoField", "polymorphic_ctype_id ForeignKey"],
        ["polymorphic_ctype fk contenttypes.ContentType"],
    ),
    "model_utils": (
        """
        from model_utils.models import SoftDeletableModel, TimeStampedModel
        class Note(TimeStampedModel, SoftDeletableModel):
            pass
        """,
        "Note",
        ["created AutoCreatedField", "id AutoField", "is_removed BooleanField", "modified AutoLastModifiedField"],
        [],
    ),
    "django_extensions": (
        """
        from django_extensions.db.models import TimeStampedModel, TitleSlugDescriptionModel
        class Page(TimeStampedModel, TitleSlugDescriptionModel):
            pass
        """,
        "Page",
        [
            "created CreationDateTimeField",
            "description TextField",
            "id AutoField",
            "modified ModificationDateTimeField",
            "slug AutoSlugField",
            "title CharField",
        ],
        [],
    ),
    "taggit": (
        """
        from taggit.managers import TaggableManager
        from taggit.models import TaggedItemBase
        class Label(TaggedItemBase):
            content_object = models.ForeignKey("Book", on_delete=models.CASCADE)
        class Base(models.Model):
            words = TaggableManager()
            class Meta:
                abstract = True
        class Book(Base):
            labels = TaggableManager(through=Label)
        """,
        "Book",
        ["id AutoField"],
        ["labels m2m taggit.Tag", "tagged_items generic_relation taggit.TaggedItem", "words m2m taggit.Tag"],
    ),
    "djmoney": (
        """
        from djmoney.models.fields import MoneyField
        class Product(models.Model):
            price = MoneyField(max_digits=9, decimal_places=2, default_currency="EUR")
            cost = MoneyField(null=True, currency_field_name="coin")
        """,
        "Product",
        [
            "coin CurrencyField",
            "cost MoneyField",
            "id AutoField",
            "price MoneyField",
            "price_currency CurrencyField",
        ],
        [],
    ),
    "safedelete": (
        """
        from safedelete.models import SafeDeleteModel
        class Paper(SafeDeleteModel):
            pass
        """,
        "Paper",
        ["deleted DateTimeField", "deleted_by_cascade BooleanField", "id AutoField"],
        [],
    ),
    "imagekit": (
        """
        from imagekit.models import ImageSpecField, ProcessedImageField
        class Photo(models.Model):
            original = ProcessedImageField()
            small = ImageSpecField(source="original")
        """,
        "Photo",
        ["id AutoField", "original ProcessedImageField"],
        [],
    ),
    "filer": (
        """
        from filer.fields.image import FilerFileField, FilerImageField
        class Card(models.Model):
            picture = FilerImageField(null=True)
            paper = FilerFileField(null=True, on_delete=models.SET_NULL)
        """,
        "Card",
        ["id AutoField", "paper_id FilerFileField", "picture_id FilerImageField"],
        ["paper fk filer.File", "picture fk filer.Image"],
    ),
    "wagtail": (
        """
        from wagtail.fields import StreamField
        from wagtail.models import Page
        class Article(Page):
            body = StreamField([])
        """,
        "Article",
        ["body StreamField", "page_ptr_id OneToOneField"],
        [
            "_revisions generic_relation wagtailcore.Revision",
            "_specific_workflow_states generic_relation wagtailcore.WorkflowState",
            "_workflow_states generic_relation wagtailcore.WorkflowState",
            "page_ptr parent wagtailcore.Page",
        ],
    ),
    "cms": (
        """
        from cms.models import CMSPlugin
        from cms.models.fields import PlaceholderField
        class Teaser(CMSPlugin):
            slot = PlaceholderField("content")
        """,
        "Teaser",
        ["cmsplugin_ptr_id OneToOneField", "slot_id PlaceholderField"],
        ["cmsplugin_ptr parent cms.CMSPlugin", "slot fk cms.Placeholder"],
    ),
    "mezzanine": (
        """
        from mezzanine.core.models import Ownable
        from mezzanine.generic.fields import RatingField
        class Review(Ownable):
            rating = RatingField()
        """,
        "Review",
        [
            "id AutoField",
            "rating_average FloatField",
            "rating_count IntegerField",
            "rating_sum IntegerField",
            "user_id ForeignKey",
        ],
        ["rating generic_relation generic.Rating", "user fk auth.User"],
    ),
    "markupfield": (
        """
        from markupfield.fields import MarkupField
        class Post(models.Model):
            text = MarkupField()
        """,
        "Post",
        ["_text_rendered TextField", "id AutoField", "text MarkupField", "text_markup_type CharField"],
        [],
    ),
    "auditlog": (
        """
        from auditlog.models import AuditlogHistoryField
        class Order(models.Model):
            history = AuditlogHistoryField()
        """,
        "Order",
        ["id AutoField"],
        ["history generic_relation auditlog.LogEntry"],
    ),
    "oauth2_provider": (
        """
        from oauth2_provider.models import AbstractIDToken
        class Token(AbstractIDToken):
            pass
        """,
        "Token",
        [
            "application_id ForeignKey",
            "created DateTimeField",
            "expires DateTimeField",
            "id BigAutoField",
            "jti UUIDField",
            "scope TextField",
            "updated DateTimeField",
            "user_id ForeignKey",
        ],
        ["application fk oauth2_provider.Application", "user fk auth.User"],
    ),
    "edx_rbac": (
        """
        from edx_rbac.models import UserRole, UserRoleAssignment
        class Role(UserRole):
            pass
        class Assignment(UserRoleAssignment):
            role_class = Role
        """,
        "Assignment",
        [
            "applies_to_all_contexts BooleanField",
            "created AutoCreatedField",
            "id AutoField",
            "modified AutoLastModifiedField",
            "role_id ForeignKey",
            "user_id ForeignKey",
        ],
        ["role fk shop.Role", "user fk auth.User"],
    ),
    "organizations": (
        """
        from organizations.base import OrganizationBase, OrganizationUserBase
        class Club(OrganizationBase):
            pass
        class Member(OrganizationUserBase):
            pass
        """,
        "Member",
        ["id AutoField", "organization_id ForeignKey", "user_id ForeignKey"],
        ["organization fk shop.Club", "user fk auth.User"],
    ),
}


@pytest.mark.parametrize("library", CASES)
def test_what_a_model_has_from_a_library(tmp_path, library):
    text, name, wanted_columns, wanted_relations = CASES[library]
    apps = 'INSTALLED_APPS += ["django.contrib.auth", "django.contrib.contenttypes", "wagtail", "cms", "filer"]'
    catalog = models_of(tmp_path, text, apps)
    assert columns(catalog, f"shop.{name}") == wanted_columns
    assert relations(catalog, f"shop.{name}") == wanted_relations
    assert [spot.kind for spot in catalog.blind_spots if spot.kind == "unknown-base"] == []


def test_parler_keeps_translated_columns_elsewhere(tmp_path):
    text = """
    from parler.models import TranslatableModel, TranslatedField, TranslatedFields
    class Good(TranslatableModel):
        name = TranslatedField(any_language=True)
        translations = TranslatedFields(name=models.CharField(max_length=9))
    """
    catalog = models_of(tmp_path, text)
    assert labels(catalog) == ["shop.Good", "shop.GoodTranslation"]
    assert columns(catalog, "shop.Good") == ["id AutoField"]
    assert "name CharField" in columns(catalog, "shop.GoodTranslation")


def test_hierarkey_makes_a_model_for_settings(tmp_path):
    text = """
    from hierarkey.models import GlobalSettingsBase, Hierarkey
    settings = Hierarkey(attribute_name="settings")
    @settings.set_global()
    class Everywhere(GlobalSettingsBase):
        pass
    @settings.add(parent_field="owner")
    class Event(models.Model):
        owner = models.ForeignKey("auth.User", on_delete=models.CASCADE)
    """
    catalog = models_of(tmp_path, text)
    assert labels(catalog) == ["shop.Event", "shop.Event_SettingsStore", "shop.Everywhere_SettingsStore"]
    assert relations(catalog, "shop.Event_SettingsStore") == ["object fk shop.Event"]
    assert columns(catalog, "shop.Everywhere_SettingsStore") == ["id AutoField", "key CharField", "value TextField"]


def test_modeltranslation_repeats_columns_for_languages(tmp_path):
    settings = (
        'INSTALLED_APPS = ["modeltranslation", "shop"]\nLANGUAGES = [("en", "English"), ("pt-br", "Brazilian")]\n'
    )
    translation = """
    from modeltranslation.translator import TranslationOptions, register
    from shop.models import News
    @register(News)
    class NewsOptions(TranslationOptions):
        fields = ("title",)
    """
    text = "class News(models.Model):\n    title = models.CharField(max_length=9)\n"
    catalog = models_of(tmp_path, text, settings, {"shop/translation.py": translation})
    assert columns(catalog, "shop.News") == [
        "id AutoField",
        "title CharField",
        "title_en CharField",
        "title_pt_br CharField",
    ]


def test_modeltranslation_repeats_columns_beside_its_own_source(tmp_path):
    settings = 'INSTALLED_APPS = ["modeltranslation", "shop"]\nLANGUAGES = [("en", "English")]\n'
    files = {
        "site/modeltranslation/__init__.py": "",
        "site/modeltranslation/models.py": "from modeltranslation.found import discover\ndiscover()\n",
        "site/modeltranslation/translator.py": "from modeltranslation.made import translator\n",
        "shop/translation.py": """
            from modeltranslation.translator import TranslationOptions, translator
            from shop.models import News
            class NewsOptions(TranslationOptions):
                fields = ("title",)
            translator.register(News, NewsOptions)
        """,
    }
    text = "class News(models.Model):\n    title = models.CharField(max_length=9)\n"
    catalog = models_of(tmp_path, text, settings, files, packages=["site"], exclude=("site/",))
    assert columns(catalog, "shop.News") == ["id AutoField", "title CharField", "title_en CharField"]


def test_pghistory_makes_a_model_of_events(tmp_path):
    text = """
    import pghistory
    @pghistory.track(exclude=["secret"])
    class Coin(models.Model):
        metal = models.CharField(max_length=9)
        secret = models.CharField(max_length=9)
        twin = models.OneToOneField("self", on_delete=models.CASCADE)
    """
    catalog = models_of(tmp_path, text)
    assert labels(catalog) == ["shop.Coin", "shop.CoinEvent"]
    assert relations(catalog, "shop.CoinEvent") == [
        "pgh_context fk pghistory.Context",
        "pgh_obj fk shop.Coin",
        "twin fk shop.Coin",
    ]
    assert "metal CharField" in columns(catalog, "shop.CoinEvent")
    assert "secret CharField" not in columns(catalog, "shop.CoinEvent")


@pytest.mark.parametrize("where", ["shop/apps.py", "shop/tracking.py"])
def test_pghistory_tracks_models_in_a_function_that_set_up_calls(tmp_path, where):
    track = """
def track_all():
    import pghistory
    from shop.models import Coin
    pghistory.track(pghistory.InsertEvent(), exclude=["secret"], meta={"db_table": "coin_log"})(Coin)
"""
    config = """
from django.apps import AppConfig
class ShopConfig(AppConfig):
    name = "shop"
    def ready(self):
        IMPORT
        track_all()
"""
    text = """
    class Coin(models.Model):
        metal = models.CharField(max_length=9)
        secret = models.CharField(max_length=9)
    """
    if where == "shop/apps.py":
        files = {"shop/apps.py": track + config.replace("IMPORT", "pass")}
    else:
        files = {where: track, "shop/apps.py": config.replace("IMPORT", "from shop.tracking import track_all")}
    catalog = models_of(tmp_path, text, files=files)
    assert labels(catalog) == ["shop.Coin", "shop.CoinEvent"]
    assert "secret CharField" not in columns(catalog, "shop.CoinEvent")
    assert relations(catalog, "shop.CoinEvent") == ["pgh_context fk pghistory.Context", "pgh_obj fk shop.Coin"]
    assert next(model.table for model in catalog.models if model.label == "shop.CoinEvent") == "coin_log"


def test_simple_history_makes_a_model_of_versions(tmp_path):
    text = """
    from simple_history.models import HistoricalRecords
    class Poll(models.Model):
        question = models.CharField(max_length=9)
        history = HistoricalRecords()
    """
    assert labels(models_of(tmp_path, text)) == ["shop.HistoricalPoll", "shop.Poll"]


def test_a_decorator_of_the_same_name_makes_no_events(tmp_path):
    text = """
    from elsewhere import track
    @track()
    class Coin(models.Model):
        pass
    """
    assert labels(models_of(tmp_path, text)) == ["shop.Coin"]


def test_a_package_of_theirs_wins_over_its_stand_in(tmp_path):
    real = """
    from django.db import models
    class TimeStampedModel(models.Model):
        since = models.DateField()
        class Meta:
            abstract = True
    """
    text = """
    from model_utils.models import TimeStampedModel
    class Note(TimeStampedModel):
        pass
    """
    files = {"site/model_utils/__init__.py": "", "site/model_utils/models.py": real}
    catalog = models_of(tmp_path, text, files=files, packages=["site"], exclude=("site/",))
    assert columns(catalog, "shop.Note") == ["id AutoField", "since DateField"]


def test_a_package_of_the_projects_own_wins_over_a_stand_in(tmp_path):
    own = """
    from django.db import models
    class TimeStampedModel(models.Model):
        since = models.DateField()
        class Meta:
            abstract = True
    """
    text = """
    from model_utils.models import TimeStampedModel
    class Note(TimeStampedModel):
        pass
    """
    files = {"model_utils/__init__.py": "", "model_utils/models.py": own}
    catalog = models_of(tmp_path, text, files=files)
    assert columns(catalog, "shop.Note") == ["id AutoField", "since DateField"]


def test_concrete_models_of_a_library_are_theirs(tmp_path):
    text = "from wagtail.models import Page\nclass Home(Page):\n    pass\n"
    catalog = models_of(tmp_path, text, 'INSTALLED_APPS += ["wagtail"]\n')
    assert labels(catalog) == ["shop.Home"]
    page = model(catalog, "wagtailcore.Page")
    assert not page.ours
    assert page.table == "wagtailcore_page"
