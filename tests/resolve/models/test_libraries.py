"""What model libraries add, here without their source, as in a checkout without its virtual environment."""

import pytest

from tests.support.monolith import columns, labels, model, models_of, one, relations


def added(root, text: str, label: str = "shop.A") -> list[str]:
    return columns(models_of(root, text), label)


# django-mptt

MPTT = "from mptt.models import MPTTModel, TreeForeignKey\n"
TREE = ["id AutoField", "level PositiveIntegerField", "lft PositiveIntegerField", "rght PositiveIntegerField"]


def test_a_tree_has_four_columns(tmp_path):
    assert added(tmp_path, f"{MPTT}class A(MPTTModel): pass\n") == [*TREE, "tree_id PositiveIntegerField"]


def test_they_may_be_called_otherwise(tmp_path):
    text = f"{MPTT}class A(MPTTModel):\n  class MPTTMeta:\n    left_attr = 'l'\n    level_attr = 'depth'\n"
    names = [column.split()[0] for column in added(tmp_path, text)]
    assert names == ["depth", "id", "l", "rght", "tree_id"]


def test_children_with_a_table_of_their_own_share_those_of_their_parent(tmp_path):
    text = f"{MPTT}class P(MPTTModel): pass\nclass A(P): pass\nclass B(P):\n  class Meta: proxy = True\n"
    assert added(tmp_path, text) == ["p_ptr_id OneToOneField"]


def test_children_of_an_abstract_tree_have_their_own(tmp_path):
    text = f"{MPTT}class P(MPTTModel):\n  class Meta: abstract = True\nclass A(P): pass\n"
    assert added(tmp_path, text) == [*TREE, "tree_id PositiveIntegerField"]


def test_a_model_that_only_points_at_trees_is_none(tmp_path):
    text = f"{MPTT}class A(models.Model):\n  x = TreeForeignKey('self', models.CASCADE)\n"
    assert added(tmp_path, text) == ["id AutoField", "x_id TreeForeignKey"]


# django-simple-history

HISTORY = "from simple_history.models import HistoricalRecords\n"
BOOKS = ["history_change_reason", "history_date", "history_id", "history_type", "history_user_id"]


def history(root, text: str, settings: str = ""):
    return models_of(root, f"{HISTORY}class B(models.Model): pass\n{text}", settings)


def test_a_history_is_a_model_with_the_columns_of_its_model(tmp_path):
    text = "class A(models.Model):\n  x = models.CharField()\n  b = models.ForeignKey(B, models.CASCADE)\n  history = HistoricalRecords()\n"
    catalog = history(tmp_path, text)
    found = model(catalog, "shop.HistoricalA")
    assert found.table == "shop_historicala"
    assert sorted(field.column for field in found.fields) == sorted(["x", "b_id", "id", *BOOKS])
    assert one(field.name for field in found.fields if field.primary_key) == "history_id"
    assert relations(catalog, "shop.HistoricalA") == ["b fk shop.B", "history_user fk auth.User"]
    kept = one(relation for relation in found.relations if relation.name == "b")
    assert (kept.on_delete, kept.related_name, kept.db_constraint) == ("DO_NOTHING", "+", False)


@pytest.mark.parametrize(
    ("options", "label", "table"),
    [
        ("table_name='log'", "shop.HistoricalA", "log"),
        ("custom_model_name='Log'", "shop.Log", "shop_log"),
        ("app='billing'", "billing.HistoricalA", "billing_historicala"),
    ],
)
def test_it_may_be_called_otherwise(tmp_path, options, label, table):
    catalog = history(tmp_path, f"class A(models.Model):\n  history = HistoricalRecords({options})\n")
    assert model(catalog, label).table == table


def test_columns_may_be_left_out(tmp_path):
    text = "class A(models.Model):\n  x = models.CharField()\n  history = HistoricalRecords(excluded_fields=['x'])\n"
    assert "x" not in [field.name for field in model(history(tmp_path, text), "shop.HistoricalA").fields]


def test_only_a_history_that_says_so_is_inherited(tmp_path):
    text = (
        "class P(models.Model):\n  history = HistoricalRecords({})\n  class Meta: abstract = True\nclass A(P): pass\n"
    )
    assert "shop.HistoricalA" in labels(history(tmp_path / "with", text.format("inherit=True")))
    assert "shop.HistoricalA" not in labels(history(tmp_path / "without", text.format("")))


def test_the_user_is_the_one_of_the_settings(tmp_path):
    text = "class A(models.Model):\n  history = HistoricalRecords()\n"
    catalog = history(tmp_path, text, "AUTH_USER_MODEL = 'shop.B'")
    assert relations(catalog, "shop.HistoricalA") == ["history_user fk shop.B"]


def test_keys_may_be_uuids(tmp_path):
    text = "class A(models.Model):\n  history = HistoricalRecords()\n"
    catalog = history(tmp_path, text, "SIMPLE_HISTORY_HISTORY_ID_USE_UUID = True")
    assert "history_id UUIDField" in columns(catalog, "shop.HistoricalA")


def test_a_subclass_of_the_records_is_one_too(tmp_path):
    text = "class Own(HistoricalRecords):\n  def __init__(self, **more):\n    super().__init__(table_name='own', **more)\nclass A(models.Model):\n  history = Own()\n"
    assert model(history(tmp_path, text), "shop.HistoricalA").table == "own"


def test_another_class_of_that_name_is_none(tmp_path):
    text = "class HistoricalRecords: pass\nclass A(models.Model):\n  history = HistoricalRecords()\n"
    assert labels(models_of(tmp_path, text)) == ["shop.A"]


# django-parler

PARLER = "from parler.models import TranslatableModel, TranslatedFields\n"


def test_translated_fields_lie_in_a_model_of_their_own(tmp_path):
    text = f"{PARLER}class A(TranslatableModel):\n  x = models.CharField()\n  translations = TranslatedFields(name=models.CharField(), text=models.TextField())\n"
    catalog = models_of(tmp_path, text)
    assert columns(catalog, "shop.A") == ["id AutoField", "x CharField"]
    assert columns(catalog, "shop.ATranslation") == [
        "id AutoField",
        "language_code CharField",
        "master_id TranslationsForeignKey",
        "name CharField",
        "text TextField",
    ]
    found = model(catalog, "shop.ATranslation")
    assert found.table == "shop_a_translation"
    assert one(found.relations).related_name == "translations"
    assert relations(catalog, "shop.ATranslation") == ["master fk shop.A"]


def test_their_table_may_be_named(tmp_path):
    text = f"{PARLER}class A(TranslatableModel):\n  t = TranslatedFields(meta={{'db_table': 'words'}}, name=models.CharField())\n"
    assert model(models_of(tmp_path, text), "shop.ATranslation").table == "words"


# django-taggit

TAGGIT = (
    "from taggit.managers import TaggableManager\nfrom taggit.models import GenericTaggedItemBase, TagBase, ItemBase\n"
)


def test_tags_are_a_many_to_many_relation(tmp_path):
    catalog = models_of(tmp_path, f"{TAGGIT}class A(models.Model):\n  tags = TaggableManager()\n")
    tags = one(relation for relation in model(catalog, "shop.A").relations if relation.name == "tags")
    assert (tags.kind, tags.through) == ("m2m", "taggit.TaggedItem")
    assert relations(catalog, "shop.A")[0].startswith("tagged_items generic_relation taggit.TaggedItem")
    assert [found.label for found in catalog.models if found.auto_created] == []


def test_tags_through_a_model_of_ours_are_the_tags_of_that_model(tmp_path):
    text = f"{TAGGIT}class Tag(TagBase): pass\nclass Item(ItemBase):\n  tag = models.ForeignKey(Tag, models.CASCADE)\n  content_object = models.ForeignKey('A', models.CASCADE)\nclass A(models.Model):\n  tags = TaggableManager(through=Item)\n"
    catalog = models_of(tmp_path, text)
    tags = one(relation for relation in model(catalog, "shop.A").relations if relation.name == "tags")
    assert (tags.to, tags.through) == ("shop.Tag", "shop.Item")
