"""Classes below a base without source: which are models, and which only look like one."""

import pytest

from tests.support.monolith import labels, model, models_of, relations, spots


@pytest.mark.parametrize(
    "text",
    [
        "import lib\nclass A(lib.Base):\n  x = models.CharField()",
        "import lib\nclass A(lib.Base):\n  class Meta:\n    proxy = True",
        "import lib\nclass A(lib.Base):\n  class Meta:\n    db_table = 'a'",
        "import lib\nclass A(lib.Base):\n  class Meta(lib.Base.Meta):\n    unique_together = [('x', 'y')]",
        "from lib.models import Base\nclass A(Base): pass",
        "from lib.shop.abstract_models import Base\nclass A(Base): pass",
    ],
)
def test_a_model(tmp_path, text):
    catalog = models_of(tmp_path, text)
    assert labels(catalog) == ["shop.A"]
    assert [kind for _, _, kind in spots(catalog)] == ["unknown-base"]


def test_what_inherits_from_one_of_ours_is_one_as_well(tmp_path):
    catalog = models_of(tmp_path, "import lib\nclass A(lib.Base):\n  x = models.CharField()\nclass B(A): pass\n")
    assert relations(catalog, "shop.B") == ["a_ptr parent shop.A"]


def test_fields_of_a_library_that_is_at_hand_count(tmp_path):
    text = "import lib, money.fields\nclass A(lib.Base):\n  price = money.fields.MoneyField()\n"
    files = {
        "site/money/__init__.py": "",
        "site/money/fields.py": "from django.db import models\nclass MoneyField(models.DecimalField): pass\n",
    }
    assert labels(models_of(tmp_path, text, files=files, packages=["site"])) == ["shop.A"]


def test_a_proxy_of_what_has_no_source_has_no_table_to_tell(tmp_path):
    catalog = models_of(tmp_path, "from lib.models import Base\nclass A(Base):\n  class Meta:\n    proxy = True\n")
    assert model(catalog, "shop.A").table is None
    assert "its table and what is done to it through here are not known" in catalog.blind_spots[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "import lib\nclass A(lib.Model): pass",
        "import lib\nclass A(lib.Base):\n  class Meta:\n    model = 'Order'\n    indexes = []",
        "import lib\nclass A(lib.Factory):\n  class Meta:\n    abstract = True",
        "from lib.models import BaseManager\nclass A(BaseManager): pass",
        "from lib.models import Base\nclass AQuerySet(Base): pass",
        "from lib.models import Base, Odd\nclass StateChoices(Odd): pass",
        "import enum\nclass A(enum.Enum): pass",
        "from django.db.models.models import Base\nclass A(Base): pass",
    ],
)
def test_a_look_alike(tmp_path, text):
    assert labels(models_of(tmp_path, text)) == []


def test_elsewhere_than_among_models_a_class_without_fields_is_none(tmp_path):
    files = {"shop/views.py": "from lib.models import Base\nclass A(Base): pass\n"}
    assert labels(models_of(tmp_path, "import shop.views\n", files=files)) == []


def test_nor_is_it_outside_of_apps(tmp_path):
    files = {"other/__init__.py": "", "other/models.py": "from lib.models import Base\nclass A(Base): pass\n"}
    catalog = models_of(tmp_path, "import other.models\n", files=files)
    assert labels(catalog) == [] and spots(catalog) == []


@pytest.mark.parametrize(
    "text",
    [
        "try:\n  from lib.models import Base\n  class A(Base): pass\nexcept ImportError:\n  pass",
        "try:\n  from lib.models import Base\nexcept ImportError:\n  pass\nelse:\n  class A(Base): pass",
    ],
)
def test_nor_where_a_library_that_is_missing_was_provided_for(tmp_path, text):
    assert labels(models_of(tmp_path, f"{text}\nclass B(models.Model): pass\n")) == ["shop.B"]
