"""Which absent library an import without source most likely means."""

import pytest

from cutpoint.domain.library import Absent, Libraries, Pin
from cutpoint.relate.absent_libraries import with_users


def used(name, *modules):
    libraries = Libraries(absent=(Absent(Pin(name, "==1", "requirements.txt", 1)),))
    (absent,) = with_users(libraries, [(module, 5) for module in modules]).absent
    return absent.module, absent.files


@pytest.mark.parametrize(
    ("name", "module"),
    [
        ("django", "django"),
        ("django-ledger", "ledger"),
        ("django-ledger", "django_ledger"),
        ("django-account", "django_accounts"),
        ("djangoledger", "ledger"),
        ("pyledger", "ledger"),
        ("python-ledger", "ledger"),
        ("ledger2-binary", "ledger2"),
        ("zope-interface", "zope_interface"),
        ("ledger", "Ledger"),
    ],
)
def test_a_name_that_fits(name, module):
    assert used(name, "other", module) == (module, 5)


@pytest.mark.parametrize(("name", "module"), [("ledger", "account"), ("pillow", "PIL"), ("ledger-client", "ledger")])
def test_gives_up_on_other_names(name, module):
    assert used(name, module) == ("", 0)
