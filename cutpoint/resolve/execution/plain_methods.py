"""Methods of texts, lists, sets, tuples and dicts, carried out on known values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Native
from cutpoint.domain.values import Content, Mapping, PathText, Sequence, Value
from cutpoint.resolve.execution.container_methods import DICT_METHODS, LIST_METHODS
from cutpoint.resolve.execution.text_methods import content_method, path_method, text_method

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter


_MODULE_INFO = {"module_finder": 0, "name": 1, "ispkg": 2}


def plain_method(run: Interpreter, value: Value, name: str) -> Value:
    """The method or attribute *name* of a plain value; None when we do not know it."""
    if isinstance(value, PathText):
        found = path_method(run, value, name)
        if found is not None:
            return found
    if isinstance(value, str):
        return text_method(run, value, name)
    if type(value) is Content:
        return content_method(value, name)
    if type(value) is tuple and name in _MODULE_INFO and len(value) == len(_MODULE_INFO):
        # What pkgutil.iter_modules gives: a tuple whose items have names.
        return value[_MODULE_INFO[name]]
    table = LIST_METHODS if type(value) is Sequence else DICT_METHODS if type(value) is Mapping else {}
    method = table.get(name)
    if method is None:
        return None
    return Native(lambda arguments, keywords: method(run, value, arguments, keywords))
