"""What is a model field, and what only looks like one."""

import pytest

from tests.support.monolith import columns, models_of, relations, write_files

START = """
from django import forms
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.postgres.fields import ArrayField
from django.contrib.gis.db.models import PointField
import lib, lib.fields, graphene, rest_framework.serializers as serializers
class B(models.Model): pass
class Own(models.CharField): pass
class OwnKey(models.ForeignKey): pass
class FromLib(lib.fields.MoneyField): pass
class NoField: pass
def make(**options): return models.CharField(**options)
"""


def fields(root, declaration: str) -> tuple[list[str], list[str]]:
    catalog = models_of(root, f"{START}class A(models.Model):\n  x = {declaration}\n")
    own = [column for column in columns(catalog, "shop.A") if not column.startswith("id ")]
    return own, list(relations(catalog, "shop.A"))


@pytest.mark.parametrize(
    ("declaration", "column"),
    [
        ("models.CharField(max_length=1)", "x CharField"),
        ("models.CharField(db_column='y')", "y CharField"),
        ("models.fields.IntegerField()", "x IntegerField"),
        ("ArrayField(models.CharField())", "x ArrayField"),
        ("PointField()", "x PointField"),
        ("Own()", "x Own"),
        ("FromLib()", "x FromLib"),
        ("lib.fields.MoneyField()", "x MoneyField"),
        ("make()", "x CharField"),
        ("make(db_column='y')", "y CharField"),
        ("models.Field()", "x Field"),
        ("models.CharField('name', 'other')", "other CharField"),
    ],
)
def test_a_column(tmp_path, declaration, column):
    assert fields(tmp_path, declaration) == ([column], [])


@pytest.mark.parametrize(
    "declaration",
    [
        "forms.CharField()",
        "serializers.CharField()",
        "graphene.Field(int)",
        "NoField()",
        "models.CharField",
        "models.Manager()",
        "models.QuerySet.as_manager()",
        "models.Index(fields=[])",
        "lib.thing()",
        "lib.Fielder()",
        "'CharField()'",
        "None",
        "property(lambda self: 1)",
        "[models.CharField()]",
        "models.Q()",
        "models.ForeignObject(B, models.CASCADE, ['a'], ['b'])",
    ],
)
def test_what_only_looks_like_a_field_is_no_column(tmp_path, declaration):
    assert fields(tmp_path, declaration)[0] == []


@pytest.mark.parametrize(
    ("declaration", "relation", "own"),
    [
        ("models.ForeignKey(B, models.CASCADE)", "x fk shop.B", ["x_id ForeignKey"]),
        ("models.ForeignKey('B', models.CASCADE, db_column='y')", "x fk shop.B", ["y ForeignKey"]),
        ("models.OneToOneField('shop.B', models.CASCADE)", "x o2o shop.B", ["x_id OneToOneField"]),
        ("models.ManyToManyField(B)", "x m2m shop.B", []),
        ("OwnKey(B, models.CASCADE)", "x fk shop.B", ["x_id OwnKey"]),
        ("GenericForeignKey()", "x generic None", []),
        ("GenericRelation(B)", "x generic_relation shop.B", []),
        ("lib.TreeForeignKey(B)", "x fk shop.B", ["x_id TreeForeignKey"]),
        ("lib.SortedManyToManyField(B)", "x m2m shop.B", []),
        ("lib.AutoOneToOneField(B)", "x o2o shop.B", ["x_id AutoOneToOneField"]),
        ("lib.ParentalKey('B')", "x fk shop.B", ["x_id ParentalKey"]),
    ],
)
def test_a_relation(tmp_path, declaration, relation, own):
    assert fields(tmp_path, declaration) == (own, [relation])


def test_fields_of_a_library_with_source_are_told_from_their_ancestors(tmp_path):
    source = "from django.db import models\nclass Money(models.DecimalField): pass\nclass PriceField: pass\nclass Link(models.ForeignKey):\n  def __init__(self, **more):\n    super().__init__('shop.B', models.CASCADE, **more)\n"
    write_files(tmp_path, {"site/cash/__init__.py": source})
    text = "import cash\nclass B(models.Model): pass\nclass A(models.Model):\n  a = cash.Money()\n  b = cash.PriceField()\n  c = cash.Link(db_column='d')\n"
    catalog = models_of(tmp_path, text, packages=["site"])
    assert columns(catalog, "shop.A") == ["a Money", "d Link", "id AutoField"]
    assert relations(catalog, "shop.A") == ["c fk shop.B"]
