import pytest

from tests.support.executed import executed

START = "import importlib.metadata, pkg_resources\nfrom importlib.metadata import entry_points\n"
FILES = {"plugins/__init__.py": "", "plugins/a.py": "class App: name = 'a'", "plugins/b.py": "y = 2"}
GROUPS = {"shop.plugins": [("first", "plugins.a:App"), ("second", "plugins.b [extra]")]}


def text_of(code: str) -> str:
    return executed({**FILES, "main.py": START + code}, entry_points=GROUPS).text("x")


@pytest.mark.parametrize(
    "listing",
    [
        "importlib.metadata.entry_points(group='shop.plugins')",
        "entry_points(group='shop.plugins')",
        "entry_points().select(group='shop.plugins')",
        "entry_points().get('shop.plugins', [])",
        "entry_points()['shop.plugins']",
        "pkg_resources.iter_entry_points('shop.plugins')",
        "pkg_resources.iter_entry_points(group='shop.plugins', name=None)",
    ],
)
def test_the_entry_points_of_a_group_are_listed(listing):
    assert text_of(f"x = [point.name for point in {listing}]") == "['first', 'second']"


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("name", "['first', 'second']"),
        ("value", "['plugins.a:App', 'plugins.b']"),
        ("module", "['plugins.a', 'plugins.b']"),
        ("module_name", "['plugins.a', 'plugins.b']"),
        ("attr", "['App', '']"),
        ("load()", "[class plugins.a.App, module plugins.b]"),
    ],
)
def test_what_an_entry_point_says(attribute, expected):
    assert text_of(f"x = [point.{attribute} for point in entry_points(group='shop.plugins')]") == expected


def test_a_group_without_entry_points_is_empty():
    assert text_of("x = list(entry_points(group='shop.other'))") == "[]"


def test_a_group_whose_name_is_computed_is_a_hole():
    assert text_of("x = [point.name for point in entry_points(group=unknown)]") == "[?]"


def test_load_of_something_else_is_left_alone():
    assert text_of("from lib import thing\nx = thing.load()") == "<lib.thing.load>()"
