"""What somebody calls a model or an app → the labels of the models that are meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cutpoint.domain.catalog import Model


def labels_called(models: Mapping[str, Model], text: str, followed: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The model of *models* with this label, all those of the app with this label, or those with this bare name.

    Case decides only where it must. Of a bare name there may be several, in different apps; nothing is empty. *followed*
    holds labels that stand for another model: a proxy is named for the one whose rows it has.
    """
    of_app = tuple(label for label, model in models.items() if model.app == text)
    for fold in (str, str.casefold):
        wanted = fold(text)
        exact = tuple(label for label in models if fold(label) == wanted)
        if exact:
            return exact[:1]
        if fold is str and of_app:
            return of_app
        bare = tuple(label for label, model in models.items() if fold(model.name) == wanted)
        if bare:
            return bare
        behind = {
            to for label, to in (followed or {}).items() if wanted in {fold(label), fold(label.rpartition(".")[2])}
        }
        if behind:
            return tuple(sorted(behind & models.keys()))
    return ()


def is_ambiguous(models: Mapping[str, Model], text: str, labels: tuple[str, ...]) -> bool:
    """Whether *labels*, found for *text*, are several models of one bare name, of which somebody must say which."""
    return len(labels) > 1 and not any(models[label].app == text for label in labels)
