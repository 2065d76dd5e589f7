"""The catalog as a whole."""

from cutpoint.domain.source import Role
from tests.support.monolith import MANAGE, a_project, catalog_of, models_of, resolution_of

SHOP = {"shop/__init__.py": "", "shop/models.py": "", "shop/tests.py": "", "shop/migrations/0001_initial.py": ""}
APPS = 'INSTALLED_APPS = ["shop"]\n'


def test_modules_are_sorted_and_know_their_app_and_role(tmp_path):
    catalog = a_project(tmp_path, APPS, SHOP)
    assert [(module.name, module.app, module.role) for module in catalog.modules] == [
        ("config", None, Role.CODE),
        ("config.settings", None, Role.CODE),
        ("manage", None, Role.CODE),
        ("shop", "shop", Role.CODE),
        ("shop.migrations.0001_initial", "shop", Role.MIGRATION),
        ("shop.models", "shop", Role.CODE),
        ("shop.tests", "shop", Role.TEST),
    ]


def test_a_module_with_two_names_that_are_used_is_listed_under_both(tmp_path):
    files = {
        "apps/__init__.py": "",
        "apps/shop/__init__.py": "",
        "apps/shop/models.py": "",
        "main.py": "import apps.shop.models, shop.models\n",
    }
    settings = f"import sys, os\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'apps'))\n{APPS}"
    catalog = a_project(tmp_path, settings, files)
    both = [(module.name, module.app) for module in catalog.modules if module.path == "apps/shop/models.py"]
    assert [name for name, _ in both] == ["apps.shop.models", "shop.models"]
    assert {found.imported for found in catalog.imports} == {"apps.shop.models", "shop.models"}


def test_packages_without_source_are_listed_most_used_first(tmp_path):
    files = {
        **SHOP,
        "a.py": "import celery, stripe, os, django.db, shop, typing_extensions\n",
        "b.py": "import celery.task\nfrom . import c\n",
        "c.py": "import lib, config\n",
        "site/lib/__init__.py": "",
    }
    catalog = a_project(tmp_path, APPS, files, packages=["site"], exclude=("site/",))
    assert catalog.missing_packages == (("celery", 2), ("stripe", 1), ("typing_extensions", 1))


def test_what_lies_beside_our_own_django_is_no_part_of_the_project(tmp_path):
    catalog = a_project(
        tmp_path, 'INSTALLED_APPS = ["shop", "pytest"]\n', {**SHOP, "a.py": "import rich, django, pytest\n"}
    )
    assert catalog.missing_packages == (("pytest", 1), ("rich", 1))
    assert [(found.label, found.path) for found in catalog.apps] == [("pytest", ""), ("shop", "shop")]
    assert [spot.kind for spot in catalog.blind_spots] == ["app-without-source"]


def test_test_modules_are_not_loaded(tmp_path):
    files = {"shop/tests.py": "from django.db import models\nclass InTests(models.Model): pass\n"}
    assert [found for found in models_of(tmp_path, "", files=files).models if found.ours] == []


def test_what_it_depends_on_outside_is_told(tmp_path):
    files = {**SHOP, "site/lib/__init__.py": "", "site/lib/models.py": "", "manage.py": MANAGE}
    settings = {"config/__init__.py": "", "config/settings.py": 'INSTALLED_APPS = ["shop", "lib"]\n'}
    resolution = resolution_of(tmp_path, {**files, **settings}, packages=["site"], exclude=("site/",))
    consulted = {path.removeprefix(f"{tmp_path}/") for path in resolution.consulted()}
    assert {
        "site",
        "site/lib",
        "site/lib/__init__.py",
        "site/lib/models.py",
    } <= consulted
    assert not any(path.startswith(("shop", "config")) for path in consulted)


def test_two_readings_are_alike(tmp_path):
    files = {**SHOP, "shop/models.py": "from django.db import models\nclass A(models.Model): pass\n"}
    first = a_project(tmp_path, APPS, files)
    assert catalog_of(tmp_path, {}) == first


def test_broken_files_do_not_keep_others_from_being_read(tmp_path):
    files = {
        **SHOP,
        "shop/models.py": "from django.db import models\nfrom .broken import x\nclass A(models.Model): pass\n",
        "shop/broken.py": "def f(:\n",
    }
    catalog = a_project(tmp_path, APPS, files)
    assert [found.label for found in catalog.models if found.ours] == ["shop.A"]


def test_a_package_as_root_is_said(tmp_path):
    catalog = catalog_of(
        tmp_path, {"__init__.py": "", "models.py": "", "shop/__init__.py": "", "shop/models.py": MODEL}
    )
    assert [spot.kind for spot in catalog.blind_spots if spot.path == "__init__.py"] == ["root-is-package"]


def test_a_root_with_manage_beside_an_init_file_is_none(tmp_path):
    catalog = a_project(tmp_path, APPS, {**SHOP, "__init__.py": "", "manage.py": MANAGE})
    assert not [spot for spot in catalog.blind_spots if spot.kind == "root-is-package"]


def test_settings_that_may_swap_a_model_are_listed_with_what_they_name(tmp_path):
    text = "class Meta:\n    swappable = '{0}_MODEL'\n"
    models = "from django.db import models\n" + "".join(
        f"class {name}(models.Model):\n  {text.format(name.upper()).replace(chr(10), chr(10) + '  ')}\n"
        for name in ("Kept", "Swapped")
    )
    catalog = a_project(tmp_path, f'{APPS}SWAPPED_MODEL = "shop.Other"\n', {**SHOP, "shop/models.py": models})
    assert catalog.settings.swappable == (("KEPT_MODEL", "shop.Kept"), ("SWAPPED_MODEL", "shop.Other"))


MODEL = "from django.db import models\nclass Order(models.Model):\n    pass\n"
