"""A bare id column: `order_id = BigIntegerField()` is a foreign key in all but name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie
from cutpoint.domain.source import Evidence
from cutpoint.score.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.score.subjects import Subjects

CHANNEL = Channel.ID_COLUMN

_COLUMN = re.compile(r"(?P<stem>\w+?)_?(?:id|ids|pk|uuid|guid|slug)")
_KEYLIKE = re.compile(r"Integer|Char|UUID|Slug|Text|Array|Id")


def ties(subjects: Subjects) -> Iterator[Tie]:
    """One for each such column whose stem names one model, or ends with the name of one."""
    named = _named(subjects)
    for model in subjects.models.values():
        links = {relation.name for relation in model.relations}
        for field in model.fields:
            found = _COLUMN.fullmatch(field.name)
            if found is None or field.primary_key or field.name in links or not _KEYLIKE.search(field.type):
                continue
            if field.column != field.name and field.column.removesuffix("_id") in links:
                continue
            target = _target(found["stem"], named, model.app)
            if target is not None and target != model.label:
                why = f"{model.label}.{field.name} looks like a key of {target}"
                yield tie(model.label, target, CHANNEL, 1.0, why, Evidence(model.path, model.line))


def _named(subjects: Subjects) -> dict[str, list[str]]:
    named: defaultdict[str, list[str]] = defaultdict(list)
    for model in subjects.models.values():
        named["_".join(words_of(model.name))].append(model.label)
        named[model.name.lower()].append(model.label)
    return {name: sorted(set(labels)) for name, labels in named.items()}


def _target(stem: str, named: dict[str, list[str]], app: str) -> str | None:
    """`parent_order` is an order; of several orders the one of the same app."""
    words = stem.split("_")
    for start in range(len(words)):
        labels = named.get("_".join(words[start:]), [])
        near = [label for label in labels if label.partition(".")[0] == app]
        if len(labels) == 1 or len(near) == 1:
            return (near or labels)[0]
    return None
