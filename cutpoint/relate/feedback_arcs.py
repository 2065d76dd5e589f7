"""Weighted edges of a strongly connected graph → the lightest set of them whose removal leaves no circle.

That set is the *minimum feedback arc set*, and finding it is NP-hard. Every order of the nodes gives one: the edges that
point backward in it. So the search is for the order with the lightest backward edges:

- up to `EXACT_UP_TO` nodes, the best order is found by dynamic programming over sets of nodes (E. L. Lawler, "A comment
  on minimum feedback arc sets", IEEE Transactions on Circuit Theory 11, 1964), in 2^n * n steps;
- beyond, by the greedy order of P. Eades, X. Lin and W. F. Smyth, "A fast and effective heuristic for the feedback arc
  set problem", Information Processing Letters 47, 1993, with weights in the place of degrees; then each node is moved to
  its best place in turn (*sifting*, R. Rudell, "Dynamic variable ordering for ordered binary decision diagrams", 1993),
  until a round brings nothing or `MOST_ROUNDS` are over.

Equal weights are decided by the number of edges, and then by the sorted order of the nodes, so the answer is always one.
"""

from collections.abc import Iterable, Mapping

EXACT_UP_TO = 10
MOST_ROUNDS = 25

Pair = tuple[str, str]


def lightest_feedback_arcs(nodes: Iterable[str], weights: Mapping[Pair, int]) -> tuple[Pair, ...]:
    """The pairs to cut, sorted; *weights* are positive and hold only pairs of two different *nodes*."""
    members = sorted(nodes)
    # One edge is the smallest unit, so that of two sets of equal weight the one with fewer edges is lighter.
    costs = {pair: weight * (len(weights) + 1) + 1 for pair, weight in weights.items()}
    order = _best_order(members, costs) if len(members) <= EXACT_UP_TO else _good_order(members, costs)
    position = {node: index for index, node in enumerate(order)}
    return tuple(sorted(pair for pair in weights if position[pair[0]] > position[pair[1]]))


def _best_order(members: list[str], costs: Mapping[Pair, int]) -> list[str]:
    size = len(members)
    cost = [[costs.get((source, target), 0) for target in members] for source in members]
    best = [0] * (1 << size)
    last = [0] * (1 << size)
    for chosen in range(1, 1 << size):
        inside = [node for node in range(size) if chosen >> node & 1]
        # With *node* last of these, all its edges to the others point backward.
        best[chosen], last[chosen] = min(
            (best[chosen ^ (1 << node)] + sum(cost[node][other] for other in inside), node) for node in inside
        )
    order: list[str] = []
    chosen = (1 << size) - 1
    while chosen:
        node = last[chosen]
        order.append(members[node])
        chosen ^= 1 << node
    return order[::-1]


def _good_order(members: list[str], costs: Mapping[Pair, int]) -> list[str]:
    outgoing: dict[str, dict[str, int]] = {node: {} for node in members}
    incoming: dict[str, dict[str, int]] = {node: {} for node in members}
    for (source, target), cost in sorted(costs.items()):
        outgoing[source][target] = cost
        incoming[target][source] = cost
    order = _greedy_order(members, outgoing, incoming)
    for _ in range(MOST_ROUNDS):
        gained = [_sift(node, order, outgoing[node], incoming[node]) for node in members]
        if not any(gained):
            break
    return order


def _greedy_order(
    members: list[str], outgoing: Mapping[str, Mapping[str, int]], incoming: Mapping[str, Mapping[str, int]]
) -> list[str]:
    out_cost = {node: sum(outgoing[node].values()) for node in members}
    in_cost = {node: sum(incoming[node].values()) for node in members}
    front: list[str] = []
    back: list[str] = []
    left = dict.fromkeys(members)
    while left:
        sink = next((node for node in left if not out_cost[node]), None)
        # Sinks go to the back, sources (and then the nodes that are most like one) to the front.
        node = sink or max(left, key=lambda node: (not in_cost[node], out_cost[node] - in_cost[node]))
        (back if sink else front).append(node)
        del left[node]
        for other, cost in outgoing[node].items():
            in_cost[other] -= cost
        for other, cost in incoming[node].items():
            out_cost[other] -= cost
    return front + back[::-1]


def _sift(node: str, order: list[str], outgoing: Mapping[str, int], incoming: Mapping[str, int]) -> bool:
    """Move *node* to where its backward edges are lightest; say whether that was any better."""
    before = order.index(node)
    del order[before]
    # In front of everything, all incoming edges point backward; each node that is passed changes its own share.
    cost = sum(incoming.values())
    costs = [cost]
    for other in order:
        cost += outgoing.get(other, 0) - incoming.get(other, 0)
        costs.append(cost)
    place = min(range(len(costs)), key=costs.__getitem__)
    better = costs[place] < costs[before]
    order.insert(place if better else before, node)
    return better
