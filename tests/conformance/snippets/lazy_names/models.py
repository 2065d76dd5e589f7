"""Bases that are reached through a module's __getattr__, and through names that add up."""

from . import api, more
from .more import *  # noqa: F403


class One(api.Base):
    pass


class Two(Base):  # noqa: F405
    extra = extra_field()  # noqa: F405


class Three(getattr(more, "Base")):
    other = getattr(more, "extra_field")()
