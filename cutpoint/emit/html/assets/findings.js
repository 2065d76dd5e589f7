// What matters, before anybody asks: shared tables, writes across, transactions, circles, cuts, each a click from its places.

import { appLabel, data, tableName, text } from "./data.js";
import { count, make, name, plural, points } from "./dom.js";
import { weightOf } from "./graph.js";
import { choose } from "./panel.js";
import { set } from "./state.js";
import { other } from "./viewed.js";

const FIRST = 4;

/** @returns {HTMLElement} */
export function findingsRail() {
  return make(
    "section",
    { class: "rail", "aria-label": "What matters" },
    make("h2", {}, "What matters"),
    shared(),
    writes(),
    transactions(),
    circles(),
    cuts(),
  );
}

function section(title, number, rows, empty) {
  if (!rows.length)
    return make(
      "details",
      { class: "finding none" },
      make("summary", {}, make("span", { class: "figure" }, "0"), title),
      make("p", { class: "quiet" }, empty),
    );
  const shown = make("ul", {}, rows.slice(0, FIRST));
  const more =
    rows.length > FIRST
      ? make(
          "button",
          {
            type: "button",
            class: "plain more",
            onclick: (event) => {
              shown.append(...rows.slice(FIRST));
              event.target.remove();
            },
          },
          `${count(rows.length - FIRST)} more`,
        )
      : null;
  return make(
    "details",
    { class: "finding", open: true },
    make("summary", {}, make("span", { class: "figure" }, count(number)), title),
    shown,
    more,
  );
}

function pick(content, action) {
  return make("li", {}, make("button", { type: "button", class: "plain", onclick: action }, content));
}

function shared() {
  const rows = data.shared.map((each) => {
    const writers = data.tables.writers[each.table];
    return pick(
      [
        name(tableName(each.table), "mono"),
        make(
          "span",
          { class: "quiet" },
          ` ${plural(writers.length, "app")} write it; ${plural(each.moves, "place")} to move for one writer`,
        ),
      ],
      () => choose(`table\t${tableName(each.table)}`),
    );
  });
  return section("shared tables", rows.length, rows, "Every table has one writer at most.");
}

function writes() {
  const graph = other({ of: "queries", kinds: new Set(["write"]), certainty: 1, how: "all", theirs: false });
  const lines = [...graph.lines].sort((one, two) => weightOf(two) - weightOf(one));
  const total = lines.reduce((sum, line) => sum + weightOf(line), 0);
  const label = (id) => graph.nodes.get(id).label;
  const rows = lines.map((line) =>
    pick(
      [
        name(label(line.source)),
        " → ",
        name(label(line.target)),
        make("span", { class: "quiet" }, ` ${plural(weightOf(line), "place")}`),
      ],
      () => {
        set({ view: "map", of: "queries", kinds: "write", certainty: "inferred", how: "all", open: "" });
        choose(`line\t${line.source}\t${line.target}`);
      },
    ),
  );
  return section("cross-boundary writes", total, rows, "Nobody writes tables of other apps.");
}

function transactions() {
  const rows = data.transactions.map((each, number) =>
    pick(
      [
        name(text(each.function).split(".").slice(-2).join("."), "mono"),
        make("span", { class: "quiet" }, ` writes ${plural(each.tables.length, "table")} of `),
        make("span", { class: "quiet" }, name(some(each.services.map(text)))),
      ],
      () => choose(`transaction\t${number}`),
    ),
  );
  return section("transactions that write across", rows.length, rows, "Each transaction stays in one service.");
}

function some(names) {
  return names.slice(0, 4).join(", ") + (names.length > 4 ? ` and ${names.length - 4} more` : "");
}

function circles() {
  const rows = data.circles.map((each, number) =>
    pick(
      [
        name(some(each.apps.map(appLabel))),
        make("span", { class: "quiet" }, ` opens by moving ${plural(each.weight, "import")}`),
      ],
      () => choose(`circle\t${number}`),
    ),
  );
  return section("import cycles", rows.length, rows, "No apps import each other in a cycle.");
}

function cuts() {
  const rows = data.cuts.points.map((each) =>
    pick(
      [
        name(text(each.name)),
        make(
          "span",
          { class: "quiet" },
          ` ${plural(each.models.length, "model")}, score ${points(each.score)}, effort ${count(Math.round(each.effort))}`,
        ),
      ],
      () => set({ view: "cuts", cut: each.id, sel: "" }),
    ),
  );
  return section("cut points", rows.length, rows, "There is nothing to cut.");
}
