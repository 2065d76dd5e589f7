"""What belongs to Python is the same whichever Python cutpoint runs on."""

import builtins
import sys

import pytest

from cutpoint.domain.pythons import BUILTINS, STANDARD_MODULES


@pytest.mark.parametrize("name", ["imp", "distutils", "asyncore", "_interpreters", "_pyrepl"])
def test_modules_that_one_version_has_are_known_on_every_one(name):
    assert name in STANDARD_MODULES


def test_nothing_of_this_python_is_missing():
    assert STANDARD_MODULES.issuperset(sys.stdlib_module_names)
    assert BUILTINS.issuperset(dir(builtins))
