"""Submodules that are imported by constant names, and by listing the package."""

import importlib
import pkgutil
from importlib import import_module

for part in ["first", "second"]:
    import_module(f"{__name__}.{part}")

importlib.import_module(".third", __package__)

for _, module_name, _ in pkgutil.iter_modules([__path__[0] + "/listed"]):
    import_module(f"loaded_by_name.models.listed.{module_name}")
