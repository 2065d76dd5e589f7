"""What comes from the environment is a guess: its default, which run time may change."""

import pytest

from tests.support.executed import executed, result_of


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("os.environ.get('A', 'b')", "~'b'"),
        ("os.environ.get('A', default='b')", "~'b'"),
        ("os.environ.get('A')", "~None"),
        ("os.getenv('A', 'b')", "~'b'"),
        ("os.environ['A']", "~?"),
        ("os.environ.get('A', 'b').upper()", "~'B'"),
        ("os.environ.get('A', 'b,c').split(',')", "~['b', 'c']"),
        ("os.environ.get('A', 'b') == 'b'", "~True"),
        ("decouple.config('A', default='b')", "~'b'"),
        ("decouple.config('A', default=True, cast=bool)", "~True"),
        ("decouple.config('A')", "~?"),
        ("decouple.config('A', cast=bool)", "~?"),
    ],
)
def test_a_variable_gives_its_default(expression, expected):
    assert result_of(f"import os, decouple\nx = {expression}") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("env('A', default='b')", "~'b'"),
        ("env('A')", "~?"),
        ("env.bool('A', default=False)", "~False"),
        ("env.bool('A', False)", "~False"),
        ("env.list('A', default=['b'])", "~['b']"),
        ("env.str('A', 'b')", "~'b'"),
        ("env.get_value('A', default='b')", "~'b'"),
    ],
)
@pytest.mark.parametrize("start", ["import environ\nenv = environ.Env()", "from environs import Env\nenv = Env()"])
def test_objects_that_read_the_environment_give_the_default(start, expression, expected):
    assert result_of(f"{start}\nx = {expression}") == expected


def test_an_env_with_a_scheme_gives_the_default_of_the_scheme():
    assert result_of("import environ\nenv = environ.Env(DEBUG=(bool, False))\nx = 1 if env('DEBUG') else 2") == "2 | 1"


def test_methods_of_the_same_name_on_other_objects_are_left_alone():
    assert result_of("from lib import registry\nx = registry().get('A', 'b')") != "~'b'"
    assert result_of("x = {'A': 'c'}.get('A', 'b')") == "'c'"


def test_a_default_may_be_anything_even_unknown():
    assert result_of("import os\nx = os.environ.get('A', unknown)") == "~?"


def test_a_list_from_the_environment_is_added_as_its_default():
    assert result_of("import os\nx = ['a'] + os.environ.get('A', 'b,c').split(',')") == "['a', 'b', 'c']"
    assert result_of("import os\nx = ['a'] + os.environ['A'].split(',')") == "['a', ?]"


def test_lists_without_default_are_holes():
    done = executed("import environ\nenv = environ.Env()\nx = ['a']\nx += env.list('APPS')")
    assert done.text("x") == "['a', ?]"


@pytest.mark.parametrize("name", ["os.Model", "len", "[1]", "unknown()"])
@pytest.mark.parametrize("reads", ["decouple.config({})", "os.environ[{}]"])
def test_a_name_that_is_no_text_is_not_told(reads, name):
    value = executed(f"import os, decouple\nx = {reads.format(name)}").value("x").value
    assert value.reason == "an environment variable"
