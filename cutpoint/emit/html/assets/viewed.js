// The state → the graph that is looked at, worked out once for everybody who asks.

import { CERTAINTIES, KINDS, data, text } from "./data.js";
import { graphOf } from "./graph.js";
import { get, list } from "./state.js";

/** What is drawn when nobody has chosen: of queries the writes, for these decide where a cut can go. */
const FIRST = { queries: ["write"], imports: ["module", "function"], models: KINDS.models, calls: KINDS.calls };

/** Of all that could be drawn, no more than this is: nobody reads more, and the matrix has everything. */
export const MOST_LINES = 240;
export const MOST_NODES = 260;

/** @returns {Set<string>} */
export function chosenKinds() {
  const said = get("kinds");
  const known = KINDS[get("of")] || [];
  if (said === "-") return new Set();
  const chosen = said.split(",").filter((kind) => known.includes(kind));
  return new Set(chosen.length ? chosen : FIRST[get("of")]);
}

/** @returns {import("./graph.js").View} */
export function view() {
  const of = get("of");
  return {
    of,
    kinds: chosenKinds(),
    certainty: Math.max(0, CERTAINTIES.indexOf(get("certainty"))),
    how: get("how"),
    theirs: get("theirs") === "1",
    inside: get("inside"),
    open: new Set(list("open")),
  };
}

let known = { key: "", graph: null };

/** The graph that is looked at. @returns {import("./graph.js").Graph} */
export function viewed() {
  const key = JSON.stringify(["of", "kinds", "certainty", "how", "theirs", "inside", "open"].map(get));
  if (known.key !== key || !known.graph) known = { key, graph: graphOf(view()) };
  return known.graph;
}

/** The graph of apps, or of services, with other kinds or nothing opened. @param {Partial<import("./graph.js").View>} changes */
export function other(changes) {
  return graphOf({ ...view(), open: new Set(), ...changes });
}

/** Ids in the order of layers: who needs others comes before them. @param {string} of @returns {string[]} */
export function orderOf(of) {
  return (data.layouts[of] || data.layouts.map).order.map(text);
}
