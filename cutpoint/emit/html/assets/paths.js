// Why one node needs another: every way between them, the shortest, and the cheapest lines to cut so that none is left.

import { weightOf } from "./graph.js";

/**
 * @typedef {{nodes: Set<string>, lines: Set<import("./graph.js").Line>, shortest: import("./graph.js").Line[], cut: import("./graph.js").Line[], cost: number}} Ways
 */

/**
 * All ways from one node to another; null when there is none.
 * @param {import("./graph.js").Line[]} lines @param {string} from @param {string} to
 * @returns {Ways | null}
 */
export function waysBetween(lines, from, to) {
  const out = grouped(lines, (line) => line.source);
  const into = grouped(lines, (line) => line.target);
  const forward = reached(from, (id) => (out.get(id) || []).map((line) => line.target));
  const backward = reached(to, (id) => (into.get(id) || []).map((line) => line.source));
  if (from === to || !forward.has(to)) return null;
  const nodes = new Set([...forward].filter((id) => backward.has(id)));
  const inner = lines.filter(
    (line) => nodes.has(line.source) && nodes.has(line.target) && line.source !== to && line.target !== from,
  );
  const cut = cheapestCut(inner, from, to);
  return {
    nodes,
    lines: new Set(inner),
    shortest: shortestWay(out, from, to),
    cut,
    cost: cut.reduce((sum, line) => sum + weightOf(line), 0),
  };
}

function grouped(lines, keyOf) {
  const found = new Map();
  for (const line of lines) {
    if (!found.has(keyOf(line))) found.set(keyOf(line), []);
    found.get(keyOf(line)).push(line);
  }
  return found;
}

function reached(start, next) {
  const found = new Set([start]);
  const queue = [start];
  while (queue.length) {
    for (const id of next(queue.pop())) {
      if (found.has(id)) continue;
      found.add(id);
      queue.push(id);
    }
  }
  return found;
}

function shortestWay(out, from, to) {
  const by = new Map([[from, null]]);
  const queue = [from];
  for (let at = 0; at < queue.length && !by.has(to); at++) {
    for (const line of out.get(queue[at]) || []) {
      if (by.has(line.target)) continue;
      by.set(line.target, line);
      queue.push(line.target);
    }
  }
  const way = [];
  for (let line = by.get(to); line; line = by.get(line.source)) way.unshift(line);
  return way;
}

/** Max-flow, min-cut by the shortest augmenting ways (Edmonds, Karp 1972); what a line costs is its places. */
function cheapestCut(lines, from, to) {
  const left = new Map();
  const near = new Map();
  const join = (one, other) => (near.has(one) ? near.get(one).add(other) : near.set(one, new Set([other])));
  const key = (one, other) => `${one}\n${other}`;
  for (const line of lines) {
    left.set(key(line.source, line.target), weightOf(line));
    join(line.source, line.target);
    join(line.target, line.source);
  }
  const room = (one, other) => left.get(key(one, other)) || 0;
  for (;;) {
    const by = new Map([[from, null]]);
    const queue = [from];
    for (let at = 0; at < queue.length && !by.has(to); at++) {
      for (const next of near.get(queue[at]) || []) {
        if (by.has(next) || room(queue[at], next) <= 0) continue;
        by.set(next, queue[at]);
        queue.push(next);
      }
    }
    if (!by.has(to)) return lines.filter((line) => by.has(line.source) && !by.has(line.target));
    let least = Infinity;
    for (let id = to; by.get(id) !== null; id = by.get(id)) least = Math.min(least, room(by.get(id), id));
    for (let id = to; by.get(id) !== null; id = by.get(id)) {
      left.set(key(by.get(id), id), room(by.get(id), id) - least);
      left.set(key(id, by.get(id)), room(id, by.get(id)) + least);
    }
  }
}
