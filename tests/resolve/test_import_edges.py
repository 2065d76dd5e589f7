from collections import Counter

import pytest

from cutpoint.domain.source import Role, SourceFile
from cutpoint.resolve.import_edges import ImportEdges
from cutpoint.resolve.module_index import ModuleIndex
from tests.support.monolith import facts_of_text

MODULES = ("shop/__init__.py", "shop/models.py", "shop/views.py", "shop/api/__init__.py", "shop/api/v1.py", "tools.py")


def edges_of(files: dict[str, str], python_path=(".",)) -> tuple[list[str], ImportEdges]:
    """`importer -> imported line scope` of *files* beside empty MODULES."""
    texts = {**dict.fromkeys(MODULES, ""), **files}
    sources = tuple(SourceFile(path, f"/nowhere/{path}", 0, 0, Role.CODE) for path in sorted(texts))
    edges = ImportEdges(ModuleIndex(sources, python_path, []))
    found = edges.resolve(sources, {path: facts_of_text(text, path) for path, text in texts.items()})
    return [f"{edge.importer} -> {edge.imported} {edge.line} {edge.scope}" for edge in found], edges


def imported_by(path: str, statement: str) -> list[str]:
    return [edge.split()[2] for edge in edges_of({path: statement})[0]]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("import shop.models", ["shop.models"]),
        ("from shop.models import Order", ["shop.models"]),
        ("from shop import models, Order", ["shop", "shop.models"]),
        ("from shop import *", ["shop"]),
        ("from shop.api import v1", ["shop.api", "shop.api.v1"]),
        ("import shop, tools", ["shop", "tools"]),
        ("importlib.import_module('shop.models')", ["shop.models"]),
        ("import_string('shop.models.Order')", ["shop.models"]),
        ("import shop.nothing", ["shop"]),
        ("from shop.nothing import x", []),
        ("import os, celery.task", []),
    ],
)
def test_what_a_statement_loads(statement, expected):
    assert imported_by("main.py", statement) == expected


@pytest.mark.parametrize(
    ("path", "statement", "expected"),
    [
        ("shop/views.py", "from .models import Order", ["shop.models"]),
        ("shop/views.py", "from . import models", ["shop", "shop.models"]),
        ("shop/__init__.py", "from . import models", ["shop.models"]),
        ("shop/__init__.py", "from .models import Order", ["shop.models"]),
        ("shop/api/v1.py", "from ..models import Order", ["shop.models"]),
        ("shop/api/__init__.py", "from .. import views", ["shop", "shop.views"]),
        ("shop/views.py", "from ...above import x", []),
        ("shop/views.py", "import shop.views", []),
    ],
)
def test_what_a_relative_one_loads(path, statement, expected):
    assert imported_by(path, statement) == expected


def test_lines_and_scopes_are_kept():
    text = "import shop.models\ndef f():\n  import tools\nif TYPE_CHECKING:\n  import shop.views\n"
    assert edges_of({"main.py": text})[0] == [
        "main -> shop.models 1 module",
        "main -> shop.views 5 typing",
        "main -> tools 3 function",
    ]


def test_the_same_import_on_two_lines_is_two_and_on_one_line_one():
    assert len(edges_of({"main.py": "import tools\nimport tools\n"})[0]) == 2
    assert len(edges_of({"main.py": "import tools; import tools\n"})[0]) == 1


def test_packages_without_source_are_counted_by_the_files_that_import_them():
    files = {"a.py": "import celery.task\nfrom celery import app\nimport stripe", "b.py": "import celery, shop.models"}
    assert edges_of(files)[1].missing == Counter({"celery": 2, "stripe": 1})


def test_a_relative_import_of_nothing_is_no_missing_package():
    assert edges_of({"shop/views.py": "from .nothing import x\nfrom . import y"})[1].missing == Counter()


def test_a_module_loaded_under_a_second_name_is_another_module():
    paths = {"apps/cart/__init__.py": "", "apps/cart/models.py": "", "main.py": "import apps.cart.models, cart.models"}
    found, edges = edges_of(paths, (".", "apps"))
    assert found == ["main -> apps.cart.models 1 module", "main -> cart.models 1 module"]
    assert edges.aliases == {"apps.cart.models": "apps/cart/models.py"}
