"""Models that have no place of their own: they are wherever the model is that they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.catalog import Model


def followers_of(models: Iterable[Model]) -> dict[str, str]:
    """Label → label: a proxy follows the model whose table it has, an automatic many-to-many model the one that declares it.

    A proxy of a model that is not among *models* follows none.
    """
    known = {model.label: model for model in models}
    of_table: dict[str, str] = {}
    for model in known.values():
        if model.table is not None and not (model.proxy or model.auto_created):
            of_table.setdefault(model.table, model.label)
    found = {model.label: of_table[model.table] for model in known.values() if model.proxy and model.table in of_table}
    for model in known.values():
        for relation in model.relations:
            through = known.get(relation.through or "")
            if through is not None and through.auto_created:
                found.setdefault(through.label, found.get(model.label, model.label))
    return found
