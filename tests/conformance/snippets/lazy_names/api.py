"""Names that a module makes when they are asked for."""

import importlib


def __getattr__(name):
    if name == "Base":
        return importlib.import_module("lazy_names.bases").Base
    raise AttributeError(name)
