"""What functions of Python, Django and other libraries give when static execution calls them, by dotted name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.execution.known import (
    builtin_functions,
    celery_apps,
    class_making,
    code_files,
    django_lookups,
    document_files,
    entry_points,
    environment_lookups,
    histories,
    imports,
    manager_making,
    model_methods,
    named_tuples,
    ninja_controllers,
    ninja_routers,
    paths,
    rest_actions,
    six_functions,
    tastypie_apis,
    type_tests,
    url_functions,
)
from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

KNOWN_FUNCTIONS: dict[str, KnownFunction] = {
    **builtin_functions.FUNCTIONS,
    **class_making.FUNCTIONS,
    **code_files.FUNCTIONS,
    **django_lookups.FUNCTIONS,
    **document_files.FUNCTIONS,
    **entry_points.FUNCTIONS,
    **histories.FUNCTIONS,
    **environment_lookups.FUNCTIONS,
    **imports.FUNCTIONS,
    **manager_making.FUNCTIONS,
    **model_methods.FUNCTIONS,
    **named_tuples.FUNCTIONS,
    **ninja_controllers.FUNCTIONS,
    **ninja_routers.FUNCTIONS,
    **paths.FUNCTIONS,
    **six_functions.FUNCTIONS,
    **tastypie_apis.FUNCTIONS,
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
    tastypie_apis,
    url_functions,
    ninja_controllers,
    ninja_routers,
    celery_apps,
    code_files,
)

KNOWN_METHODS: dict[str, tuple[KnownMethod, ...]] = {
    name: tuple(library.METHODS[name] for library in _LIBRARIES if name in library.METHODS)
    for name in sorted({name for library in _LIBRARIES for name in library.METHODS})
}
"""Methods of library objects by their bare name; the first that does not return NotImplemented counts."""

KEPT_CALLS = {
    **code_files.KEPT,
    **histories.KEPT,
    **document_files.KEPT,
    **url_functions.KEPT,
    **ninja_routers.KEPT,
    **ninja_controllers.KEPT,
    **tastypie_apis.KEPT,
}
"""Functions whose source may be here, by dotted name -> the name under which a call of them is kept, unfollowed."""

DECORATORS = {**ninja_routers.DECORATORS, **celery_apps.DECORATORS}
"""What calls of libraries do, as decorators, with the function below them."""


_ATTRIBUTES = (
    ninja_routers.urls_of_library,
    tastypie_apis.urls_of_library,
    celery_apps.attribute_of_app,
    url_functions.attribute_of_library,
)


def attribute_of_library(run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    """What an attribute of a library's class gives; None when nothing is known of it."""
    for known in _ATTRIBUTES:
        found = known(run, owner, name, receiver)
        if found is not None:
            return found
    return None


def attribute_of_function(function: Function, name: str) -> Value:
    """What a library's decorator adds to a function; None when nothing is known of it."""
    found = celery_apps.attribute_of_function(function, name)
    return rest_actions.attribute_of_function(function, name) if found is None else found
