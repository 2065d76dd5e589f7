// The map as SVG, drawn from the same boxes and lines: it can be put into a document, and its texts stay texts.

import { color } from "./dom.js";
import { weightOf } from "./graph.js";
import { shortLabel } from "./arrange.js";
import { colorOf, widthOf } from "./drawing.js";

const DASHES = ["", "7 4", "2 4"];
const SPACE = "http://www.w3.org/2000/svg";

function element(tag, attributes, content) {
  const made = document.createElementNS(SPACE, tag);
  for (const [key, value] of Object.entries(attributes)) if (value !== "") made.setAttribute(key, String(value));
  if (content !== undefined) made.textContent = content;
  return made;
}

/** @param {import("./map.js").PictureMap} map @param {string} title @returns {string} */
export function svgOf(map, title) {
  const boxes = [...map.drawn.nodes.keys()].map((id) => map.boxes.get(id));
  const left = Math.min(0, ...boxes.map((box) => box.x - box.width / 2)) - 60;
  const right = Math.max(0, ...boxes.map((box) => box.x + box.width / 2)) + 60;
  const top = Math.min(0, ...boxes.map((box) => box.y - box.height / 2)) - 60;
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height / 2)) + 60;
  const svg = element("svg", {
    xmlns: SPACE,
    viewBox: `${left} ${top} ${right - left} ${bottom - top}`,
    width: right - left,
    height: bottom - top,
    "font-family": "system-ui, Helvetica, Arial, sans-serif",
    role: "img",
  });
  svg.append(
    element("title", {}, title),
    element("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: color("--paper") }),
  );
  const parents = new Set([...map.drawn.nodes.values()].map((node) => node.parent));
  for (const node of map.drawn.nodes.values())
    if (parents.has(node.id)) svg.append(...nodeShapes(node, map.boxes.get(node.id), true));
  for (const line of map.drawn.lines) svg.append(...lineShapes(line, map));
  for (const node of map.drawn.nodes.values())
    if (!parents.has(node.id)) svg.append(...nodeShapes(node, map.boxes.get(node.id), false));
  return new XMLSerializer().serializeToString(svg);
}

function nodeShapes(node, box, isParent) {
  const isSmall = node.kind !== "app" && node.kind !== "service";
  return [
    element("rect", {
      x: box.x - box.width / 2,
      y: box.y - box.height / 2,
      width: box.width,
      height: box.height,
      rx: 9,
      fill: color(isParent ? "--inside" : "--card"),
      stroke: color("--edge-of-card"),
      "stroke-dasharray": node.ours ? "" : "4 3",
    }),
    element(
      "text",
      {
        x: box.x,
        y: isParent ? box.y - box.height / 2 + 20 : box.y + 4,
        "text-anchor": "middle",
        "font-size": isSmall ? 11.5 : 14,
        "font-weight": isSmall ? 400 : 600,
        fill: color("--ink"),
      },
      shortLabel(node),
    ),
  ];
}

function lineShapes(line, map) {
  const [from, to] = [map.boxes.get(line.source), map.boxes.get(line.target)];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const bend = map.cy.getElementById(`${line.source}\n${line.target}`).data("bend");
  // Cytoscape bows lines to the right of their way, as seen on a screen.
  const middle = { x: (from.x + to.x) / 2 + (-dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend };
  const start = rim(from, middle);
  const end = rim(to, middle);
  const paint = colorOf(line, map.graph.of);
  const angle = (Math.atan2(end.y - middle.y, end.x - middle.x) * 180) / Math.PI;
  return [
    element("path", {
      d: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
      fill: "none",
      stroke: paint,
      "stroke-width": widthOf(line),
      "stroke-dasharray": DASHES[line.certainty],
      opacity: 0.7,
    }),
    element("path", {
      d: "M0 0L-11 -5L-11 5Z",
      fill: paint,
      transform: `translate(${end.x} ${end.y}) rotate(${angle})`,
    }),
    element(
      "text",
      {
        x: (start.x + 2 * middle.x + end.x) / 4,
        y: (start.y + 2 * middle.y + end.y) / 4 + 4,
        "text-anchor": "middle",
        "font-size": 10.5,
        fill: color("--ink"),
        stroke: color("--paper"),
        "stroke-width": 4,
        "paint-order": "stroke",
      },
      String(weightOf(line)),
    ),
  ];
}

/** Where a line from the middle of a box to a point leaves it. */
function rim(box, point) {
  const [dx, dy] = [point.x - box.x, point.y - box.y];
  const scale = Math.min(
    dx ? box.width / 2 / Math.abs(dx) : Infinity,
    dy ? box.height / 2 / Math.abs(dy) : Infinity,
    1,
  );
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}
