"""Libraries that aren't there, and what ours import without a source → which of these is most likely which of those."""

import re
from collections.abc import Iterable

import msgspec

from cutpoint.domain.library import Absent, Libraries

# What names of distributions have before the name of what they install: django-taggit, djangorestframework, PyYAML.
_BEFORE = ("", "django", "python", "py", "drf", "dj")
# And behind it: psycopg2-binary, django-filter for django_filters.
_BEHIND = ("", "s", "binary", "python", "django", "2", "3", "4")
_SEPARATORS = re.compile(r"[^a-z0-9]")


def with_users(libraries: Libraries, without_source: Iterable[tuple[str, int]]) -> Libraries:
    """*libraries* whose absent ones know the module that ours import from them, by its name.

    *without_source* are (top-level module, files that import it). What a library installs is told only by itself, so for
    one that isn't there the name decides, and one whose modules have other names isn't recognized.
    """
    by_form: dict[str, tuple[str, int]] = {}
    for module, files in without_source:
        for form in _forms_of_module(module):
            by_form.setdefault(form, (module, files))
    return msgspec.structs.replace(libraries, absent=tuple(_used(each, by_form) for each in libraries.absent))


def _used(absent: Absent, by_form: dict[str, tuple[str, int]]) -> Absent:
    bare = _SEPARATORS.sub("", absent.pin.name.lower())
    for before in _BEFORE:
        if bare.startswith(before) and bare[len(before) :] in by_form:
            module, files = by_form[bare[len(before) :]]
            return Absent(absent.pin, module, files)
    return absent


def _forms_of_module(module: str) -> list[str]:
    bare = _SEPARATORS.sub("", module.lower())
    forms = [bare + behind for behind in _BEHIND]
    if bare.endswith("s"):
        forms.append(bare[:-1])
    return forms
