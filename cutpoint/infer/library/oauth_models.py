"""django-oauth-toolkit: `get_application_model()` and its like give the models that the settings name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import PROVED, ModelClass, Type, one

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]

_MODELS = {
    "application": "Application",
    "grant": "Grant",
    "access_token": "AccessToken",
    "id_token": "IDToken",
    "refresh_token": "RefreshToken",
}


def _model(word: str, name: str) -> Known:
    def found(frame: Frame, _a: tuple[Type, ...], _k: Keywords, _node: Node) -> Type | None:
        world = frame.engine.world
        said = world.program.symbol(f"django.conf.settings.OAUTH2_PROVIDER_{word.upper()}_MODEL")
        model = world.space.model(said if isinstance(said, str) else f"oauth2_provider.{name}")
        return one(ModelClass, model.label, PROVED) if model is not None else None

    return found


FUNCTIONS = {f"oauth2_provider.models.get_{word}_model": _model(word, name) for word, name in _MODELS.items()}
