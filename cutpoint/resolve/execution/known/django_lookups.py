"""Django's own look-ups of models and settings by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance, Module
from cutpoint.domain.values import ModelReference, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.models.meta import is_model

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod


def _get_model(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    first = run.plain(a[0] if a else k.get("app_label"))
    second = run.plain(a[1] if len(a) > 1 else k.get("model_name"))
    if isinstance(first, str) and isinstance(second, str):
        return ModelReference(f"{first}.{second}")
    if isinstance(first, str) and "." in first:
        return ModelReference(first)
    return Unknown("a model whose label only run time knows", place)


def _get_models(run: Interpreter, _a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    """Every model that is registered so far; abstract ones are not."""
    return Sequence(
        [cls for cls in list(run.classes) if is_model(run, cls) and run.app_label_of(cls) and not run.is_abstract(cls)]
    )


def _get_app_config(
    run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    label = run.plain(a[0] if a else k.get("app_label"))
    known = run.config_of(label) if isinstance(label, str) else None
    if known is not None:
        return known
    config = Instance(Symbol("django.apps.AppConfig"), [], {}, place)
    config.attributes["label"] = label
    return config


def _get_app_configs(
    run: Interpreter, _a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None
) -> Value:
    """Every installed app, in the order of the settings, once they are known."""
    names = run.constants.get("cutpoint.app_labels")
    if names is None:
        return NotImplemented
    return Sequence([config for config in map(run.config_of, names) if config is not None])


def _model_of_config(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`self.get_model("Order")` of an AppConfig."""
    config, name = run.plain(receiver), run.plain(a[0] if a else k.get("model_name"))
    label = config.attributes.get("label") if type(config) is Instance else None
    if isinstance(label, str) and isinstance(name, str):
        return ModelReference(f"{label}.{name}")
    return Unknown("a model whose label only run time knows", place)


def _models_of_config(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`self.get_models()` of an AppConfig: those of its app."""
    config = run.plain(receiver)
    label = config.attributes.get("label") if type(config) is Instance else None
    if not isinstance(label, str):
        return NotImplemented
    found = _get_models(run, a, k, place, None)
    return Sequence([cls for cls in found.items if run.app_label_of(cls) == label])


METHODS: dict[str, KnownMethod] = {"get_model": _model_of_config, "get_models": _models_of_config}


def _get_user_model(
    run: Interpreter, _a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None
) -> Value:
    label = run.plain(run.setting("AUTH_USER_MODEL")[1])
    return ModelReference(label if isinstance(label, str) else "auth.User")


def _get_language(
    run: Interpreter, _a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    """While code loads there is no request that chose another one."""
    found, language = run.setting("LANGUAGE_CODE")
    return language if found else Unknown("the language", place)


def _is_installed(
    run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    name = run.plain(a[0]) if a else None
    apps = run.constants.get("cutpoint.installed_apps", ())
    return name in apps if isinstance(name, str) and apps else Unknown("whether an app is installed", place)


def _spec(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """find_spec of a module that is here is something; of one that is not, nobody knows."""
    name = run.plain(a[0]) if a else None
    found = run.import_module(name, None) if isinstance(name, str) else None
    return found if type(found) is Module else Unknown("whether a package is installed", place)


FUNCTIONS: dict[str, KnownFunction] = {
    "django.apps.apps.get_model": _get_model,
    "django.apps.registry.apps.get_model": _get_model,
    "django.apps.apps.get_registered_model": _get_model,
    "django.apps.apps.get_models": _get_models,
    "django.apps.apps.get_app_config": _get_app_config,
    "django.apps.registry.apps.get_app_config": _get_app_config,
    "django.apps.apps.get_app_configs": _get_app_configs,
    "django.apps.registry.apps.get_app_configs": _get_app_configs,
    "django.db.models.get_model": _get_model,
    "django.db.models.loading.get_model": _get_model,
    "django.contrib.auth.get_user_model": _get_user_model,
    "django.utils.translation.get_language": _get_language,
    "django.apps.apps.is_installed": _is_installed,
    "importlib.util.find_spec": _spec,
}
