"""Apps whose names, labels or folders could be taken for something else -> each is found, under its own name."""

import pytest

from cutpoint.domain.project import Options
from cutpoint.pipeline import analyze
from tests.support.monolith import a_project, app, catalog_of, model, models_of, spots, write_files

ORDER = "from django.db import models\nclass Order(models.Model):\n    def close(self):\n        self.save()\n"
MANAGE = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "{}")\n'


@pytest.mark.parametrize("path", [(), ("shop",), (".", "shop"), ("shop", ".")])
def test_a_package_on_the_path_keeps_the_name_that_its_app_has(tmp_path, path):
    files = {
        "manage.py": MANAGE.format("shop.settings"),
        "shop/__init__.py": "",
        "shop/settings.py": 'INSTALLED_APPS = ["shop"]\n',
        "shop/models.py": ORDER,
        "shop/views.py": "from models import Order\nfrom shop.models import Order as Same\n",
    }
    catalog = catalog_of(tmp_path, files, python_path=path)
    assert [(item.label, item.module) for item in catalog.models if item.ours] == [("shop.Order", "shop.models")]
    assert app(catalog, "shop").path == "shop"


@pytest.mark.parametrize("path", [("apps",), (".", "apps")])
@pytest.mark.parametrize("name", ["shop", "apps.shop"])
def test_a_package_of_apps_on_the_path(tmp_path, path, name):
    files = {
        "manage.py": MANAGE.format("settings"),
        "settings.py": f'INSTALLED_APPS = ["{name}"]\n',
        "apps/__init__.py": "",
        "apps/shop/__init__.py": "",
        "apps/shop/models.py": ORDER,
    }
    catalog = catalog_of(tmp_path, files, python_path=path)
    assert [(item.label, item.module) for item in catalog.models if item.ours] == [("shop.Order", f"{name}.models")]


def test_the_label_of_an_app_without_source_is_a_guess(tmp_path):
    files = {"shop/__init__.py": "", "shop/integrations/__init__.py": "", "shop/integrations/models.py": ORDER}
    for apps in ('"vendor.integrations", "shop.integrations"', '"shop.integrations", "vendor.integrations"'):
        catalog = a_project(tmp_path, f"INSTALLED_APPS = [{apps}]\n", files)
        assert model(catalog, "integrations.Order").path == "shop/integrations/models.py"
        assert app(catalog, "vendor.integrations").name == "vendor.integrations"
        assert ("config/settings.py", 1, "duplicate-label") in spots(catalog)


@pytest.mark.parametrize("apps", ['"people", "stock.apps.Config"', '"stock.apps.Config", "people"'])
def test_no_two_apps_have_one_label_whatever_is_guessed(tmp_path, apps):
    config = 'from django.apps import AppConfig\nclass Config(AppConfig):\n    name = "stock"\n    label = "people"\n'
    catalog = a_project(tmp_path, f"INSTALLED_APPS = [{apps}]\n", {"stock/__init__.py": "", "stock/apps.py": config})
    assert {item.label: item.name for item in catalog.apps} == {"people": "stock", "people?": "people"}


def test_an_app_of_a_library_that_is_called_admin_leaves_djangos_there(tmp_path):
    catalog = a_project(tmp_path, 'INSTALLED_APPS = ["vendor.admin", "django.contrib.admin"]\n')
    assert app(catalog, "admin").name == "django.contrib.admin"
    assert model(catalog, "admin.LogEntry").table == "django_admin_log"


def test_two_apps_of_ours_with_one_label_are_refused_as_django_refuses_them(tmp_path):
    files = {f"{name}/shop/__init__.py": "" for name in ("a", "b")} | {f"{name}/__init__.py": "" for name in ("a", "b")}
    catalog = a_project(tmp_path, 'INSTALLED_APPS = ["a.shop", "b.shop"]\n', files)
    assert [item.name for item in catalog.apps if item.ours] == ["a.shop"]


HISTORY = """
    from django.contrib.auth.models import User
    from simple_history import register
    from simple_history.models import HistoricalRecords
    class Extra(HistoricalRecords):
        pass
"""


@pytest.mark.parametrize(
    ("call", "label", "table"),
    [
        ('register(User, records_class=Extra, app="shop")', "shop.HistoricalUser", "shop_historicaluser"),
        ('register(User, app="shop", table_name="old_users")', "shop.HistoricalUser", "old_users"),
        ('register(User, "shop", custom_model_name="Old")', "shop.Old", "shop_old"),
        ("class Item(models.Model): pass\nregister(Item)", "shop.HistoricalItem", "shop_historicalitem"),
    ],
)
def test_history_that_a_call_registers(tmp_path, call, label, table):
    apps = 'INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "simple_history", "shop"]\n'
    text = "\n".join(f"    {line}" for line in call.splitlines())
    catalog = models_of(tmp_path, HISTORY + text, apps)
    history = model(catalog, label)
    assert (history.table, history.ours) == (table, True)
    assert {"history_id", "history_date", "id"} <= {field.name for field in history.fields}


def test_history_that_ready_registers(tmp_path):
    files = {
        "shop/apps.py": """
            from django.apps import AppConfig
            class ShopConfig(AppConfig):
                name = "shop"
                def ready(self):
                    from simple_history import register
                    from .models import Order
                    register(Order)
        """,
        "shop/__init__.py": "",
        "shop/models.py": ORDER,
    }
    catalog = a_project(tmp_path, 'INSTALLED_APPS = ["simple_history", "shop"]\n', files)
    assert model(catalog, "shop.HistoricalOrder").table == "shop_historicalorder"


def test_a_class_below_an_automatic_model(tmp_path):
    text = """
        class Tag(models.Model): pass
        class Item(models.Model):
            tags = models.ManyToManyField(Tag)
        class ItemTag(Item.tags.through):
            class Meta:
                proxy = True
        class Marked(Item.tags.through):
            note = models.TextField()
    """
    catalog = models_of(tmp_path, text)
    proxy = model(catalog, "shop.ItemTag")
    assert (proxy.proxy, proxy.table, proxy.bases, proxy.fields) == (True, "shop_item_tags", ("shop.Item_tags",), ())
    marked = model(catalog, "shop.Marked")
    assert (marked.table, [field.column for field in marked.fields]) == ("shop_marked", ["item_tags_ptr_id", "note"])
    between = model(catalog, "shop.Item_tags")
    assert (between.auto_created, [field.column for field in between.fields]) == (True, ["id", "item_id", "tag_id"])


def test_a_class_below_the_automatic_model_of_a_field_by_its_name(tmp_path):
    text = """
        class Tag(models.Model): pass
        class Item(models.Model):
            tags = models.ManyToManyField(Tag)
            codes = models.ManyToManyField(Tag, related_name="+", through="Coded")
        class Coded(models.Model):
            item = models.ForeignKey(Item, models.CASCADE)
            tag = models.ForeignKey(Tag, models.CASCADE)
        class ItemTag(Item._meta.get_field("tags").remote_field.through):
            class Meta:
                proxy = True
        made = {}
        for name in ("tags",):
            through = Item._meta.get_field(name).remote_field.through
            made[name] = type("Made" + name.title(), (through,), {
                "__module__": __name__, "Meta": type("Meta", (), {"proxy": True}),
            })
    """
    catalog = models_of(tmp_path, text)
    for name in ("ItemTag", "MadeTags"):
        proxy = model(catalog, f"shop.{name}")
        assert (proxy.proxy, proxy.table, proxy.bases) == (True, "shop_item_tags", ("shop.Item_tags",))


TAGS = """
    class Tagged(models.ManyToManyField):
        def __init__(self, **options):
            super().__init__(**{**options, "to": "-"})
        def contribute_to_class(self, cls, name):
            CHANGE
            super().contribute_to_class(cls, name)
    class Tag(models.Model): pass
    class Item(models.Model):
        tags = Tagged()
"""


def test_a_target_that_the_field_says_later(tmp_path):
    catalog = models_of(tmp_path / "said", TAGS.replace("CHANGE", "self.remote_field.model = Tag"))
    assert [(relation.name, relation.to) for relation in model(catalog, "shop.Item").relations] == [
        ("tags", "shop.Tag")
    ]
    catalog = models_of(tmp_path / "unsaid", TAGS.replace("CHANGE", "pass"))
    assert [(relation.name, relation.to) for relation in model(catalog, "shop.Item").relations] == [("tags", None)]
    assert {kind for _, _, kind in spots(catalog)} == {"unknown-target"}


@pytest.mark.parametrize("name", ["test", "tests", "site_tests"])
def test_an_installed_app_that_is_called_like_tests_is_code(tmp_path, name):
    files = {
        "manage.py": MANAGE.format("config.settings"),
        "config/__init__.py": "",
        "config/settings.py": f'INSTALLED_APPS = ["{name}"]\n',
        f"{name}/__init__.py": "",
        f"{name}/models.py": ORDER,
        f"{name}/test_views.py": f"from {name}.models import Order\ndef test_it():\n    Order.objects.create()\n",
        f"{name}/tests/helpers.py": f"from {name}.models import Order\ndef make():\n    Order.objects.create()\n",
    }
    root = write_files(tmp_path, files)
    analysis = analyze(Options(root=str(root)))
    assert {(access.path, access.line) for access in analysis.accesses} == {(f"{name}/models.py", 4)}


@pytest.mark.parametrize(
    ("place", "is_code"), [("test/models.py", True), ("tests/models/runs.py", True), ("tests.py", False)]
)
@pytest.mark.parametrize("loaded", [True, False])
def test_a_package_called_like_tests_is_code_if_its_models_are_loaded(tmp_path, place, is_code, loaded):
    package, _, _ = place.partition("/")
    module = "lab." + place.removesuffix(".py").replace("/", ".")
    files = {
        "manage.py": MANAGE.format("settings"),
        "settings.py": 'INSTALLED_APPS = ["lab"]\n',
        "lab/__init__.py": "",
        "lab/models.py": f"from {module} import Order\n" if loaded else "",
        f"lab/{place}": ORDER,
    }
    if "/" in place:
        names = {f"lab/{package}/__init__.py", f"lab/{place.rpartition('/')[0]}/__init__.py"}
        use = f"from {module} import Order\ndef it():\n    Order.objects.create()\n"
        files |= dict.fromkeys(names, "") | {f"lab/{package}/runs.py": use, f"lab/{package}/test_runs.py": use}
    analysis = analyze(Options(root=str(write_files(tmp_path, files))))
    assert {access.path for access in analysis.accesses} == (
        {f"lab/{place}", f"lab/{package}/runs.py"} if loaded and is_code else set()
    )


def test_an_app_of_test_settings_stays_test_code(tmp_path):
    files = {
        "manage.py": MANAGE.format("tests.settings"),
        "shop/__init__.py": "",
        "shop/models.py": ORDER,
        "tests/__init__.py": "",
        "tests/settings.py": 'INSTALLED_APPS = ["shop", "tests"]\n',
        "tests/models.py": ORDER.replace("Order", "Sample"),
    }
    analysis = analyze(Options(root=str(write_files(tmp_path, files))))
    assert {access.path for access in analysis.accesses} == {"shop/models.py"}
    assert "tests.Sample" in [item.label for item in analysis.catalog.models]


def test_a_library_without_source_is_not_looked_for_among_apps_that_have_another_name(tmp_path):
    files = {
        "manage.py": MANAGE.format("settings"),
        "settings.py": 'INSTALLED_APPS = ["enrolled", "shop.apps.enrolled", "shop.apps.orders"]\n',
        "shop/__init__.py": "",
        "shop/apps/__init__.py": "",
        "shop/apps/enrolled/__init__.py": "",
        "shop/apps/enrolled/models.py": ORDER,
        "shop/apps/orders/__init__.py": "",
        "shop/apps/orders/models.py": ORDER,
    }
    catalog = catalog_of(tmp_path, files)
    assert catalog.python_path == (".",)
    assert [item.label for item in catalog.models if item.ours] == ["enrolled.Order", "orders.Order"]


def test_the_list_of_apps_may_be_made_by_its_own_type(tmp_path):
    text = (
        "def more(apps):\n    kind = type(apps)\n    return kind(list(apps) + ask())\nINSTALLED_APPS = more(['shop'])\n"
    )
    catalog = a_project(tmp_path, text, {"shop/__init__.py": ""})
    assert list(catalog.settings.installed_apps) == ["shop"]
