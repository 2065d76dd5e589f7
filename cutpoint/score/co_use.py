"""Groups of models that are used together → ties: the smaller the group, the more it says about each two of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from cutpoint.domain.cut import Channel, Tie, tie

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cutpoint.domain.source import Evidence

# What uses more models than this is a report, a fixture or a dispatcher: it says nothing about any two of them.
_LARGEST_GROUP = 24
_MOST_PLACES = 5


def ties_of_groups(
    groups: Mapping[str, Mapping[str, Evidence]],
    channel: Channel,
    said: str,
    times: Mapping[tuple[str, str], int] | None = None,
) -> Iterator[Tie]:
    """One tie for each two models of any group; *groups* holds for each name its models with a place for each.

    *times* says for (name, model) how much of the group is about it, by default 1: each model has as much to share out
    among the others, to each as much as that one has.
    """
    weights: defaultdict[tuple[str, str], float] = defaultdict(float)
    names: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    places: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for name, group in sorted(groups.items()):
        members = sorted(group)
        if not 2 <= len(members) <= _LARGEST_GROUP:
            continue
        counts = {member: times[name, member] if times else 1 for member in members}
        whole = sum(counts.values())
        for at, one in enumerate(members):
            for other in members[at + 1 :]:
                pair = (one, other)
                first, second = counts[one], counts[other]
                weights[pair] += first * second * (1 / (whole - first) + 1 / (whole - second)) / 2
                names[pair].append(name)
                if len(places[pair]) < _MOST_PLACES:
                    places[pair] += [group[one], group[other]]
    for (one, other), weight in weights.items():
        among = names[one, other]
        more = f" and {len(among) - 1} more" if len(among) > 1 else ""
        evidence = dict.fromkeys(places[one, other])
        yield tie(one, other, channel, weight, f"{said} {among[0]}{more}", *evidence)
