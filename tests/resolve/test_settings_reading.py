"""Settings as people write them -> what the catalog says of them."""

from textwrap import dedent

import pytest

from tests.support.monolith import a_project, app, labels, models_of, resolution_of, spots

APPS = {f"{name}/__init__.py": "" for name in ("shop", "billing", "extra", "debug", "blog")}


def settings_of(root, text: str, files: dict[str, str] | None = None, **options):
    return a_project(root, text, {**APPS, **(files or {})}, **options)


def installed(catalog) -> list[str]:
    return list(catalog.settings.installed_apps)


def marks(catalog) -> dict[str, str]:
    return {item.label: item.installed for item in catalog.apps}


@pytest.mark.parametrize(
    "text",
    [
        'INSTALLED_APPS = ["shop", "billing"]',
        'INSTALLED_APPS = ("shop", "billing")',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS += ["billing"]',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS += ("billing",)',
        'INSTALLED_APPS = ("shop",)\nINSTALLED_APPS += ("billing",)',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS.append("billing")',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS.extend(["billing"])',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS = INSTALLED_APPS + ["billing"]',
        'INSTALLED_APPS = ["billing"]\nINSTALLED_APPS.insert(0, "shop")',
        'INSTALLED_APPS = ["billing"]\nINSTALLED_APPS[:0] = ["shop"]',
        'OURS = ["billing"]\nINSTALLED_APPS = ["shop", *OURS]',
        'OURS = ["billing"]\nINSTALLED_APPS = ["shop"] + OURS',
        'INSTALLED_APPS = "shop billing".split()',
        'INSTALLED_APPS = [f"{name}" for name in ("shop", "billing")]',
        'INSTALLED_APPS = list(dict.fromkeys(["shop", "billing", "shop"]))',
        'INSTALLED_APPS = ["shop", "billing", "shop"]',
        'INSTALLED_APPS = ["shop", "extra", "billing"]\nINSTALLED_APPS.remove("extra")',
        'INSTALLED_APPS = ["shop", "extra", "billing"]\nINSTALLED_APPS.pop(1)',
        'INSTALLED_APPS = ["shop", "billing", "extra"]\ndel INSTALLED_APPS[-1]',
        'INSTALLED_APPS = [a for a in ["shop", "extra", "billing"] if a != "extra"]',
        'def apps(*more): return ["shop", *more]\nINSTALLED_APPS = apps("billing")',
        'INSTALLED_APPS = ["shop"]\nfor name in ("billing",): INSTALLED_APPS.append(name)',
        'INSTALLED_APPS, OTHER = ["shop", "billing"], 1',
        'INSTALLED_APPS: list[str] = ["shop", "billing"]',
        'globals()["INSTALLED_APPS"] = ["shop", "billing"]',
        'INSTALLED_APPS = sum((["shop"], ["billing"]), [])',
    ],
)
def test_installed_apps_are_listed_in_their_order(tmp_path, text):
    catalog = settings_of(tmp_path, text)
    assert installed(catalog) == ["shop", "billing"]
    assert marks(catalog) == {"shop": "yes", "billing": "yes"}
    assert spots(catalog) == []


def test_apps_know_the_line_that_names_them(tmp_path):
    text = 'INSTALLED_APPS = [\n    "shop",\n    # why\n    "billing",\n]\nINSTALLED_APPS += ["extra"]\nINSTALLED_APPS.append("blog")\n'
    catalog = settings_of(tmp_path, text)
    lines = {item.label: item.evidence and (item.evidence.path, item.evidence.line) for item in catalog.apps}
    path = "config/settings.py"
    assert lines == {"shop": (path, 2), "billing": (path, 4), "extra": (path, 6), "blog": (path, 7)}


def test_items_of_a_tuple_know_their_lines_as_well(tmp_path):
    catalog = settings_of(tmp_path, 'INSTALLED_APPS = (\n    "shop",\n    "billing",\n)\n')
    assert [item.evidence.line for item in catalog.apps if item.evidence] == [3, 2]


@pytest.mark.parametrize(
    "text",
    [
        'if unknown:\n  INSTALLED_APPS += ["debug"]',
        'if unknown:\n  INSTALLED_APPS.append("debug")',
        'MORE = ["debug"]\nif unknown:\n  INSTALLED_APPS += MORE',
        'MORE = ("debug",)\nif unknown:\n  INSTALLED_APPS += MORE',
        'MORE = ["debug"]\nif unknown:\n  INSTALLED_APPS.extend(MORE)',
        'MORE = ["debug"]\nif unknown:\n  INSTALLED_APPS[:0] = MORE',
        'MORE = ["debug"]\nif unknown:\n  INSTALLED_APPS = INSTALLED_APPS + MORE',
        'MORE = ["debug"]\nfor each in unknown:\n  INSTALLED_APPS += MORE',
        'if unknown:\n  INSTALLED_APPS.insert(0, "debug")',
        'try:\n  import debug_toolbar\nexcept ImportError:\n  pass\nelse:\n  INSTALLED_APPS += ["debug"]',
        'try:\n  import debug_toolbar\n  INSTALLED_APPS += ["debug"]\nexcept ImportError:\n  pass',
        'if importlib.util.find_spec("debug_toolbar"):\n  INSTALLED_APPS.append("debug")',
        'INSTALLED_APPS = [*INSTALLED_APPS, *(["debug"] if unknown else [])]',
        'INSTALLED_APPS = INSTALLED_APPS + (["debug"] if unknown else [])',
        'INSTALLED_APPS = INSTALLED_APPS + ["debug"] if unknown else INSTALLED_APPS',
        'for name in unknown: INSTALLED_APPS.append("debug")',
    ],
)
def test_what_a_branch_adds_is_conditional(tmp_path, text):
    catalog = settings_of(tmp_path, f'import importlib.util\nINSTALLED_APPS = ["shop"]\n{text}')
    assert marks(catalog) == {"shop": "yes", "debug": "conditional"}


def test_both_branches_of_a_condition_are_marked(tmp_path):
    text = 'if unknown:\n  INSTALLED_APPS = ["shop", "extra"]\nelse:\n  INSTALLED_APPS = ["shop", "billing"]'
    catalog = settings_of(tmp_path, text)
    assert marks(catalog)["extra"] == marks(catalog)["billing"] == "conditional"
    assert installed(catalog) == ["shop", "extra", "billing"]


def test_an_app_of_every_branch_is_installed_all_the_same(tmp_path):
    text = 'if unknown:\n  INSTALLED_APPS = ["shop"]\nelse:\n  INSTALLED_APPS = ["shop"]'
    catalog = settings_of(tmp_path, f'{text}\nINSTALLED_APPS += ["billing"]')
    assert installed(catalog) == ["shop", "billing"]
    assert marks(catalog) == {"shop": "yes", "billing": "yes"}


@pytest.mark.parametrize("default", ["True", "False"])
def test_what_a_conditional_expression_adds_is_not_lost(tmp_path, default):
    text = f'import os\nDEBUG = os.environ.get("DEBUG", {default})\nINSTALLED_APPS = ["shop"] + (["debug"] if DEBUG else [])\n'
    assert marks(settings_of(tmp_path, text)) == {"shop": "yes", "debug": "conditional"}


@pytest.mark.parametrize("default", ["True", "False"])
def test_a_branch_by_the_environment_is_conditional_whatever_its_default(tmp_path, default):
    text = (
        f'import os\nINSTALLED_APPS = ["shop"]\nif os.environ.get("DEBUG", {default}):\n  INSTALLED_APPS += ["debug"]\n'
    )
    assert marks(settings_of(tmp_path, text)) == {"shop": "yes", "debug": "conditional"}


def test_a_branch_that_is_decided_is_not(tmp_path):
    text = 'DEBUG = True\nINSTALLED_APPS = ["shop"]\nif DEBUG:\n  INSTALLED_APPS += ["debug"]\nelse:\n  INSTALLED_APPS += ["extra"]\n'
    assert marks(settings_of(tmp_path, text)) == {"shop": "yes", "debug": "yes"}


def test_an_item_that_cannot_be_read_is_a_blind_spot_and_the_others_stay(tmp_path):
    catalog = settings_of(tmp_path, 'INSTALLED_APPS = [\n    "shop",\n    name(),\n]\nINSTALLED_APPS += unknown_apps\n')
    assert installed(catalog) == ["shop"]
    assert {(path, kind) for path, _, kind in spots(catalog)} == {("config/settings.py", "unreadable-setting")}
    assert len(spots(catalog)) == 2


@pytest.mark.parametrize(
    "text",
    [
        'AUTH_USER_MODEL = os.environ.get("USER_MODEL", "shop.User")',
        'AUTH_USER_MODEL = os.getenv("USER_MODEL", default="shop.User")',
        'AUTH_USER_MODEL = decouple.config("USER_MODEL", default="shop.User")',
        'env = environ.Env()\nAUTH_USER_MODEL = env("USER_MODEL", default="shop.User")',
        'env = environ.Env()\nAUTH_USER_MODEL = env.str("USER_MODEL", default="shop.User")',
        'env = environ.Env(USER_MODEL=(str, "shop.User"))\nAUTH_USER_MODEL = env("USER_MODEL")',
        'AUTH_USER_MODEL = "shop.User" if unknown else "shop.User"',
    ],
)
def test_the_default_of_the_environment_is_taken(tmp_path, text):
    catalog = settings_of(tmp_path, f'import os, decouple, environ\nINSTALLED_APPS = ["shop"]\n{text}')
    assert catalog.settings.auth_user_model == "shop.User"


def test_apps_of_the_environment_are_its_default(tmp_path):
    text = 'import environ\nenv = environ.Env()\nINSTALLED_APPS = ["shop"] + env.list("PLUGINS", default=["billing"])'
    assert installed(settings_of(tmp_path, text)) == ["shop", "billing"]


USER = "from django.db import models\nclass User(models.Model): pass\n"


@pytest.mark.parametrize(
    ("default", "first", "second"), [("True", "shop.User", "billing.User"), ("False", "billing.User", "shop.User")]
)
def test_the_user_model_of_an_unlikely_branch_is_an_alternative(tmp_path, default, first, second):
    text = f"""
        import os
        INSTALLED_APPS = ["extra"]
        if os.environ.get("OWN", {default}):
            AUTH_USER_MODEL = "shop.User"
            INSTALLED_APPS += ["shop"]
        else:
            AUTH_USER_MODEL = "billing.User"
            INSTALLED_APPS += ["billing"]
    """
    catalog = settings_of(tmp_path, dedent(text), {"shop/models.py": USER, "billing/models.py": USER})
    assert catalog.settings.auth_user_model == first
    assert labels(catalog) == [first]
    assert app(catalog, first.partition(".")[0]).installed == "conditional"
    assert app(catalog, second.partition(".")[0]).installed == "alternative"


def test_an_app_of_an_unlikely_branch_without_a_model_that_is_swapped_is_read(tmp_path):
    text = 'import os\nINSTALLED_APPS = ["shop"]\nif os.environ.get("OWN", False):\n  INSTALLED_APPS += ["billing"]\n'
    catalog = settings_of(tmp_path, text, {"billing/models.py": USER})
    assert labels(catalog) == ["billing.User"]
    assert app(catalog, "billing").installed == "conditional"


def test_settings_may_be_a_package_that_pulls_its_parts_together(tmp_path):
    files = {
        "manage.py": 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")\n',
        "config/settings/__init__.py": "",
        "config/settings/base.py": 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\nMIDDLEWARE = ["a.B"]\n',
        "config/settings/more.py": 'INSTALLED_APPS = ["nothing"]\n',
        "config/settings/local.py": 'from .base import *\nfrom . import base\nINSTALLED_APPS += ["billing"]\nMIDDLEWARE = base.MIDDLEWARE + ["c.D"]\n',
    }
    (tmp_path / "config").mkdir()
    catalog = resolution_of(tmp_path, {**APPS, "config/__init__.py": "", **files}).catalog
    assert installed(catalog) == ["shop", "billing"]
    assert catalog.settings.module == "config.settings.local"
    assert catalog.settings.middleware == ("a.B", "c.D")
    assert catalog.settings.root_urlconf == "config.urls"
    assert set(catalog.settings.chain) == {
        "config/settings/__init__.py",
        "config/settings/base.py",
        "config/settings/local.py",
    }


def test_local_settings_that_may_be_missing(tmp_path):
    text = 'INSTALLED_APPS = ["shop"]\ntry:\n    from .local import *\nexcept ImportError:\n    pass\n'
    assert installed(settings_of(tmp_path / "without", text)) == ["shop"]
    assert spots(settings_of(tmp_path / "without", text)) == []
    local = {"config/local.py": 'INSTALLED_APPS = ["shop", "billing"]\n'}
    assert installed(settings_of(tmp_path / "with", text, local)) == ["shop", "billing"]


CONFIGURATIONS = """
from configurations import Configuration
class Base(Configuration):
    INSTALLED_APPS = ["shop"]
    AUTH_USER_MODEL = "shop.User"
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
class Dev(Base):
    INSTALLED_APPS = Base.INSTALLED_APPS + ["billing"]
class Other:
    INSTALLED_APPS = None
"""


def test_settings_may_be_classes(tmp_path):
    catalog = settings_of(tmp_path, CONFIGURATIONS)
    assert installed(catalog) == ["shop", "billing"]
    assert catalog.settings.auth_user_model == "shop.User"
    assert catalog.settings.databases == ("default",)


def test_a_class_may_compute_its_apps(tmp_path):
    text = """
        from configurations import Configuration
        class Base(Configuration):
            OURS = ["shop"]
            @property
            def INSTALLED_APPS(self):
                return self.OURS + ["billing"]
    """
    assert installed(settings_of(tmp_path, dedent(text))) == ["shop", "billing"]


def test_a_class_beside_plain_settings_is_no_holder_of_settings(tmp_path):
    text = 'INSTALLED_APPS = ["shop"]\nclass Other:\n  INSTALLED_APPS = ["billing", "extra"]\n'
    assert installed(settings_of(tmp_path, text)) == ["shop"]


def test_plugins_that_a_function_lists(tmp_path):
    text = """
        import pkgutil, importlib, plugins
        def plugin_apps():
            for _, name, is_package in pkgutil.iter_modules(plugins.__path__):
                if is_package:
                    yield f"plugins.{name}"
        INSTALLED_APPS = ["shop"]
        INSTALLED_APPS += plugin_apps()
    """
    files = {"plugins/__init__.py": "", "plugins/a/__init__.py": "", "plugins/b/__init__.py": "", "plugins/c.py": ""}
    assert installed(settings_of(tmp_path, dedent(text), files)) == ["shop", "plugins.a", "plugins.b"]


@pytest.mark.parametrize(
    "listing",
    [
        '[p.name for p in (BASE / "plugins").iterdir() if p.is_dir()]',
        'os.listdir(os.path.join(BASE, "plugins"))',
        'glob.glob(str(BASE / "plugins" / "*"))',
    ],
)
def test_gives_up_on_folders_that_are_listed_on_disk(tmp_path, listing):
    text = f'import glob, os\nfrom pathlib import Path\nBASE = Path(__file__).parent.parent\nINSTALLED_APPS = ["shop"]\nINSTALLED_APPS += ["plugins." + n for n in {listing}]\n'
    catalog = settings_of(tmp_path, text, {"plugins/__init__.py": "", "plugins/a/__init__.py": ""})
    assert installed(catalog) == ["shop"]
    assert [(path, line, kind) for path, line, kind in spots(catalog)] == [
        ("config/settings.py", 5, "unreadable-setting")
    ]


def test_plugins_that_declare_themselves_as_entry_points(tmp_path):
    text = """
        from importlib.metadata import entry_points
        INSTALLED_APPS = ["shop"]
        for point in entry_points(group="shop.plugins"):
            INSTALLED_APPS.append(point.module)
    """
    files = {"pyproject.toml": '[project.entry-points."shop.plugins"]\nx = "billing:App"\n'}
    assert installed(settings_of(tmp_path, dedent(text), files)) == ["shop", "billing"]


DATABASES = """
    "default": {"ENGINE": "django.db.backends.postgresql", "ATOMIC_REQUESTS": True},
    "replica": {"ENGINE": "django.db.backends.mysql"},
    "archive": {"ENGINE": "django.db.backends.sqlite3", "ATOMIC_REQUESTS": os.environ.get("ATOMIC", True)},
"""


def test_databases_are_listed_with_those_that_are_atomic(tmp_path):
    text = (
        f'import os\nINSTALLED_APPS = []\nDATABASES = {{{DATABASES}}}\nDATABASE_ROUTERS = ["config.routers.Router"]\n'
    )
    settings = settings_of(tmp_path, text).settings
    assert settings.databases == ("default", "replica", "archive")
    assert settings.atomic_requests == ("default", "archive")
    assert settings.database_routers == ("config.routers.Router",)


def test_databases_may_be_changed_after_they_are_made(tmp_path):
    text = f'import os\nINSTALLED_APPS = ["shop"]\nDATABASES = {{{DATABASES}}}\nDATABASES["default"]["ATOMIC_REQUESTS"] = False\ndel DATABASES["replica"]\nDATABASES["new"] = {{}}\n'
    settings = settings_of(tmp_path, text).settings
    assert settings.databases == ("default", "archive", "new")
    assert settings.atomic_requests == ("archive",)


def test_what_the_settings_do_not_say_is_what_django_says(tmp_path):
    settings = settings_of(tmp_path, 'INSTALLED_APPS = ["shop"]').settings
    assert settings.auth_user_model == "auth.User"
    assert (settings.databases, settings.database_routers, settings.middleware) == ((), (), ())
    assert settings.root_urlconf is None


@pytest.mark.parametrize(
    ("engine", "table"),
    [
        ('"django.db.backends.postgresql"', 63),
        ('"django.contrib.gis.db.backends.postgis"', 63),
        ('"django.db.backends.mysql"', 64),
        ('"django.db.backends.oracle"', 30),
        ('"django.db.backends.sqlite3"', 105),
        ('os.environ.get("ENGINE", "django.db.backends.mysql")', 64),
        ("unknown", 105),
    ],
)
def test_the_database_decides_how_long_a_table_name_is(tmp_path, engine, table):
    catalog = models_of(
        tmp_path,
        f"class {'M' * 100}(models.Model): pass\n",
        f'import os\nDATABASES = {{"default": {{"ENGINE": {engine}}}}}\n',
    )
    (found,) = [model for model in catalog.models if model.ours]
    assert found.table is not None and len(found.table) == table


def test_settings_that_code_adds_to_django_conf_settings_are_known(tmp_path):
    files = {
        "shop/models.py": """
            from django.conf import settings
            from django.db import models
            from . import defaults
            class Order(models.Model):
                class Meta:
                    db_table = settings.SHOP_TABLE
        """,
        "shop/defaults.py": 'from django.conf import settings\nsettings.SHOP_TABLE = "orders"\n',
    }
    catalog = settings_of(tmp_path, 'INSTALLED_APPS = ["shop"]', files)
    assert [model.table for model in catalog.models if model.ours] == ["orders"]


def test_settings_outside_the_root_are_read_from_there(tmp_path):
    files = {
        "outside/conf/deploy.py": 'INSTALLED_APPS = ["shop"]\n',
        "site/shop/models.py": USER,
        "site/shop/__init__.py": "",
    }
    catalog = resolution_of(
        tmp_path, {**files, "site/manage.py": ""}, below="site", settings="conf.deploy", python_path=["outside"]
    ).catalog
    assert installed(catalog) == ["shop"]
    assert labels(catalog) == ["shop.User"]
    assert catalog.settings.module == "conf.deploy"
