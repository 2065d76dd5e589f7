import pytest

from cutpoint.recognize.clues import clues_of


@pytest.mark.parametrize(
    "text",
    [
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")',
        "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')",
        'os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"',
        'environ = {"DJANGO_SETTINGS_MODULE": "shop.settings"}',
        'DJANGO_SETTINGS_MODULE = "shop.settings"',
        'os.environ.setdefault(\n    "DJANGO_SETTINGS_MODULE",\n    "shop.settings",\n)',
    ],
)
def test_a_named_settings_module_is_a_clue(text):
    assert [clue[:2] for clue in clues_of(text)] == [("settings-module", "shop.settings")]


@pytest.mark.parametrize(
    "text",
    [
        'os.environ["DJANGO_SETTINGS_MODULE"]',
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", name)',
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"{name}.settings")',
        'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "{{ project_name }}.settings")',
        'os.environ.get("DJANGO_SETTINGS_MODULE")',
    ],
)
def test_a_name_that_is_computed_is_none(text):
    assert clues_of(text) == ()


def test_every_named_module_is_a_clue_with_its_line():
    text = '# first\nsetdefault("DJANGO_SETTINGS_MODULE", "a")\n\nsetdefault("DJANGO_SETTINGS_MODULE", "b.c")\n'
    assert clues_of(text) == (("settings-module", "a", 2), ("settings-module", "b.c", 4))


@pytest.mark.parametrize(
    "text",
    [
        "INSTALLED_APPS = []",
        "INSTALLED_APPS += ['a']",
        "INSTALLED_APPS: list[str] = []",
        "class Base(Configuration):\n    INSTALLED_APPS = []",
    ],
)
def test_what_assigns_installed_apps_looks_like_settings(text):
    assert [clue[0] for clue in clues_of(text)] == ["assigns-apps"]


@pytest.mark.parametrize(
    "text",
    [
        "print(INSTALLED_APPS)",
        "if app in settings.INSTALLED_APPS: pass",
        "# INSTALLED_APPS = []",
        "MY_INSTALLED_APPS = []",
        "INSTALLED_APPS.append('a')",
        "def f():\n        INSTALLED_APPS = 1",
    ],
)
def test_what_only_speaks_of_installed_apps_does_not(text):
    assert clues_of(text) == ()


@pytest.mark.parametrize("base", ["AppConfig", "apps.AppConfig", "django.apps.AppConfig", "BaseConfig"])
def test_a_class_below_a_config_is_a_clue(base):
    assert clues_of(f"\nclass ShopConfig({base}):\n    pass") == (("defines-app-config", "", 2),)


@pytest.mark.parametrize("text", ["class Config:\n    pass", "x = AppConfig", "class Shop(Configured):\n    pass"])
def test_another_class_is_none(text):
    assert clues_of(text) == ()
