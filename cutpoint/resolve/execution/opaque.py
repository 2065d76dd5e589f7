"""Which libraries are known by name and never read, and which modules belong to one package."""

# Django's core is known by name; reading its machinery would teach nothing about the project.
_OPAQUE = (
    "django.db",
    "django.utils",
    "django.core",
    "django.conf",
    "django.apps",
    "django.contrib.gis.db",
    "django.dispatch",
)

# Known by name as well: what they do is in `known`, or does not matter to a model.
_OPAQUE_PACKAGES = frozenset(
    {"celery", "importlib_metadata", "pkg_resources", "setuptools", "six", "decouple", "environ", "environs"}
)


def is_opaque(name: str) -> bool:
    """Whether *name* is a part of Django that is known by name and never read."""
    if not name.startswith("django") or name == "django.conf.global_settings":
        return name.partition(".")[0] in _OPAQUE_PACKAGES
    return name == "django" or any(name == prefix or name.startswith(f"{prefix}.") for prefix in _OPAQUE)


def package_of(name: str) -> str:
    """The distribution's package around a module; each app of Django's counts as one."""
    parts = name.split(".")
    return ".".join(parts[:3]) if parts[0] == "django" else parts[0]
