// Where nodes stand: the order of rows and of what lies in them comes with the page, and only widths are added up here.

import { data, text } from "./data.js";

/** @typedef {{x: number, y: number, width: number, height: number}} Box Its middle, and how large it is. */

const GAP = { row: 92, column: 56, inner: 16, padding: 18, title: 26 };
const MOST_LETTERS = 28;

/** A name that fits into a node: of what lies in an app, without the app; a long one loses its middle. @param {import("./graph.js").Node} node */
export function shortLabel(node) {
  const whole = node.kind === "model" ? node.label.slice(node.label.indexOf(".") + 1) : node.label;
  const letters = [...whole];
  if (letters.length <= MOST_LETTERS) return whole;
  const half = Math.floor((MOST_LETTERS - 1) / 2);
  // Modules are told apart by their ends.
  return node.kind === "module"
    ? `…${letters.slice(1 - MOST_LETTERS).join("")}`
    : `${letters.slice(0, half).join("")}…${letters.slice(-half).join("")}`;
}

/**
 * A box for each node; those that hold others are as large as these need.
 * @param {Map<string, import("./graph.js").Node>} nodes
 * @returns {Map<string, Box>}
 */
export function arrange(nodes) {
  /** @type {Map<string | null, string[]>} */
  const inside = new Map();
  for (const node of nodes.values()) {
    if (!inside.has(node.parent)) inside.set(node.parent, []);
    inside.get(node.parent).push(node.id);
  }
  /** @type {Map<string, Box>} */
  const boxes = new Map();
  for (const id of inside.get(null) || []) measure(id, nodes, inside, boxes);
  let y = 0;
  rowsOf(inside.get(null) || []).forEach((row, number) => {
    const height = Math.max(...row.map((id) => boxes.get(id).height));
    const width = row.reduce((sum, id) => sum + boxes.get(id).width, 0) + GAP.column * (row.length - 1);
    // Rows are shifted against each other, so that a line seldom runs through a node.
    let x = -width / 2 + (number % 2 ? 38 : -38);
    for (const id of row) {
      const box = boxes.get(id);
      place(id, x + box.width / 2, y + height / 2, nodes, inside, boxes);
      x += box.width + GAP.column;
    }
    y += height + GAP.row;
  });
  return boxes;
}

function rowsOf(ids) {
  const shown = new Set(ids);
  const rows = data.layouts.map.rows.map((row) => row.map(text).filter((id) => shown.has(id)));
  const known = new Set(rows.flat());
  const rest = ids.filter((id) => !known.has(id));
  for (let at = 0; at < rest.length; at += 7) rows.push(rest.slice(at, at + 7));
  return rows.filter((row) => row.length);
}

function gridOf(ids) {
  const columns = Math.max(1, Math.ceil(Math.sqrt(ids.length * 0.32)));
  const rows = [];
  for (let at = 0; at < ids.length; at += columns) rows.push(ids.slice(at, at + columns));
  return rows;
}

function measure(id, nodes, inside, boxes) {
  const node = nodes.get(id);
  const own = inside.get(id);
  if (!own) {
    const letters = [...shortLabel(node)].length;
    const isSmall = node.kind !== "app" && node.kind !== "service";
    const growth = isSmall ? 0 : Math.min(18, Math.sqrt(node.weight) * 3);
    boxes.set(id, {
      x: 0,
      y: 0,
      width: Math.max(isSmall ? 60 : 96, letters * (isSmall ? 6.8 : 8) + 26),
      height: (isSmall ? 28 : 42) + growth,
    });
    return;
  }
  for (const child of own) measure(child, nodes, inside, boxes);
  const rows = gridOf(own);
  const widths = rows.map((row) => row.reduce((sum, each) => sum + boxes.get(each).width + GAP.inner, -GAP.inner));
  const heights = rows.map((row) => Math.max(...row.map((each) => boxes.get(each).height)));
  const width = Math.max(...widths, [...node.label].length * 8) + 2 * GAP.padding;
  const height = heights.reduce((sum, each) => sum + each + GAP.inner, -GAP.inner) + 2 * GAP.padding + GAP.title;
  boxes.set(id, { x: 0, y: 0, width, height });
}

function place(id, x, y, nodes, inside, boxes) {
  const box = boxes.get(id);
  box.x = x;
  box.y = y;
  const own = inside.get(id);
  if (!own) return;
  let top = y - box.height / 2 + GAP.padding + GAP.title;
  for (const row of gridOf(own)) {
    const height = Math.max(...row.map((each) => boxes.get(each).height));
    const width = row.reduce((sum, each) => sum + boxes.get(each).width + GAP.inner, -GAP.inner);
    let left = x - width / 2;
    for (const each of row) {
      place(each, left + boxes.get(each).width / 2, top + height / 2, nodes, inside, boxes);
      left += boxes.get(each).width + GAP.inner;
    }
    top += height + GAP.inner;
  }
}
