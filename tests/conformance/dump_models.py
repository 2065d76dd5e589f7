"""Run by real Django in a process of its own: prints every model after set-up as JSON, in the words of cutpoint's report."""

# ruff: noqa: SLF001 - `_meta` is how Django itself speaks of its models

import json
import sys

import django


def all_models():
    from django.apps import apps
    from django.db.models import Model

    found = {id(model): model for model in apps.get_models(include_auto_created=True, include_swapped=True)}
    waiting = [Model]
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        # Abstract models are in no registry; neither are those that migrations make, which are left out.
        if model is not Model and model._meta.abstract:
            found[id(model)] = model
    return list(found.values())


def load_urls():
    """What a Django that serves requests has loaded besides: its URLs, and whatever their views import."""
    from importlib import import_module

    from django.conf import settings

    urls = getattr(settings, "ROOT_URLCONF", None)
    if urls:
        import_module(urls)


def described(model):
    meta = model._meta
    # A class made abstract has no table, and nothing that it points at is looked up.
    columns = [field for field in meta.local_fields if field.column is not None]
    return {
        "label": meta.label,
        "app": meta.app_label,
        "module": model.__module__,
        "name": model.__name__,
        "table": None if meta.abstract else meta.db_table,
        "managed": meta.managed,
        "proxy": meta.proxy,
        "abstract": meta.abstract,
        "swapped": bool(meta.swapped),
        "auto_created": bool(meta.auto_created),
        "bases": [base_name(base) for base in model.__bases__],
        "fields": sorted(
            (
                {
                    "name": field.name,
                    "column": field.column,
                    "type": type(field).__name__,
                    "primary_key": field.primary_key,
                    "null": field.null,
                }
                for field in columns
            ),
            key=lambda field: field["name"],
        ),
        "relations": sorted(relations(meta), key=lambda relation: relation["name"]),
    }


def base_name(base):
    from django.db.models import Model

    if base is Model:
        return "django.db.models.Model"
    if issubclass(base, Model) and not base._meta.abstract:
        return base._meta.label
    return f"{base.__module__}.{base.__qualname__}"


def relations(meta):
    for field in [*meta.local_fields, *meta.local_many_to_many, *meta.private_fields]:
        # Known by name: importing them is an error in projects without contenttypes.
        ancestors = {base.__name__ for base in type(field).__mro__}
        if "GenericForeignKey" in ancestors:
            yield relation(field, "generic")
        elif "GenericRelation" in ancestors:
            yield relation(field, "generic_relation")
        elif field.many_to_many:
            through = field.remote_field.through
            yield relation(field, "m2m") | {
                "on_delete": None,
                "through": label_of(meta, through),
                "db_constraint": field.remote_field.db_constraint,
            }
        elif field.one_to_one or field.many_to_one:
            # One from an abstract base is copied, so it is not the very field that `parents` holds.
            is_parent = field.remote_field.parent_link and field.remote_field.model in meta.parents
            kind = "parent" if is_parent else "o2o" if field.one_to_one else "fk"
            key = getattr(getattr(field.remote_field.model, "_meta", None), "pk", None)
            to_field = field.to_fields[0] if key is None or field.to_fields[0] != key.name else None
            more = {"to_field": to_field} if to_field else {}
            yield relation(field, kind) | {"db_constraint": field.db_constraint} | more


def relation(field, kind):
    remote = getattr(field, "remote_field", None)
    on_delete = getattr(remote, "on_delete", None)
    query_name = remote.related_query_name if remote and kind != "generic_relation" else None
    more = {"related_query_name": query_name} if query_name else {}
    return more | {
        "name": field.name,
        "kind": kind,
        "to": label_of(field.model._meta, remote.model) if remote else None,
        "on_delete": {"set_on_delete": "SET"}.get(on_delete.__name__, on_delete.__name__) if on_delete else None,
        "related_name": remote.related_name if remote else None,
        "through": None,
        "db_constraint": True,
    }


def label_of(meta, model):
    if isinstance(model, str):
        if model == "self":
            return meta.label
        return model if "." in model else f"{meta.app_label}.{model}"
    return model._meta.label if model is not None else None


if __name__ == "__main__":
    django.setup()
    load_urls()
    json.dump(sorted(map(described, all_models()), key=lambda model: (model["label"], model["module"])), sys.stdout)
