"""Settings that are put together out of several files, functions, classes or documents -> what the catalog says of them."""

from textwrap import dedent

import pytest

from cutpoint.domain.errors import UsageError
from tests.support.monolith import a_project, catalog_of, resolution_of, spots

APPS = {f"{name}/__init__.py": "" for name in ("shop", "billing", "extra", "debug", "blog")}
BASE = 'INSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\n'
MORE = 'INSTALLED_APPS += ["billing"]\nAUTH_USER_MODEL = "shop.User"\n'
HERE = "import os\nfrom pathlib import Path\nHERE = Path(__file__).parent\n"
BESIDE = {"config/parts/base.py": BASE, "config/parts/more.py": MORE}


def settings_of(root, text: str, files: dict[str, str] | None = None, **options):
    return a_project(root, dedent(text), {**APPS, **(files or {})}, **options)


def said(catalog):
    settings = catalog.settings
    return list(settings.installed_apps), settings.auth_user_model, settings.root_urlconf


ALL = (["shop", "billing"], "shop.User", "config.urls")


@pytest.mark.parametrize(
    "text",
    [
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py")',
        'from split_settings.tools import include\ninclude("parts/*.py")',
        'from split_settings.tools import include, optional\ninclude("parts/base.py", optional("none.py"), "parts/m*.py")',
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py", scope=globals())',
        'from split_settings.tools import include\ninclude("parts/base.py", "parts/more.py", scope=locals())',
        'import split_settings.tools as t\nnames = ["base", "more"]\nt.include(*[f"parts/{name}.py" for name in names])',
        "from split_settings.tools import include\nimport os\ninclude(\"parts/base.py\", f\"parts/{os.environ.get('ENV', 'more')}.py\")",
        HERE + 'exec(open(HERE / "parts/base.py").read())\nexec(open(HERE / "parts/more.py").read())',
        HERE
        + 'for name in ("base", "more"):\n    path = os.path.join(os.path.dirname(__file__), "parts", name + ".py")\n    exec(compile(open(path, "rb").read(), path, "exec"))',
        HERE + 'for name in ("base", "more"):\n    exec((HERE / "parts" / f"{name}.py").read_text())',
        HERE + 'for name in ("base", "more"):\n    exec(HERE.joinpath("parts", f"{name}.py").read_bytes(), globals())',
        HERE
        + 'with open(os.path.join(HERE, "parts/base.py")) as f:\n    exec(f.read(), globals(), locals())\nwith (HERE / "parts/more.py").open() as f:\n    code = compile(f.read(), f.name, "exec")\n    exec(code)',
        HERE + 'f = open("config/parts/base.py")\nexec(f.read())\nf.close()\nexec(open("config/parts/more.py").read())',
        HERE
        + 'def load(name):\n    with open(HERE / "parts" / name) as f:\n        exec(f.read(), globals())\nload("base.py")\nload("more.py")',
        HERE
        + 'import io\nexec(io.open(HERE / "parts/base.py", encoding="utf-8").read())\nimport codecs\nexec(codecs.open(HERE / "parts/more.py").read())',
        'import runpy\nglobals().update(runpy.run_path("config/parts/base.py"))\nglobals().update(runpy.run_path("config/parts/more.py", init_globals=globals()))',
        'import runpy\nglobals().update(runpy.run_module("config.parts.base"))\nfor k, v in runpy.run_module("config.parts.more", globals()).items():\n    globals()[k] = v',
        'import importlib\nfor name in ["whole"]:\n    module = importlib.import_module(f"config.parts.{name}")\n    globals().update(vars(module))',
        'import importlib\nmodule = importlib.import_module(".parts.whole", __package__)\nglobals().update({k: v for k, v in module.__dict__.items() if k.isupper()})',
        'import importlib\nmodule = importlib.import_module("config.parts.whole")\nfor name in dir(module):\n    if name.isupper():\n        globals()[name] = getattr(module, name)',
        'import importlib\nmodule = importlib.import_module("config.parts.whole")\nfor name in dir(module):\n    if not name.startswith("_"):\n        locals()[name] = getattr(module, name)',
        'import importlib, sys\nmodule = importlib.import_module("config.parts.whole")\nthis = sys.modules[__name__]\nfor name in dir(module):\n    setattr(this, name, getattr(module, name))',
        "import config.parts.whole as whole\nglobals().update(whole.__dict__)",
        "from config.parts import whole\nfor name, value in vars(whole).items():\n    if name.isupper():\n        vars()[name] = value",
        'def settings():\n    return dict(INSTALLED_APPS=["shop", "billing"], AUTH_USER_MODEL="shop.User", ROOT_URLCONF="config.urls")\nglobals().update(settings())\n',
        'class S:\n    INSTALLED_APPS = ["shop", "billing"]\n    AUTH_USER_MODEL = "shop.User"\n    ROOT_URLCONF = "config.urls"\nfor k in dir(S):\n    if k.isupper():\n        globals()[k] = getattr(S, k)',
        'import importlib.util\nspec = importlib.util.spec_from_file_location("whole", "config/parts/whole.py")\nmodule = importlib.util.module_from_spec(spec)\nspec.loader.exec_module(module)\nglobals().update(vars(module))',
    ],
)
def test_files_are_joined(tmp_path, text):
    files = {
        **BESIDE,
        "config/whole.py": "",
        "config/parts/whole.py": 'INSTALLED_APPS = ["shop", "billing"]\nAUTH_USER_MODEL = "shop.User"\nROOT_URLCONF = "config.urls"\n',
    }
    if '"parts/*.py"' in text:
        del files["config/parts/whole.py"]
    catalog = settings_of(tmp_path, text, files)
    assert said(catalog) == ALL
    assert spots(catalog) == []


CLASSES = """
from configurations import Configuration, values
class Base(Configuration):
    INSTALLED_APPS = ["shop"]
    ROOT_URLCONF = "config.urls"
    MORE = values.ListValue(["billing"])
    @property
    def AUTH_USER_MODEL(self):
        return "shop.User"
class Prod(Base):
    INSTALLED_APPS = Base.INSTALLED_APPS + ["billing"]
class Dev(Base):
    @property
    def INSTALLED_APPS(self):
        return super().INSTALLED_APPS + ["billing", "debug"]
class Values(Base):
    INSTALLED_APPS = values.ListValue(["shop", "extra"])
class Late(Base):
    @classmethod
    def setup(cls):
        super().setup()
        cls.INSTALLED_APPS = ["shop", "blog"]
"""


@pytest.mark.parametrize(
    ("name", "apps"),
    [
        ("Prod", ["shop", "billing"]),
        ("Dev", ["shop", "billing", "debug"]),
        ("Values", ["shop", "extra"]),
        ("Base", ["shop"]),
    ],
)
def test_settings_of_a_class_that_is_named(tmp_path, name, apps):
    files = {**APPS, "config/settings.py": CLASSES, "manage.py": ""}
    catalog = catalog_of(tmp_path / "option", files, settings="config.settings:" + name)
    assert said(catalog) == (apps, "shop.User", "config.urls")
    manage = f'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\nos.environ.setdefault("DJANGO_CONFIGURATION", "{name}")\n'
    assert said(settings_of(tmp_path / "manage", CLASSES, {"manage.py": manage})) == (apps, "shop.User", "config.urls")


def test_a_class_that_is_not_there(tmp_path):
    with pytest.raises(UsageError, match=r"config/settings.py has no class Nope; classes there: Base, Prod"):
        catalog_of(tmp_path, {"config/settings.py": CLASSES, "manage.py": ""}, settings="config.settings:Nope")


@pytest.mark.parametrize(
    ("text", "name", "line", "reason"),
    [
        ("INSTALLED_APPS = ask_somebody()\n", "INSTALLED_APPS", 0, ""),
        ('import os\nINSTALLED_APPS = os.environ["APPS"].split(",")\n', "INSTALLED_APPS", 2, ""),
        ("import requests\nINSTALLED_APPS = requests.get('https://example.org').json()\n", "INSTALLED_APPS", 2, ""),
        (
            "import sqlite3\nINSTALLED_APPS = [r[0] for r in sqlite3.connect('x').execute('select 1')]\n",
            "INSTALLED_APPS",
            2,
            "",
        ),
        ("from nowhere.settings import *\n", "INSTALLED_APPS", 0, "nowhere.settings"),
        ('import os\nINSTALLED_APPS = ["shop"]\nROOT_URLCONF = os.environ["URLS"]\n', "ROOT_URLCONF", 0, ""),
        ('import os\nINSTALLED_APPS = ["shop"]\nAUTH_USER_MODEL = os.environ["USER"]\n', "AUTH_USER_MODEL", 0, ""),
        ('INSTALLED_APPS = open("/etc/apps").read().split()\n', "INSTALLED_APPS", 1, ""),
        ('exec(open("/etc/settings.py").read())\n', "INSTALLED_APPS", 0, ""),
        ("raise RuntimeError\nINSTALLED_APPS = []\n", "INSTALLED_APPS", 0, ""),
    ],
)
def test_unknown_settings_end_the_run(tmp_path, text, name, line, reason):
    key = {"INSTALLED_APPS": "installed-apps", "ROOT_URLCONF": "root-urlconf", "AUTH_USER_MODEL": "auth-user-model"}[
        name
    ]
    with pytest.raises(UsageError) as raised:
        settings_of(tmp_path, text)
    message = str(raised.value)
    assert f"{name} is not known" in message
    assert f"--set {key}=" in message
    assert reason in message
    assert message.startswith(f"config/settings.py:{line}" if line else "config/settings.py")
    assert ("--apps-from-folders" in message) is (name == "INSTALLED_APPS")


def test_a_local_file_that_is_missing_need_not_say_anything(tmp_path):
    text = f"{BASE}from .local import *\n"
    assert said(settings_of(tmp_path, text)) == (["shop"], "auth.User", "config.urls")


def test_what_is_said_is_not_asked(tmp_path):
    text = (
        "import os\nINSTALLED_APPS = ask()\nROOT_URLCONF = os.environ['URLS']\nAUTH_USER_MODEL = os.environ['USER']\n"
    )
    given = (("INSTALLED_APPS", ("shop", "billing")), ("ROOT_URLCONF", "config.urls"), ("AUTH_USER_MODEL", "shop.User"))
    catalog = settings_of(tmp_path, text, given=given)
    assert said(catalog) == ALL
    assert catalog.settings.apps_from == "configuration"


def test_apps_from_folders_when_they_are_asked_for(tmp_path):
    models = {"shop/models.py": "from django.db import models\nclass Order(models.Model): pass\n"}
    catalog = settings_of(tmp_path, "INSTALLED_APPS = ask()\n", models, apps_from_folders=True)
    assert catalog.settings.apps_from == "folders"
    assert "shop" in [app.name for app in catalog.apps]


def test_a_part_that_only_run_time_knows_is_a_blind_spot(tmp_path):
    text = 'import os\nINSTALLED_APPS = ["shop", os.environ["PLUGIN"]] + ask()\n'
    catalog = settings_of(tmp_path, text)
    assert list(catalog.settings.installed_apps) == ["shop"]
    assert {kind for _, _, kind in spots(catalog)} == {"unreadable-setting"}
    assert catalog.settings.apps_from == "settings"


def test_settings_that_include_themselves(tmp_path):
    text = 'from split_settings.tools import include\nINSTALLED_APPS = ["shop"]\ninclude("*.py")\nexec(open(__file__).read())\n'
    assert list(settings_of(tmp_path, text).settings.installed_apps) == ["shop"]


@pytest.mark.parametrize("path", ["/etc/passwd", "../../outside.py", "/../outside.py"])
def test_nothing_outside_the_root_is_read(tmp_path, path):
    (tmp_path / "outside.py").write_text('INSTALLED_APPS = ["billing"]\n')
    text = f'from split_settings.tools import include, optional\nINSTALLED_APPS = ["shop"]\nexec(open({path!r}).read())\ninclude(optional({path!r}))\n'
    catalog = settings_of(tmp_path / "root", text)
    assert list(catalog.settings.installed_apps) == ["shop"]


@pytest.mark.parametrize(
    "text",
    [
        'try:\n    exec(open("local.py").read())\nexcept FileNotFoundError:\n    pass',
        'import os\nif os.path.exists("local.py"):\n    exec(open("local.py").read())',
        'from pathlib import Path\nlocal = Path(__file__).parent / "local.py"\nif local.exists():\n    exec(local.read_text())',
        'from split_settings.tools import include, optional\ninclude(optional("local.py"))',
    ],
)
def test_a_local_file_that_may_be_missing(tmp_path, text):
    begun = 'INSTALLED_APPS = ["shop"]\n' + text
    without = settings_of(tmp_path / "without", begun)
    assert (list(without.settings.installed_apps), spots(without)) == (["shop"], [])
    local = dict.fromkeys(("local.py", "config/local.py"), 'INSTALLED_APPS += ["billing"]\n')
    assert list(settings_of(tmp_path / "with", begun, local).settings.installed_apps) == ["shop", "billing"]


def test_a_file_that_is_missing_is_told(tmp_path):
    text = 'INSTALLED_APPS = ["shop"]\nexec(open("local.py").read())\n'
    assert spots(settings_of(tmp_path, text)) == [("config/settings.py", 2, "missing-module")]


def test_settings_that_disagree(tmp_path):
    sets = 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "{}")\n'
    files = {
        "manage.py": "",
        "bin/one.py": sets.format("config.settings"),
        "bin/two.py": sets.format("config.other"),
        "config/other.py": BASE,
    }
    with pytest.raises(UsageError, match="several settings modules are named") as raised:
        settings_of(tmp_path / "no", BASE, files)
    assert "--settings config.other   (bin/two.py:2)" in str(raised.value)
    wsgi = settings_of(tmp_path / "wsgi", BASE, {**files, "config/wsgi.py": sets.format("config.other")})
    assert wsgi.settings.module == "config.other"
    assert settings_of(tmp_path / "doctor", BASE, files, goes_on=True).settings.module in {
        "config.settings",
        "config.other",
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "settings.toml",
            '[default]\nINSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\n[development]\ninstalled_apps = ["billing", "dynaconf_merge"]\nauth_user_model = "shop.User"\n[production]\nINSTALLED_APPS = ["debug"]\n',
        ),
        (
            "settings.yaml",
            "default:\n  INSTALLED_APPS:\n    - shop\n    - billing\n  ROOT_URLCONF: config.urls\ndevelopment:\n  AUTH_USER_MODEL: shop.User\n",
        ),
        (
            "settings.json",
            '{"default": {"INSTALLED_APPS": ["shop", "billing"], "ROOT_URLCONF": "config.urls", "AUTH_USER_MODEL": "shop.User"}}',
        ),
    ],
)
@pytest.mark.parametrize("folder", ["", "config/", "config/config/"])
def test_dynaconf(tmp_path, name, text, folder):
    settings = "DEBUG = True\nimport dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)\n"
    catalog = settings_of(tmp_path, settings, {folder + name: text})
    assert said(catalog) == ALL
    assert spots(catalog) == []
    shop = next(app for app in catalog.apps if app.label == "shop")
    assert shop.evidence.path == folder + name


def test_dynaconf_without_environments_goes_on_from_the_module(tmp_path):
    settings = 'import dynaconf\nINSTALLED_APPS = ["shop"]\nROOT_URLCONF = "config.urls"\nsettings = dynaconf.DjangoDynaconf(__name__, environments=False, settings_files=["more.toml", ".secrets.toml"])\n'
    files = {
        "config/more.toml": 'AUTH_USER_MODEL = "shop.User"\nINSTALLED_APPS = {dynaconf_merge = ["billing"]}\n',
        "config/.secrets.toml": 'ROOT_URLCONF = "secret"\n',
    }
    assert said(settings_of(tmp_path, settings, files)) == ALL


@pytest.mark.parametrize(
    ("name", "load", "text"),
    [
        (
            "s.json",
            "import json\nwith open(HERE / 's.json') as f:\n    given = json.load(f)",
            '{"APPS": ["shop", "billing"], "USER": "shop.User", "URLS": "config.urls"}',
        ),
        (
            "s.json",
            "import json\ngiven = json.loads((HERE / 's.json').read_text())",
            '{"APPS": ["shop", "billing"], "USER": "shop.User", "URLS": "config.urls"}',
        ),
        (
            "s.toml",
            "import tomllib\nwith open(HERE / 's.toml', 'rb') as f:\n    given = tomllib.load(f)",
            'APPS = ["shop", "billing"]\nUSER = "shop.User"\nURLS = "config.urls"\n',
        ),
        (
            "s.yml",
            "import yaml\ngiven = yaml.safe_load(open(HERE / 's.yml'))",
            "APPS: [shop, billing]\nUSER: shop.User\nURLS: config.urls\n",
        ),
    ],
)
def test_documents(tmp_path, name, load, text):
    settings = (
        HERE
        + load
        + '\nINSTALLED_APPS = given["APPS"]\nAUTH_USER_MODEL = given["USER"]\nROOT_URLCONF = given.get("URLS")\n'
    )
    assert said(settings_of(tmp_path, settings, {f"config/{name}": text})) == ALL


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nINSTALLED_APPS: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
        "- 1\n",
        "&a [*a]\n",
        "[" * 100_000,
        "!!python/object/apply:os.system [exit]\n",
    ],
)
def test_documents_that_are_none(tmp_path, text):
    settings = 'INSTALLED_APPS = ["shop"]\nimport dynaconf, yaml\nsettings = dynaconf.DjangoDynaconf(__name__)\ngiven = yaml.load(open("config/settings.yaml"))\n'
    assert list(settings_of(tmp_path, settings, {"config/settings.yaml": text}).settings.installed_apps) == ["shop"]


def test_the_answer_of_an_earlier_run_depends_on_documents(tmp_path):
    settings = "import dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)\n"
    files = {
        "manage.py": "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'config.settings')\n",
        "config/settings.py": settings,
        "config/settings.toml": '[default]\nINSTALLED_APPS = ["shop"]\n',
        **APPS,
    }
    consulted = resolution_of(tmp_path, files).consulted()
    assert str(tmp_path / "config/settings.toml") in consulted
    assert str(tmp_path / "config/config") in consulted


def test_what_is_no_name_is_none_in_a_scope(tmp_path):
    text = """
        INSTALLED_APPS = ["shop"]
        class A: pass
        globals()[A] = globals()[5] = 1
        globals().update({A: 1, 5: 2})
        globals().update([(A, 1), (5, 2)])
        globals().setdefault(5, 1)
        vars(A)[5] = 1
        names = dir(), dir(A)
    """
    files = {"config/all.py": "from config.settings import *\n", "shop/models.py": "from config.all import *\n"}
    assert list(settings_of(tmp_path, text, files).settings.installed_apps) == ["shop"]
