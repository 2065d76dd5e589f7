// What was chosen, in full: a line with its places, or an app, model, table or module with who needs it.

import { GRAPHS, KIND_WORDS, data, tableName, text } from "./data.js";
import { count, make, name, plural, say } from "./dom.js";
import { insideOf, strandsOf, weightOf } from "./graph.js";
import { accessEntry, needEntry, placeOf, placeLink } from "./places.js";
import { get, list, set, setList } from "./state.js";
import { circleContent, transactionContent } from "./told.js";
import { viewed } from "./viewed.js";

const FIRST = 40;

/** Where the focus was before the panel took it. */
let before = null;

/** Shows what the state has chosen, or nothing. */
export function showPanel() {
  const panel = document.getElementById("panel");
  const chosen = get("sel");
  const content = chosen ? contentOf(chosen) : null;
  document.body.classList.toggle("has-panel", Boolean(content));
  panel.hidden = !content;
  if (!content) {
    panel.replaceChildren();
    if (before && document.contains(before)) before.focus();
    before = null;
    return;
  }
  const close = make(
    "button",
    { type: "button", class: "close", "aria-label": "Close the details", onclick: closePanel },
    "×",
  );
  panel.replaceChildren(close, ...content);
  panel.scrollTop = 0;
  say(`Details of ${panel.querySelector("h2").textContent}`);
}

/** Chooses something, and leads those who use the keyboard to it. @param {string} chosen */
export function choose(chosen) {
  if (!get("sel")) before = document.activeElement;
  set({ sel: chosen });
  const heading = document.querySelector("#panel h2");
  if (heading instanceof HTMLElement) heading.focus({ preventScroll: true });
}

/** Chooses nothing. */
export function closePanel() {
  set({ sel: "" });
}

function contentOf(chosen) {
  const [kind, one, other] = chosen.split("\t");
  if (kind === "line") return lineContent(one, other);
  if (kind === "node") return nodeContent(one);
  if (kind === "table") return tableContent(data.tables.name.findIndex((each) => text(each) === one));
  if (kind === "transaction") return transactionContent(Number(one), choose)?.filter(Boolean) ?? null;
  if (kind === "circle") return circleContent(Number(one));
  return null;
}

function heading(...content) {
  return make("h2", { tabindex: "-1" }, content);
}

/** A list of which the first few are there at once. @param {number[]} items @param {(item: number) => HTMLElement} entryOf */
function longList(items, entryOf) {
  const rows = make("ul", { class: "needs" }, items.slice(0, FIRST).map(entryOf));
  if (items.length <= FIRST) return [rows];
  const more = make(
    "button",
    {
      type: "button",
      onclick: () => {
        rows.append(...items.slice(FIRST).map(entryOf));
        more.remove();
      },
    },
    `Show ${count(items.length - FIRST)} more`,
  );
  return [rows, more];
}

function inOrder(of, needs) {
  const places = new Map(needs.map((need) => [need, placeOf(of, need)]));
  return [...new Set(needs)].sort((one, other) => {
    const [[path, line], [path2, line2]] = [places.get(one), places.get(other)];
    return path === path2 ? line - line2 : path < path2 ? -1 : 1;
  });
}

function lineContent(source, target) {
  const graph = viewed();
  const line = graph.lines.find((each) => each.source === source && each.target === target);
  const label = (id) => name(graph.nodes.get(id)?.label ?? id.slice(id.indexOf(":") + 1));
  if (!line)
    return [
      heading(label(source), " → ", label(target)),
      make("p", {}, "No line with these filters: choose more kinds, or less certainty."),
    ];
  const back = graph.lines.find((each) => each.source === target && each.target === source);
  return [
    heading(label(source), " needs ", label(target)),
    make(
      "p",
      { class: "quiet" },
      `${GRAPHS[graph.of]}: ${strandsOf(line, graph.of)
        .map((strand) => `${KIND_WORDS[strand.kind]} in ${plural(strand.places.size, "place")}`)
        .join(", ")}.`,
    ),
    back
      ? make(
          "p",
          {},
          make(
            "button",
            { type: "button", onclick: () => choose(`line\t${target}\t${source}`) },
            `The other way round: ${plural(weightOf(back), "place")}`,
          ),
        )
      : null,
    ...strandsOf(line, graph.of).flatMap((strand) => [
      make(
        "h3",
        {},
        `${KIND_WORDS[strand.kind]} `,
        make("span", { class: "count" }, count(strand.places.size)),
        strand.places.size > strand.direct.size
          ? make("span", { class: "quiet" }, ` ${count(strand.places.size - strand.direct.size)} implicit`)
          : null,
      ),
      ...longList(inOrder(graph.of, strand.needs), (need) => needEntry(graph.of, need)),
    ]),
  ].filter(Boolean);
}

function nodeContent(id) {
  const graph = viewed();
  const node = graph.nodes.get(id);
  if (!node) return null;
  if (node.kind === "table") return tableContent(node.index);
  const rows = (lines, endOf) =>
    lines.length
      ? make(
          "ul",
          { class: "lines" },
          lines
            .sort((one, other) => weightOf(other) - weightOf(one))
            .map((line) =>
              make(
                "li",
                {},
                make(
                  "button",
                  { type: "button", class: "plain", onclick: () => choose(`line\t${line.source}\t${line.target}`) },
                  name(graph.nodes.get(endOf(line)).label),
                  make(
                    "span",
                    { class: "quiet" },
                    ` ${strandsOf(line, graph.of)
                      .map((strand) => `${count(strand.places.size)} ${strand.kind}`)
                      .join(", ")}`,
                  ),
                ),
              ),
            ),
        )
      : make("p", { class: "quiet" }, "Nothing, with these filters.");
  return [
    heading(name(node.label)),
    make("p", { class: "quiet" }, describe(node)),
    openButton(node),
    make("h3", {}, "Needs"),
    rows(
      graph.lines.filter((line) => line.source === id),
      (line) => line.target,
    ),
    make("h3", {}, "Is needed by"),
    rows(
      graph.lines.filter((line) => line.target === id),
      (line) => line.source,
    ),
    ...ownTables(node),
  ].filter(Boolean);
}

function describe(node) {
  if (node.kind === "model")
    return `A model of ${plural(node.weight, "column")}, declared in ${text(data.models.path[node.index])}:${data.models.line[node.index]}.`;
  if (node.kind === "module") return `A module, ${text(data.modules.path[node.index])}.`;
  return `${node.kind === "app" ? "An app" : "A service"} of ${plural(node.weight, "model")}${node.ours ? "" : ", third-party"}.`;
}

function openButton(node) {
  if (node.kind !== "app" && node.kind !== "service") return null;
  const open = new Set(list("open"));
  const isOpen = open.has(node.id);
  return make(
    "p",
    {},
    make(
      "button",
      { type: "button", onclick: () => toggleOpen(node.id) },
      isOpen ? "Close on the map" : "Open on the map",
    ),
  );
}

/** Opens a node on the map, or closes it. @param {string} id */
export function toggleOpen(id) {
  const open = new Set(list("open"));
  if (!open.delete(id)) open.add(id);
  say(`${id.slice(id.indexOf(":") + 1)} ${open.has(id) ? "opened" : "closed"}`);
  setList("open", open);
}

function ownTables(node) {
  const own =
    node.kind === "app"
      ? insideOf(node.index).tables
      : node.kind === "model"
        ? [data.models.table[node.index]].filter((table) => table >= 0)
        : [];
  if (!own.length) return [];
  return [
    make("h3", {}, own.length === 1 ? "Its table" : "Its tables"),
    make(
      "ul",
      { class: "lines" },
      own.map((table) =>
        make(
          "li",
          {},
          make(
            "button",
            { type: "button", class: "plain", onclick: () => choose(`table\t${tableName(table)}`) },
            name(tableName(table)),
            make("span", { class: "quiet" }, ` ${plural(data.tables.writers[table].length, "writer")}`),
          ),
        ),
      ),
    ),
  ];
}

function tableContent(table) {
  if (table < 0) return null;
  const all = data.accesses;
  const writes = [];
  const reads = [];
  for (let at = 0; at < all.path.length; at++) {
    if (all.table[at] === table) (all.action[at] ? writes : reads).push(at);
    const joins = all.joins[at] || [];
    for (let join = 0; join < joins.length; join += 3) {
      if (joins[join] === table && all.table[at] !== table) reads.push(at);
    }
  }
  const users = (uses) =>
    uses
      .map(([app, sites]) => `${app < 0 ? "code outside of apps" : text(data.apps.label[app])} ${count(sites)}`)
      .join(", ") || "nobody";
  const model = data.tables.model[table];
  return [
    heading(name(tableName(table))),
    make(
      "p",
      { class: "quiet" },
      model >= 0
        ? [
            "The table of ",
            name(text(data.models.label[model])),
            ", declared at ",
            placeLink(data.models.path[model], data.models.line[model]),
          ]
        : "A table that no model declares.",
    ),
    make(
      "p",
      {},
      make("strong", {}, "Written by "),
      name(users(data.tables.writers[table])),
      make("br"),
      make("strong", {}, "Read by "),
      name(users(data.tables.readers[table])),
    ),
    make("h3", {}, "Writes ", make("span", { class: "count" }, count(writes.length))),
    ...longList(writes, accessEntry),
    make("h3", {}, "Reads and joins ", make("span", { class: "count" }, count(new Set(reads).size))),
    ...longList([...new Set(reads)], accessEntry),
  ];
}
