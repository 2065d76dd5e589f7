// Who needs whom as a matrix in the order of layers: what stands below the diagonal points back, and circles are framed.

import { GRAPHS } from "./data.js";
import { count, make, name, plural } from "./dom.js";
import { strandsOf, weightOf } from "./graph.js";
import { choose } from "./panel.js";
import { fillFilters, filterForm } from "./filters.js";
import { orderOf, view, viewed } from "./viewed.js";

/** Rows of a matrix that anybody could still read. */
export const MOST_ROWS = 120;

/** @returns {HTMLElement[]} */
export function matrixView() {
  const graph = viewed();
  const order = orderOf(graph.of);
  const ranks = new Map(order.map((id, at) => [id, at]));
  // What lies in an opened node stands where that one would.
  const rankOf = (id) => {
    for (let node = graph.nodes.get(id); node; node = graph.nodes.get(node.parent))
      if (ranks.has(node.id)) return ranks.get(node.id);
    return order.length;
  };
  const connected = new Set(graph.lines.flatMap((line) => [line.source, line.target]));
  const ids = [...graph.nodes.keys()]
    .filter((id) => connected.has(id))
    .sort((one, other) => rankOf(one) - rankOf(other) || (one < other ? -1 : 1));
  const shown = ids.slice(0, MOST_ROWS);
  const circles = circlesOf(graph.lines, new Set(shown));
  const number = new Set(circles.values()).size;
  const lines = new Map(graph.lines.map((line) => [`${line.source}\n${line.target}`, line]));
  const most = Math.max(1, ...graph.lines.map(weightOf));
  const back = graph.lines.filter((line) => ids.indexOf(line.source) > ids.indexOf(line.target));
  const form = filterForm();
  fillFilters(form, []);
  if (!shown.length) return [form, make("p", { class: "empty" }, "Nothing needs anything, with these filters.")];
  return [
    form,
    make(
      "p",
      {},
      `Rows need columns. ${GRAPHS[graph.of]}: ${plural(ids.length, "node")}, ${plural(graph.lines.length, "line")}; ${plural(back.length, "line")} below the diagonal ${back.length === 1 ? "points" : "point"} back. `,
      number
        ? `${plural(number, "cycle")} of nodes that all need each other ${number === 1 ? "is" : "are"} framed.`
        : "There is no cycle.",
      ids.length > shown.length ? ` The first ${shown.length} are shown.` : "",
    ),
    make(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Matrix" },
      make(
        "table",
        { class: "matrix" },
        make("caption", { class: "hidden" }, `Who needs whom, ${[...view().kinds].join(", ")}`),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            make("td"),
            shown.map((id, at) =>
              make(
                "th",
                { scope: "col" },
                make("span", { class: "turned" }, name(graph.nodes.get(id).label)),
                make("span", { class: "hidden" }, ` ${at + 1}`),
              ),
            ),
          ),
        ),
        make(
          "tbody",
          {},
          shown.map((source, row) =>
            make(
              "tr",
              {},
              make("th", { scope: "row" }, name(graph.nodes.get(source).label)),
              shown.map((target, column) =>
                cell(
                  graph,
                  lines.get(`${source}\n${target}`),
                  row,
                  column,
                  most,
                  circles.has(source) && circles.get(source) === circles.get(target),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}

function cell(graph, line, row, column, most, isCircle) {
  const classes = [isCircle ? "circle" : "", row === column ? "own" : "", line && row > column ? "back" : ""]
    .filter(Boolean)
    .join(" ");
  if (!line) return make("td", { class: classes });
  const weight = weightOf(line);
  const said = `${graph.nodes.get(line.source).label} needs ${graph.nodes.get(line.target).label}: ${strandsOf(
    line,
    graph.of,
  )
    .map((strand) => `${strand.places.size} ${strand.kind}`)
    .join(", ")}`;
  const level = 1 + Math.floor((4 * Math.log(weight)) / Math.log(most + 1));
  return make(
    "td",
    { class: `${classes} level-${Math.min(5, level)}` },
    make(
      "button",
      {
        type: "button",
        class: "plain",
        title: said,
        "aria-label": said,
        onclick: () => choose(`line\t${line.source}\t${line.target}`),
      },
      count(weight),
    ),
  );
}

/**
 * The circle that each node lies in: the first of those that it leads to and that lead back to it.
 * @param {import("./graph.js").Line[]} lines @param {Set<string>} ids @returns {Map<string, string>}
 */
function circlesOf(lines, ids) {
  const next = new Map([...ids].map((id) => [id, []]));
  for (const line of lines) if (ids.has(line.source) && ids.has(line.target)) next.get(line.source).push(line.target);
  const reached = new Map([...ids].map((id) => [id, reachedFrom(id, next)]));
  const found = new Map();
  for (const id of ids) {
    const circle = [...reached.get(id)].filter((other) => other !== id && reached.get(other).has(id));
    if (circle.length) found.set(id, [...circle, id].sort()[0]);
  }
  return found;
}

function reachedFrom(start, next) {
  const found = new Set();
  const queue = [start];
  while (queue.length) {
    for (const id of next.get(queue.pop())) {
      if (found.has(id)) continue;
      found.add(id);
      queue.push(id);
    }
  }
  return found;
}
