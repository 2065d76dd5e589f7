// How nodes and lines are drawn: what is left out of much, and the width, color, style and bow of each line.

import { KIND_WORDS } from "./data.js";
import { color, plural } from "./dom.js";
import { strandsOf, weightOf } from "./graph.js";
import { MOST_LINES, MOST_NODES } from "./viewed.js";

/** The variable of the style sheet for each kind of line. */
const COLORS = {
  write: "--write",
  read: "--read",
  join: "--join",
  module: "--import",
  function: "--join",
  typing: "--read",
  call: "--import",
  later: "--join",
  task: "--write",
};
export const MANY_LINES = 60;
export const STYLES = ["solid", "dashed", "dotted"];

/** @param {import("./graph.js").Graph} graph @returns {{lines: import("./graph.js").Line[], nodes: Map<string, any>, left: number}} What is drawn of it. */
export function drawnOf(graph) {
  let nodes = graph.nodes;
  if (nodes.size > MOST_NODES) {
    const weights = new Map();
    for (const line of graph.lines)
      for (const id of [line.source, line.target]) weights.set(id, (weights.get(id) || 0) + weightOf(line));
    const ranked = [...nodes.values()].sort(
      (one, other) =>
        (weights.get(other.id) || 0) - (weights.get(one.id) || 0) ||
        other.weight - one.weight ||
        (one.id < other.id ? -1 : 1),
    );
    const kept = new Set(ranked.slice(0, MOST_NODES).map((node) => node.id));
    for (const id of [...kept])
      for (let node = nodes.get(id); node.parent; node = nodes.get(node.parent)) kept.add(node.parent);
    nodes = new Map([...nodes].filter(([id]) => kept.has(id)));
  }
  const possible = graph.lines.filter((line) => nodes.has(line.source) && nodes.has(line.target));
  const lines = [...possible].sort((one, other) => weightOf(other) - weightOf(one)).slice(0, MOST_LINES);
  return { nodes, lines, left: graph.lines.length - lines.length };
}

/** The color of a line. @param {import("./graph.js").Line} line @param {string} of */
export function colorOf(line, of) {
  return color(COLORS[strandsOf(line, of)[0].kind] || "--relation");
}

/** How thick a line is. @param {import("./graph.js").Line} line */
export function widthOf(line) {
  return 1.2 + Math.log2(weightOf(line)) * 0.7;
}

/** How nodes and lines look, in the colors of the style sheet. */
export function stylesheet() {
  const font = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle",
        width: "data(width)",
        height: "data(height)",
        label: "data(label)",
        "text-valign": "center",
        "text-halign": "center",
        "font-family": font,
        "font-size": 14,
        "font-weight": 600,
        color: color("--ink"),
        "background-color": color("--card"),
        "border-width": 1.5,
        "border-color": color("--edge-of-card"),
        "text-events": "no",
      },
    },
    { selector: "node.small", style: { "font-size": 11.5, "font-weight": 400 } },
    { selector: "node.table", style: { shape: "barrel" } },
    {
      selector: "node.theirs",
      style: { "background-color": color("--paper"), color: color("--quiet"), "border-style": "dashed" },
    },
    {
      selector: ":parent",
      style: {
        "background-color": color("--inside"),
        "background-opacity": 0.75,
        "text-valign": "top",
        "text-margin-y": 22,
        "border-color": color("--edge-of-card"),
        padding: 0,
        "compound-sizing-wrt-labels": "exclude",
      },
    },
    {
      selector: "edge",
      style: {
        width: "data(width)",
        "line-color": "data(color)",
        "target-arrow-color": "data(color)",
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
        "line-style": "data(style)",
        "line-dash-pattern": [7, 4],
        "curve-style": "unbundled-bezier",
        "control-point-distances": "data(bend)",
        "control-point-weights": 0.5,
        opacity: 0.62,
        label: "data(count)",
        "font-family": font,
        "font-size": 10.5,
        color: color("--ink"),
        "text-background-color": color("--paper"),
        "text-background-opacity": 0.9,
        "text-background-padding": 2,
        "text-background-shape": "round-rectangle",
        "min-zoomed-font-size": 7,
      },
    },
    // Where there are many, each steps back, and says its number when it is asked.
    { selector: "edge.many", style: { opacity: 0.38, label: "" } },
    { selector: "edge.many.lit, edge.many.chosen", style: { label: "data(count)" } },
    { selector: ".dim", style: { opacity: 0.1 } },
    { selector: "node.dim", style: { opacity: 0.35 } },
    { selector: "edge.lit", style: { opacity: 1, "z-index": 10 } },
    { selector: "node.lit", style: { "border-color": color("--accent"), "border-width": 2.5 } },
    {
      selector: ".chosen",
      style: { opacity: 1, "border-color": color("--accent"), "border-width": 3.5, "z-index": 11 },
    },
    { selector: "edge.chosen", style: { width: 5, "z-index": 11 } },
    {
      selector: "edge.cut",
      style: {
        "line-color": color("--accent"),
        "target-arrow-color": color("--accent"),
        "line-style": "solid",
        width: 4.5,
        opacity: 1,
        label: "data(cutLabel)",
        "font-weight": 700,
      },
    },
    {
      selector: "node.at",
      style: { "overlay-color": color("--accent"), "overlay-opacity": 0.14, "overlay-padding": 6 },
    },
  ];
}

/**
 * How far a line bows out: by its length, so that it goes around what stands between its ends, and never from within them.
 * @param {import("./arrange.js").Box} one @param {import("./arrange.js").Box} other
 */
export function bendOf(one, other) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const length = Math.hypot(dx, dy) || 1;
  const usual = Math.abs(dy) < 30 ? Math.max(46, length * 0.22) : Math.max(16, length * 0.09);
  const isInside = (box, bend) => {
    const [x, y] = [(one.x + other.x) / 2 - (dy / length) * bend, (one.y + other.y) / 2 + (dx / length) * bend];
    return Math.abs(x - box.x) < box.width / 2 + 6 && Math.abs(y - box.y) < box.height / 2 + 6;
  };
  for (let bend = usual; bend < 12 * usual + 400; bend += 12) {
    for (const each of [bend, -bend]) if (!isInside(one, each) && !isInside(other, each)) return each;
  }
  return usual;
}

/** What a line says in words. @param {import("./graph.js").Line} line @param {string} of */
export function lineWords(line, of) {
  return strandsOf(line, of)
    .map((strand) => `${KIND_WORDS[strand.kind]} in ${plural(strand.places.size, "place")}`)
    .join(", ");
}
