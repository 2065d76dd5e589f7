"""Libraries of settings whose source is given, and does what only run time can -> what is known of them goes before it."""

import pytest

from tests.support.monolith import a_project, spots

APPS = {f"{name}/__init__.py": "" for name in ("shop", "billing")}
# What these stand for reads files, frames and the environment; following it would end in something unknown.
AT_RUN_TIME = "import sys\ndef {name}(*a, **k):\n    return sys._getframe(1).ask(a, k)\n"
SAID = 'INSTALLED_APPS = ["shop", "billing"]\n'
INCLUDE = {
    "packages/split_settings/__init__.py": "",
    "packages/split_settings/tools.py": AT_RUN_TIME.format(name="include")
    + "class _May(str): pass\ndef optional(name): return _May(name)\n",
}
DYNACONF = {
    "packages/dynaconf/__init__.py": "from dynaconf.contrib import DjangoDynaconf\n",
    "packages/dynaconf/contrib/__init__.py": "from dynaconf.contrib.django_dynaconf_v2 import DjangoDynaconf\n",
    "packages/dynaconf/contrib/django_dynaconf_v2.py": AT_RUN_TIME.format(name="load") + "DjangoDynaconf = load\n",
    "config/settings.toml": '[default]\nINSTALLED_APPS = ["shop", "billing"]\n',
}
VALUES = {
    "packages/configurations/__init__.py": "from .base import Configuration\n",
    "packages/configurations/base.py": "class Configuration:\n    pass\n",
    "packages/configurations/values.py": "class Value:\n    def __new__(cls, *a, **k): return ask(a)\nclass ListValue(Value):\n    pass\n",
}
PRETTY = {
    "packages/prettyconf/__init__.py": "from .configuration import Configuration\nconfig = Configuration()\n",
    "packages/prettyconf/configuration.py": "class Configuration:\n    def __call__(self, *a, **k): return ask(a)\n",
}
TOML = {
    "packages/toml/__init__.py": "from toml import decoder\nloads = decoder.loads\nload = decoder.load\n",
    "packages/toml/decoder.py": AT_RUN_TIME.format(name="load") + AT_RUN_TIME.format(name="loads"),
    "config/said.toml": 'apps = ["shop", "billing"]\n',
}
YAML = {
    "packages/yaml/__init__.py": "from .loader import *\n" + AT_RUN_TIME.format(name="safe_load"),
    "packages/yaml/loader.py": "class Loader:\n    pass\n",
    "config/said.yaml": "apps: [shop, billing]\n",
}


@pytest.mark.parametrize(
    ("settings", "package"),
    [
        ('from split_settings.tools import include\ninclude("said.py")\n', INCLUDE),
        ('from split_settings.tools import *\nROOT_URLCONF = None\ninclude("said.py", optional("none.py"))\n', INCLUDE),
        ('from split_settings import tools\ntools.include(tools.optional("said.py"))\n', INCLUDE),
        ('import split_settings.tools as t\nt.include("said.py", scope=globals())\n', INCLUDE),
        (
            'def all_of():\n    from split_settings.tools import include\n    include("said.py", scope=globals())\nall_of()\n',
            INCLUDE,
        ),
        ("import dynaconf\nsettings = dynaconf.DjangoDynaconf(__name__)\n", DYNACONF),
        ("from dynaconf.contrib import django_dynaconf_v2\ndjango_dynaconf_v2.load(__name__)\n", DYNACONF),
        ("from dynaconf.contrib.django_dynaconf_v2 import load\nload(__name__)\n", DYNACONF),
        ('from configurations import values\nINSTALLED_APPS = values.ListValue(["shop", "billing"])\n', VALUES),
        (
            'from configurations.values import *\nROOT_URLCONF = None\nINSTALLED_APPS = ListValue(["shop", "billing"])\n',
            VALUES,
        ),
        ('from prettyconf import config\nINSTALLED_APPS = config("APPS", default=["shop", "billing"])\n', PRETTY),
        ('import toml\nINSTALLED_APPS = toml.load(open("config/said.toml"))["apps"]\n', TOML),
        ('from toml import loads\nINSTALLED_APPS = loads(open("config/said.toml").read())["apps"]\n', TOML),
        ('import yaml\nINSTALLED_APPS = yaml.safe_load(open("config/said.yaml"))["apps"]\n', YAML),
    ],
)
@pytest.mark.parametrize("has_source", [False, True])
def test_what_is_known_goes_before_source(tmp_path, settings, package, has_source):
    files = {path: text for path, text in package.items() if has_source or not path.startswith("packages/")}
    (tmp_path / "packages").mkdir()
    catalog = a_project(
        tmp_path,
        settings,
        {"config/said.py": SAID, **APPS, **files},
        below=".",
        packages=("packages",),
        exclude=("packages",),
    )
    assert list(catalog.settings.installed_apps) == ["shop", "billing"]
    assert spots(catalog) == []


def test_a_function_of_that_name_in_the_tree_is_followed(tmp_path):
    own = {
        "split_settings/__init__.py": "",
        "split_settings/tools.py": "def include(name, scope):\n    scope['INSTALLED_APPS'] = ['billing']\n",
    }
    text = 'from split_settings.tools import include\ninclude("said.py", scope=globals())\n'
    catalog = a_project(tmp_path, text, {"config/said.py": SAID, **APPS, **own})
    assert list(catalog.settings.installed_apps) == ["billing"]
