// The first view: what matters on the left, the map beside it, and below it the same in words.

import { data, text } from "./data.js";
import { count, download, make, name, plural, say } from "./dom.js";
import { weightOf } from "./graph.js";
import { fillFilters, filterForm, waysFields } from "./filters.js";
import { findingsRail } from "./findings.js";
import { drawnOf, lineWords } from "./drawing.js";
import { PictureMap } from "./map.js";
import { choose, toggleOpen } from "./panel.js";
import { waysBetween } from "./paths.js";
import { get, list, set } from "./state.js";
import { svgOf } from "./svg.js";
import { MOST_LINES, MOST_NODES, viewed } from "./viewed.js";

/** @type {PictureMap | null} */
let map = null;
let place = null;
let filters = null;

/** Keys of the state that change what is drawn. */
export const DRAWS = ["of", "kinds", "certainty", "how", "inside", "open", "theirs", "from", "to"];

/** @returns {HTMLElement[]} */
export function mapView() {
  map = null;
  place = make("div", {
    id: "map",
    tabindex: "0",
    role: "application",
    "aria-label":
      "Map: arrow keys lead from node to node, Enter opens one, Space tells of it, + and − zoom, 0 shows all",
    "aria-describedby": "note",
  });
  filters = filterForm();
  return [
    make(
      "div",
      { class: "first" },
      findingsRail(),
      make(
        "div",
        { class: "stage" },
        filters,
        make("div", { id: "ways" }),
        make(
          "div",
          { class: "frame" },
          place,
          make(
            "div",
            { class: "zoom", role: "group", "aria-label": "Zoom" },
            zoomButton("+", "Nearer", () => map.zoom(1.25)),
            zoomButton("−", "Farther", () => map.zoom(0.8)),
            zoomButton("⤢", "All of it", () => map.fit()),
          ),
        ),
        make("p", { id: "note", class: "note" }),
        make("div", { id: "twins" }),
      ),
    ),
  ];
}

function zoomButton(sign, label, action) {
  return make("button", { type: "button", "aria-label": label, title: label, onclick: action }, sign);
}

/** Draws anew what has changed. @param {Set<string>} changed Keys of the state; none at first. */
export function drawMap(changed) {
  const isFirst = !map;
  if (!map) {
    map = new PictureMap(place);
    const frame = place.parentElement;
    const resize = new ResizeObserver(() => (document.contains(frame) ? map?.fit() : resize.disconnect()));
    resize.observe(frame);
  }
  if (isFirst || DRAWS.some((key) => changed.has(key))) {
    fillFilters(filters, [waysFields(), mapActions()]);
    const graph = viewed();
    const ways = waysAsked(graph);
    const drawn = map.draw(graph, ways, true);
    tell(graph, drawn);
    tellWays(graph, ways);
    document.getElementById("twins").replaceChildren(...twins(graph));
  } else map.mark();
}

/** Colors of the other theme. */
export function recolor() {
  if (map && document.contains(place)) map.restyle();
}

function mapActions() {
  return make(
    "div",
    { class: "actions" },
    make("button", { type: "button", onclick: () => set({ open: "", from: "", to: "", sel: "" }) }, "Close all"),
    make("button", { type: "button", onclick: () => savePng() }, "PNG"),
    make(
      "button",
      {
        type: "button",
        onclick: () => download("cutpoint.svg", new Blob([svgOf(map, document.title)], { type: "image/svg+xml" })),
      },
      "SVG",
    ),
  );
}

async function savePng() {
  download(
    "cutpoint.png",
    await map.cy.png({
      output: "blob-promise",
      full: true,
      scale: 2,
      bg: getComputedStyle(document.body).backgroundColor,
    }),
  );
}

function waysAsked(graph) {
  const [from, to] = [get("from"), get("to")];
  return from && to && graph.nodes.has(from) && graph.nodes.has(to) ? waysBetween(graph.lines, from, to) : null;
}

function tellWays(graph, ways) {
  const told = document.getElementById("ways");
  const [from, to] = [get("from"), get("to")].map((id) => graph.nodes.get(id)?.label);
  if (!from || !to) return told.replaceChildren();
  if (!ways)
    return told.replaceChildren(make("p", {}, name(from), " does not need ", name(to), ", with these filters."));
  const row = (line) =>
    make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "plain", onclick: () => choose(`line\t${line.source}\t${line.target}`) },
        name(graph.nodes.get(line.source).label),
        " → ",
        name(graph.nodes.get(line.target).label),
        make("span", { class: "quiet" }, ` ${lineWords(line, graph.of)}`),
      ),
    );
  told.replaceChildren(
    make(
      "div",
      { class: "pair" },
      make(
        "section",
        {},
        make("h3", {}, "The shortest way from ", name(from), " to ", name(to)),
        make("ol", {}, ways.shortest.map(row)),
      ),
      make(
        "section",
        {},
        make("h3", {}, `The cheapest cut: ${plural(ways.cost, "place")} to change, and no way is left`),
        make("ul", {}, ways.cut.map(row)),
      ),
    ),
  );
  say(`${plural(ways.cut.length, "line")} cut every way from ${from} to ${to}`);
}

function tell(graph, drawn) {
  const note = document.getElementById("note");
  const parts = [`${plural(drawn.nodes.size, "node")}, ${plural(drawn.lines.length, "line")}. `];
  if (drawn.left > 0)
    parts.push(`The heaviest ${count(drawn.lines.length)} of ${count(graph.lines.length)} lines are drawn. `);
  if (graph.nodes.size > drawn.nodes.size)
    parts.push(`The ${count(drawn.nodes.size)} busiest of ${count(graph.nodes.size)} nodes are drawn. `);
  /** @type {(HTMLElement | string)[]} */
  const content = [make("span", {}, ...parts)];
  if (drawn.left > 0 || graph.nodes.size > drawn.nodes.size)
    content.push(
      make(
        "button",
        { type: "button", class: "plain", onclick: () => set({ view: "matrix" }) },
        "The matrix has all of them.",
      ),
      " ",
    );
  content.push(
    make(
      "span",
      { class: "legend" },
      make("i", { class: "solid" }),
      "proved ",
      make("i", { class: "dashed" }),
      "inferred ",
      make("i", { class: "dotted" }),
      "possible; a → b: a needs b",
    ),
  );
  note.replaceChildren(...content);
}

function twins(graph) {
  const drawn = drawnOf(graph);
  const open = new Set(list("open"));
  const label = (id) => name(graph.nodes.get(id).label);
  const lines = [...graph.lines].sort((one, other) => weightOf(other) - weightOf(one));
  const nodes = [...drawn.nodes.values()];
  return [
    make(
      "details",
      {},
      make("summary", {}, `The lines as a table (${count(lines.length)})`),
      make(
        "table",
        { class: "wide" },
        make("caption", { class: "hidden" }, "Lines of the map"),
        make(
          "thead",
          {},
          make(
            "tr",
            {},
            ["needs", "whom", "places", ""].map((head) =>
              make("th", { scope: "col" }, head || make("span", { class: "hidden" }, "details")),
            ),
          ),
        ),
        make(
          "tbody",
          {},
          lines.slice(0, 2 * MOST_LINES).map((line) =>
            make(
              "tr",
              {},
              make("th", { scope: "row" }, label(line.source)),
              make("td", {}, label(line.target)),
              make("td", {}, lineWords(line, graph.of)),
              make(
                "td",
                {},
                make(
                  "button",
                  {
                    type: "button",
                    class: "plain",
                    "aria-label": `Places by which ${graph.nodes.get(line.source).label} needs ${graph.nodes.get(line.target).label}`,
                    onclick: () => choose(`line\t${line.source}\t${line.target}`),
                  },
                  "places",
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    make(
      "details",
      {},
      make("summary", {}, `The nodes as a list (${count(nodes.length)})`),
      make(
        "ul",
        { class: "columns" },
        nodes.slice(0, MOST_NODES).map((node) =>
          make(
            "li",
            {},
            make(
              "button",
              { type: "button", class: "plain", onclick: () => choose(`node\t${node.id}`) },
              name(node.label),
            ),
            node.kind === "app" || node.kind === "service"
              ? make(
                  "button",
                  {
                    type: "button",
                    class: "plain quiet",
                    "aria-label": `${open.has(node.id) ? "Close" : "Open"} ${node.label}`,
                    onclick: () => toggleOpen(node.id),
                  },
                  open.has(node.id) ? " close" : " open",
                )
              : null,
          ),
        ),
      ),
    ),
  ];
}

/** The page's own name for itself. */
export function projectName() {
  return text(data.project.name);
}
