"""What a running Django says of a project: its apps, models, relations and URL patterns, as JSON for the comparisons here.

    python dump_django.py --settings MODULE[:CLASS] --root TREE [--path DIR] [--first PREFIX] [--sqlite] OUT.json.gz

This runs the project's own settings, models and URLconfs, so it is for the project's own environment and for code that may
run there. It needs nothing but Django, 2.2 or later, and Python, 3.6 or later; no table is asked for anything. `--sqlite`
puts databases in memory in the place of those in the settings, where their driver is not at hand.
`first` marks what belongs to the project: its file lies below TREE and not in an environment, and its module is one of
`--first` or lies below one, where such are given. A URL pattern tells the module of the URLconf that it stands in, which is
that of the nearest `include` of a module: an included list doesn't say where it was written.
"""

import argparse
import functools
import gzip
import json
import os
import sys
import traceback
from typing import Any, Dict, Iterator, Optional

# What it says of one thing, by the names that the JSON has.
Said = Dict[str, Any]
_ENVIRONMENTS = {"site-packages", "dist-packages"}


def main() -> None:
    """Set Django up, and write what it says."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output")
    parser.add_argument("--settings", required=True)
    parser.add_argument("--root", required=True)
    parser.add_argument("--path", action="append", default=[], help="inside TREE; comes first on the Python path")
    parser.add_argument("--first", action="append", default=[])
    parser.add_argument("--sqlite", action="store_true")
    asked = parser.parse_args()
    root, output = os.path.realpath(asked.root), os.path.abspath(asked.output)
    # As `manage.py` has it: its own folder comes first, and is where it is started.
    sys.path[:1] = [os.path.join(root, folder) for folder in asked.path or ["."]]
    os.chdir(sys.path[0])
    set_up(asked.settings, asked.sqlite)
    project = _Project(root, asked.first)
    errors = []
    try:
        urls = urls_of(project)
    except Exception:  # noqa: BLE001 (whatever a project's URLconf raises, its models are told)
        urls = []
        errors.append(traceback.format_exc())
    # Views import modules with models of their own, and a process that answers requests has loaded them.
    said = dict(
        said_of(project), schema=2, settings_module=asked.settings, path=asked.path or ["."], urls=urls, errors=errors
    )
    with open(output, "wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        packed.write(json.dumps(said, indent=1, sort_keys=True).encode("utf-8"))
    print(", ".join("%d %s" % (len(said[name]), name) for name in ("apps", "models", "urls", "errors")))
    print("".join(said["errors"]), end="")


def set_up(settings_module: str, sqlite: bool = False) -> None:
    """Have Django load *settings_module*, whose class stands behind a colon where django-configurations reads it."""
    module, _, class_name = settings_module.partition(":")
    os.environ["DJANGO_SETTINGS_MODULE"] = module
    if class_name:
        os.environ["DJANGO_CONFIGURATION"] = class_name
        import configurations

        configurations.setup()
    import django
    from django.conf import settings

    # What is logged goes into folders of the machine that the project is meant for.
    settings.LOGGING_CONFIG = None
    if sqlite:
        settings.DATABASES = {
            alias: {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
            for alias in list(settings.DATABASES) or ["default"]
        }
    django.setup()


def said_of(project: "_Project") -> Said:
    """Apps and models, each sorted by its label."""
    import django
    from django.apps import apps

    models = apps.get_models(include_auto_created=True, include_swapped=True)
    return {
        "django": django.get_version(),
        "python": ".".join(map(str, sys.version_info[:3])),
        "apps": [_app(config, project) for config in sorted(apps.get_app_configs(), key=lambda config: config.label)],
        "models": [_model(model, project) for model in sorted(models, key=lambda model: model._meta.label)],
    }


def urls_of(project: "_Project") -> "list[Said]":
    """Every URL pattern below the root URLconf, in the order of its route and its view."""
    from django.urls import get_resolver

    resolver = get_resolver()
    found = _patterns(resolver, "", _module_of(resolver, ""), [], False, project)
    return sorted(found, key=lambda url: (url["route"], url["view"], url.get("name", "")))


class _Project:
    """Which modules belong to it."""

    def __init__(self, root: str, prefixes: "list[str]") -> None:
        self.root = root
        self.prefixes = prefixes

    def has(self, module: str) -> bool:
        """Whether *module*, by its dotted name, is the project's own."""
        path = self.file_of(module)
        if path is None or _ENVIRONMENTS & set(path.split("/")):
            return False
        return not self.prefixes or any((module + ".").startswith(prefix + ".") for prefix in self.prefixes)

    def file_of(self, module: str) -> Optional[str]:
        """Its file below the root of the project, or nothing."""
        path = getattr(sys.modules.get(module), "__file__", None)
        return self.below(path) if path else None

    def below(self, path: str) -> Optional[str]:
        """*path* as seen from the root of the project; nothing for what lies elsewhere."""
        path = os.path.realpath(path)
        inside = path == self.root or path.startswith(self.root + os.sep)
        return os.path.relpath(path, self.root).replace(os.sep, "/") if inside else None


def _app(config: Any, project: _Project) -> Said:
    return {
        "label": config.label,
        "name": config.name,
        "path": project.below(config.path),
        # An app lies in its folder, which needs no module with a file.
        "first": project.has(config.module.__name__)
        or (getattr(config.module, "__file__", None) is None and project.below(config.path) is not None),
    }


def _model(model: Any, project: _Project) -> Said:
    meta = model._meta
    # A table between two models is declared by the field, in the class that has it.
    module = (meta.auto_created or model).__module__
    return {
        "label": meta.label,
        "app": meta.app_label,
        "module": model.__module__,
        "file": project.file_of(module),
        "first": project.has(module),
        "table": meta.db_table,
        "managed": bool(meta.managed),
        "proxy": bool(meta.proxy),
        "swapped": meta.swapped or None,
        "auto_created": meta.auto_created.__name__ if meta.auto_created else None,
        "fields": [
            _field(field)
            for field in sorted(
                [*meta.local_fields, *meta.local_many_to_many, *meta.private_fields], key=lambda field: field.name
            )
        ],
    }


def _field(field: Any) -> Said:
    said = {"n": field.name, "c": "{0.__module__}.{0.__qualname__}".format(type(field))}
    remote = getattr(field, "remote_field", None)
    if hasattr(field, "ct_field"):
        said["gfk"] = [field.ct_field, field.fk_field]
    elif hasattr(field, "content_type_field_name"):
        said["generic_relation"] = [field.content_type_field_name, field.object_id_field_name]
    elif field.many_to_many:
        said["kind"] = "m2m"
        said["through"] = _label(remote.through)
    elif remote is not None and getattr(remote, "model", None) is not None:
        said["kind"] = "o2o" if field.one_to_one else "fk"
        said["on_delete"] = getattr(remote.on_delete, "__name__", None)
    if not field.many_to_many and getattr(field, "column", None):
        said["col"] = field.column
    if remote is not None and getattr(remote, "model", None) is not None:
        said["to"] = _label(remote.model)
    return said


def _label(model: Any) -> str:
    # A name stays where nothing answers to it, and a swapped model has no tables between.
    return model._meta.label if hasattr(model, "_meta") else model


def _patterns(
    resolver: Any, before: str, module: str, names: "list[str]", admin: bool, project: _Project
) -> Iterator[Said]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            inside = [*names, pattern.namespace] if pattern.namespace else names
            in_admin = admin or pattern.app_name == "admin"
            yield from _patterns(pattern, route, _module_of(pattern, module), inside, in_admin, project)
        else:
            yield _pattern(pattern, route, module, names, admin, project)


def _pattern(pattern: Any, route: str, module: str, names: "list[str]", admin: bool, project: _Project) -> Said:
    view = _unwrapped(pattern.callback)
    said = {
        "route": route,
        "view": "{}.{}".format(view.__module__, getattr(view, "__qualname__", type(view).__qualname__)),
        "first": project.has(view.__module__),
        "module": module,
        "first_urlconf": project.has(module),
    }
    if admin:
        said["admin"] = True
    if pattern.name:
        said["name"] = ":".join([*names, str(pattern.name)])
    return said


def _module_of(resolver: Any, around: str) -> str:
    """The module of the URLconf that *resolver* includes; what stands *around* it where that is a list."""
    urlconf = resolver.urlconf_name
    if isinstance(urlconf, str):
        return urlconf
    return getattr(urlconf, "__name__", around)


def _unwrapped(view: Any) -> Any:
    """The class of a class-based view, else the function that the project wrote, as far as its wrappers tell."""
    while True:
        inner = getattr(view, "view_class", None) or getattr(view, "cls", None)
        if isinstance(inner, type):
            return inner
        if isinstance(view, functools.partial):
            view = view.func
        elif hasattr(view, "__wrapped__"):
            view = view.__wrapped__
        else:
            return view if hasattr(view, "__qualname__") else type(view)


if __name__ == "__main__":
    main()
