"""INSTALLED_APPS -> apps, by the rules of Django's AppConfig.create; and how apps are found without them."""

import pytest

from tests.support.monolith import a_project, app, catalog_of, labels, models_of, spots, write_files

CONFIG = "from django.apps import AppConfig\n"
USER = "from django.db import models\nclass User(models.Model): pass\n"


def installed(root, entries: str, files: dict[str, str], **options):
    return a_project(root, f"INSTALLED_APPS = [{entries}]\n", files, **options)


def config(name: str, *lines: str) -> str:
    return f"class {name}(AppConfig):\n" + "".join(f"    {line}\n" for line in (lines or ("pass",)))


def shop(root, entry: str, apps: str, init: str = "", **options):
    files = {"shop/__init__.py": init, "shop/apps.py": CONFIG + apps, "shop/models.py": USER}
    return installed(root, f'"{entry}"', files, **options)


@pytest.mark.parametrize(
    ("entry", "apps", "label"),
    [
        ("shop", "", "shop"),
        ("shop", config("ShopConfig", 'name = "shop"'), "shop"),
        ("shop", config("ShopConfig", 'name = "shop"', 'label = "store"'), "store"),
        ("shop.apps.ShopConfig", config("ShopConfig", 'name = "shop"', 'label = "store"'), "store"),
        ("shop", config("A", 'name = "shop"', 'label = "a"') + config("B", 'name = "shop"', 'label = "b"'), "shop"),
        (
            "shop",
            config("A", 'name = "shop"', 'label = "a"') + config("B", 'name = "shop"', 'label = "b"', "default = True"),
            "b",
        ),
        (
            "shop",
            config("A", 'name = "shop"', 'label = "a"')
            + config("B", 'name = "shop"', 'label = "b"', "default = False"),
            "a",
        ),
        ("shop", config("A", 'name = "shop"', 'label = "a"', "default = False"), "shop"),
        (
            "shop.apps.A",
            config("A", 'name = "shop"', 'label = "a"') + config("B", 'name = "shop"', 'label = "b"', "default = True"),
            "a",
        ),
        ("shop", "class Base: pass\n" + config("A", 'name = "shop"', 'label = "a"'), "a"),
        ("shop", config("A", 'name = __name__.rpartition(".")[0]', "label = name.upper()"), "SHOP"),
        ("shop.apps.B", config("A", 'name = "shop"', 'label = "a"') + "class B(A):\n    label = 'b'\n", "b"),
    ],
)
def test_the_class_that_configures_an_app_says_its_label(tmp_path, entry, apps, label):
    catalog = shop(tmp_path, entry, apps)
    assert [(found.label, found.name, found.path, found.ours) for found in catalog.apps] == [
        (label, "shop", "shop", True)
    ]
    assert labels(catalog) == [f"{label}.User"]
    assert spots(catalog) == []


@pytest.mark.parametrize("entry", ["shop", "shop.apps.ShopConfig"])
def test_an_app_that_is_called_like_the_module_of_its_config_has_the_code_around_it(tmp_path, entry):
    # Django lets it through: the name is that of the module, the path that of its folder.
    catalog = shop(tmp_path, entry, config("ShopConfig", "name = __name__", 'label = "store"'))
    assert [(found.label, found.name, found.path) for found in catalog.apps] == [("store", "shop.apps", "shop")]
    assert {module.path: module.app for module in catalog.modules if module.path.startswith("shop/")} == dict.fromkeys(
        ("shop/__init__.py", "shop/apps.py", "shop/models.py"), "store"
    )


def test_a_package_whose_own_init_holds_its_config_is_the_app(tmp_path):
    init = CONFIG + config("CoreConfig", "name = __name__", 'label = "core"')
    files = {"shop/__init__.py": "", "shop/core/__init__.py": init, "shop/core/models.py": USER}
    catalog = installed(tmp_path, '"shop.core.CoreConfig"', {**files, "shop/models.py": ""})
    assert [(found.label, found.name, found.path) for found in catalog.apps] == [("core", "shop.core", "shop/core")]
    assert labels(catalog) == ["core.User"]


def test_a_config_that_is_imported_is_not_the_only_one(tmp_path):
    base = {"lib/__init__.py": "", "lib/apps.py": CONFIG + config("LibConfig", 'name = "lib"')}
    apps = "from lib.apps import LibConfig\n" + config("ShopConfig", 'name = "shop"', 'label = "store"')
    files = {"shop/__init__.py": "", "shop/apps.py": CONFIG + apps, **base}
    # As in Django: two candidates and none of them the default.
    assert [found.label for found in installed(tmp_path, '"shop"', files).apps] == ["shop"]


def test_the_name_may_lie_elsewhere_than_the_class(tmp_path):
    files = {"conf/apps.py": CONFIG + config("ShopConfig", 'name = "shop.core"'), "conf/__init__.py": ""}
    files |= {"shop/__init__.py": "", "shop/core/__init__.py": "", "shop/core/models.py": USER}
    catalog = installed(tmp_path, '"conf.apps.ShopConfig"', files)
    assert [(found.label, found.name, found.path) for found in catalog.apps] == [("core", "shop.core", "shop/core")]


def test_a_config_without_source_is_most_likely_called_as_usual(tmp_path):
    catalog = installed(tmp_path, '"lib.store.apps.StoreConfig", "other.Plugin"', {})
    assert [(found.label, found.name, found.ours) for found in catalog.apps] == [
        ("other", "other", False),
        ("store", "lib.store", False),
    ]
    assert [kind for _, _, kind in spots(catalog)] == ["app-without-source"] * 2


OLD = {"site/django/__init__.py": "VERSION = (2, 2, 0)\n", "site/django/apps/__init__.py": ""}
DEFAULT = 'default_app_config = "shop.apps.ShopConfig"\n'
STORE = config("ShopConfig", 'name = "shop"', 'label = "store"')


def test_default_app_config_counts_in_old_django(tmp_path):
    write_files(tmp_path, OLD)
    catalog = shop(tmp_path, "shop", STORE, DEFAULT, packages=["site"])
    assert app(catalog, "store").name == "shop"


def test_without_it_an_old_django_takes_no_config(tmp_path):
    write_files(tmp_path, OLD)
    catalog = shop(tmp_path, "shop", STORE, packages=["site"])
    assert app(catalog, "shop").name == "shop"


def test_a_second_app_with_a_label_is_left_out_and_said(tmp_path):
    files = {"a/shop/__init__.py": "", "b/shop/__init__.py": "", "a/shop/models.py": USER, "b/shop/models.py": USER}
    files |= {"a/__init__.py": "", "b/__init__.py": ""}
    catalog = installed(tmp_path, '"a.shop", "b.shop"', files)
    assert [(found.label, found.name) for found in catalog.apps] == [("shop", "a.shop")]
    assert ("config/settings.py", 1, "duplicate-label") in spots(catalog)


def test_an_app_that_is_named_by_module_and_by_config_is_one(tmp_path):
    files = {"shop/__init__.py": "", "shop/apps.py": CONFIG + config("ShopConfig", 'name = "shop"')}
    catalog = installed(tmp_path, '"shop", "shop.apps.ShopConfig"', files)
    assert [found.label for found in catalog.apps] == ["shop"]
    assert spots(catalog) == []


NESTED = {
    "shop/__init__.py": "",
    "shop/models.py": USER,
    "shop/tools.py": "",
    "shop/orders/__init__.py": "",
    "shop/orders/models.py": USER,
    "shop/orders/deep/__init__.py": "",
    "shop/orders/deep/tools.py": "",
    "shopping/__init__.py": "",
}


def test_the_innermost_app_around_a_module_has_it(tmp_path):
    catalog = installed(tmp_path, '"shop", "shop.orders"', NESTED)
    owners = {module.name: module.app for module in catalog.modules}
    assert owners["shop.tools"] == "shop"
    assert owners["shop.orders.models"] == owners["shop.orders.deep.tools"] == "orders"
    assert owners["shopping"] is owners["config.settings"] is None
    assert labels(catalog) == ["orders.User", "shop.User"]


def test_modules_of_an_app_that_is_not_installed_belong_to_the_one_around_it(tmp_path):
    catalog = installed(tmp_path, '"shop"', {**NESTED, "shop/models.py": "from shop.orders import models"})
    owners = {module.name: module.app for module in catalog.modules}
    assert owners["shop.orders.models"] == "shop"
    assert labels(catalog) == ["shop.User"]


def test_a_namespace_package_may_be_an_app(tmp_path):
    catalog = installed(tmp_path, '"space.shop"', {"space/shop/models.py": USER})
    assert [(found.label, found.path) for found in catalog.apps] == [("shop", "space/shop")]
    assert labels(catalog) == ["shop.User"]


def test_an_app_may_be_a_module(tmp_path):
    catalog = installed(tmp_path, '"shop"', {"shop.py": "x = 1\n"})
    assert [(found.label, found.path) for found in catalog.apps] == [("shop", "shop.py")]


def test_an_app_without_source_is_said(tmp_path):
    catalog = installed(tmp_path, '"nowhere"', {})
    assert [(found.label, found.ours, found.path) for found in catalog.apps] == [("nowhere", False, "")]
    assert spots(catalog) == [("config/settings.py", 1, "app-without-source")]


def test_apps_of_packages_are_theirs_and_their_models_are_read(tmp_path):
    write_files(tmp_path, {"site/lib/__init__.py": "", "site/lib/models.py": USER})
    catalog = installed(tmp_path, '"lib", "django.contrib.contenttypes"', {}, packages=["site"])
    assert [(found.label, found.path, found.ours) for found in catalog.apps] == [
        ("contenttypes", "django/contrib/contenttypes", False),
        ("lib", "lib", False),
    ]
    assert {"lib.User", "contenttypes.ContentType"} <= {found.label for found in catalog.models if not found.ours}


# Apps outside the Python path

APART = {"apps/shop/__init__.py": "", "apps/shop/models.py": USER}
INSERT = "import os, sys\nBASE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))\n"


@pytest.mark.parametrize(
    "line",
    [
        'sys.path.insert(0, os.path.join(BASE, "apps"))',
        'sys.path.append(os.path.join(BASE, "apps"))',
        'sys.path = [os.path.join(BASE, "apps")] + sys.path',
    ],
)
def test_a_folder_that_settings_put_on_the_python_path_is_searched(tmp_path, line):
    files = {**APART, "other/shop/__init__.py": "", "other/shop/models.py": ""}
    catalog = a_project(tmp_path, f'{INSERT}{line}\nINSTALLED_APPS = ["shop"]\n', files)
    assert app(catalog, "shop").path == "apps/shop"
    assert catalog.python_path == (".", "apps")
    assert spots(catalog) == []


def test_manage_may_put_a_folder_on_the_python_path(tmp_path):
    files = {**APART, "other/shop/__init__.py": ""}
    files["manage.py"] = (
        'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "apps"))\n'
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n'
    )
    catalog = installed(tmp_path, '"shop"', files)
    assert app(catalog, "shop").path == "apps/shop"


def test_an_app_that_lies_once_in_the_tree_is_found_there(tmp_path):
    catalog = installed(tmp_path, '"shop"', APART)
    assert app(catalog, "shop").path == "apps/shop"
    assert labels(catalog) == ["shop.User"]
    assert catalog.python_path == (".", "apps")


def test_an_app_that_is_named_by_its_config_is_found_as_well(tmp_path):
    files = {**APART, "apps/shop/apps.py": CONFIG + STORE}
    catalog = installed(tmp_path, '"shop.apps.ShopConfig"', files)
    assert app(catalog, "store").path == "apps/shop"


def test_gives_up_on_an_app_that_lies_twice_in_the_tree(tmp_path):
    catalog = installed(tmp_path, '"shop"', {**APART, "other/shop/__init__.py": ""})
    assert app(catalog, "shop").path == ""
    assert [kind for _, _, kind in spots(catalog)] == ["app-without-source"]


def test_the_right_one_of_two_is_the_one_that_holds_the_module(tmp_path):
    files = {**APART, "apps/shop/orders/__init__.py": "", "other/shop/__init__.py": ""}
    catalog = installed(tmp_path, '"shop.orders"', files)
    assert app(catalog, "orders").path == "apps/shop/orders"


def test_folders_are_found_that_only_files_found_meanwhile_lead_to(tmp_path):
    files = {
        "apps/shop/__init__.py": "import os, sys\nsys.path.append(os.path.join(os.path.dirname(__file__), '..', '..', 'more'))\n",
        "more/billing/__init__.py": "",
        "other/billing/__init__.py": "",
    }
    catalog = installed(tmp_path, '"shop", "billing"', files)
    assert app(catalog, "billing").path == "more/billing"


def test_an_app_elsewhere_does_not_hide_one_on_the_python_path(tmp_path):
    catalog = installed(tmp_path, '"shop"', {**APART, "shop/__init__.py": ""})
    assert app(catalog, "shop").path == "shop"
    assert catalog.python_path == (".",)


# Without settings

REUSABLE = {"shop/__init__.py": "", "shop/models.py": USER}


def test_a_reusable_app_is_assumed_to_be_installed(tmp_path):
    catalog = catalog_of(tmp_path, REUSABLE)
    assert {found.label: found.installed for found in catalog.apps} == dict.fromkeys(
        ["auth", "contenttypes", "shop"], "assumed"
    )
    assert labels(catalog) == ["shop.User"]
    assert (catalog.settings.module, catalog.settings.found_by) == (None, "no settings were found")


def test_every_package_with_models_or_a_config_is_assumed_to_be_one(tmp_path):
    files = {
        **REUSABLE,
        "shop/orders/__init__.py": "",
        "shop/orders/models/__init__.py": USER,
        "shop/config/__init__.py": "",
        "shop/config/apps.py": CONFIG + config("Config", 'name = "shop.config"', 'label = "conf"'),
        "shop/tools/__init__.py": "",
        "shop/tools/things.py": USER,
        "shop/plain/__init__.py": "",
        "shop/plain/models.py": "class Plain: pass\n",
        "shop/migrations/__init__.py": "",
        "shop/migrations/models.py": "",
    }
    catalog = catalog_of(tmp_path, files)
    assert [found.label for found in catalog.apps if found.ours] == ["conf", "orders", "shop"]


def test_a_source_folder_is_where_a_reusable_app_is_read_from(tmp_path):
    files = {f"src/{path}": text for path, text in REUSABLE.items()}
    files["pyproject.toml"] = '[tool.setuptools.packages.find]\nwhere = ["src"]\n'
    catalog = catalog_of(tmp_path, files)
    assert [(found.name, found.path) for found in catalog.apps if found.ours] == [("shop", "src/shop")]


def test_a_project_of_apps_that_have_nothing_to_do_with_django_is_empty(tmp_path):
    catalog = catalog_of(tmp_path, {"lib/__init__.py": "", "lib/things.py": "x = 1\n"})
    assert [found for found in catalog.apps if found.ours] == []


# What a start does besides


def test_ready_runs_once_all_models_are_there(tmp_path):
    apps = """
        from django.apps import AppConfig
        class ShopConfig(AppConfig):
            name = "shop"
            def ready(self):
                from django.db import models
                from billing.models import Bill
                Bill.add_to_class("extra", models.IntegerField())
                from . import late
    """
    files = {
        "shop/apps.py": apps,
        "shop/late.py": "from django.db import models\nclass Late(models.Model): pass\n",
        "billing/__init__.py": "",
        "billing/models.py": "from django.db import models\nclass Bill(models.Model): pass\n",
    }
    catalog = models_of(tmp_path, "", 'INSTALLED_APPS = ["shop", "billing"]\n', files)
    assert labels(catalog) == ["billing.Bill", "shop.Late"]
    (bill,) = [found for found in catalog.models if found.label == "billing.Bill"]
    assert [field.name for field in bill.fields] == ["extra", "id"]


def test_the_urls_are_loaded_and_what_their_views_import(tmp_path):
    files = {
        "config/urls.py": "from django.urls import include, path\nurlpatterns = [path('', include('shop.urls'))]\n",
        "shop/urls.py": "from . import views\n",
        "shop/views.py": "from . import late\n",
        "shop/late.py": "from django.db import models\nclass Late(models.Model): pass\n",
        "shop/never.py": "from django.db import models\nclass Never(models.Model): pass\n",
    }
    catalog = models_of(tmp_path, "", 'ROOT_URLCONF = "config.urls"\n', files)
    assert labels(catalog) == ["shop.Late"]


def test_admin_loads_the_admin_modules_of_apps(tmp_path):
    late = {"shop/admin.py": "from django.db import models\nclass Late(models.Model): pass\n"}
    admin = 'INSTALLED_APPS = ["shop", "django.contrib.admin"]\n'
    assert labels(models_of(tmp_path / "with", "", admin, late)) == ["shop.Late"]
    assert labels(models_of(tmp_path / "without", "", "", late)) == []


def test_a_ready_that_runs_too_long_costs_only_itself(tmp_path):
    apps = "from django.apps import AppConfig\nclass C(AppConfig):\n  name = '{}'\n  def ready(self):\n    {}\n"
    files = {
        "shop/apps.py": apps.format("shop", "for a in range(1000):\n      for b in range(1000): self.x = a"),
        "billing/__init__.py": "",
        "billing/apps.py": apps.format("billing", "from . import late"),
        "billing/late.py": "from django.db import models\nclass Late(models.Model): pass\n",
    }
    catalog = models_of(tmp_path, "", 'INSTALLED_APPS = ["shop", "billing"]\n', files)
    assert labels(catalog) == ["billing.Late"]
    assert spots(catalog) == [("shop/apps.py", 2, "execution-limit")]
