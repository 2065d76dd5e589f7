"""A models package: star imports, re-exports, relative imports, and a module that imports a sibling by name."""

from .orders import *  # noqa: F403
from .people import Person as Human

__all__ = ["Human", "Order"]
