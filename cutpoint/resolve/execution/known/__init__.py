"""What functions of Python, Django and other libraries give when static execution calls them, by dotted name."""

from __future__ import annotations

from cutpoint.resolve.execution.known import (
    builtin_functions,
    class_making,
    django_lookups,
    entry_points,
    environment_lookups,
    imports,
    manager_making,
    model_methods,
    paths,
    type_tests,
    url_functions,
)
from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

KNOWN_FUNCTIONS: dict[str, KnownFunction] = {
    **builtin_functions.FUNCTIONS,
    **class_making.FUNCTIONS,
    **django_lookups.FUNCTIONS,
    **entry_points.FUNCTIONS,
    **environment_lookups.FUNCTIONS,
    **imports.FUNCTIONS,
    **manager_making.FUNCTIONS,
    **model_methods.FUNCTIONS,
    **paths.FUNCTIONS,
    **type_tests.FUNCTIONS,
    **url_functions.FUNCTIONS,
}
"""A function that returns NotImplemented leaves the call to be an Instance of the library's name."""

_LIBRARIES = (
    class_making,
    manager_making,
    model_methods,
    django_lookups,
    entry_points,
    environment_lookups,
    url_functions,
)

KNOWN_METHODS: dict[str, tuple[KnownMethod, ...]] = {
    name: tuple(library.METHODS[name] for library in _LIBRARIES if name in library.METHODS)
    for name in sorted({name for library in _LIBRARIES for name in library.METHODS})
}
"""Methods of library objects by their bare name; the first that does not return NotImplemented counts."""

KEPT_CALLS = url_functions.KEPT
"""Functions whose source may be here, by dotted name -> the name under which a call of them is kept, unfollowed."""
