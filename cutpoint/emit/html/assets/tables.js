// Every table with its owner and its users: to be sorted by any column, and narrowed by typing.

import { appLabel, data, tableName, text } from "./data.js";
import { count, make, name, plural } from "./dom.js";
import { choose } from "./panel.js";
import { get, set } from "./state.js";

const COLUMNS = ["table", "model", "owner", "writers", "writes", "readers", "reads"];

function rows() {
  const sum = (uses) => uses.reduce((total, [, sites]) => total + sites, 0);
  return data.tables.name.map((_, table) => ({
    table: tableName(table),
    model: data.tables.model[table] < 0 ? "" : text(data.models.label[data.tables.model[table]]),
    owner: data.tables.owner[table] < 0 ? "" : appLabel(data.tables.owner[table]),
    writers: data.tables.writers[table],
    writes: sum(data.tables.writers[table]),
    readers: data.tables.readers[table],
    reads: sum(data.tables.readers[table]),
    isTheirs: Boolean(data.tables.framework[table]),
  }));
}

/** @returns {HTMLElement[]} */
export function tablesView() {
  let sorted = "writers";
  let down = true;
  const all = rows();
  const field = /** @type {HTMLInputElement} */ (
    make("input", { type: "search", id: "narrow", value: get("table"), autocomplete: "off" })
  );
  field.addEventListener("input", () => {
    set({ table: field.value });
    fill();
  });
  const body = make("tbody");
  const told = make("p", { class: "quiet", role: "status" });
  const heads = COLUMNS.map((column) =>
    make(
      "th",
      { scope: "col" },
      make(
        "button",
        {
          type: "button",
          class: "plain",
          onclick: () => {
            down =
              sorted === column ? !down : column === "table" || column === "model" || column === "owner" ? false : true;
            sorted = column;
            fill();
          },
        },
        column,
      ),
    ),
  );
  const valueOf = (row) => (Array.isArray(row[sorted]) ? row[sorted].length : row[sorted]);

  function fill() {
    const words = get("table").toLowerCase();
    const found = all.filter((row) => `${row.table}\n${row.model}\n${row.owner}`.toLowerCase().includes(words));
    found.sort((one, other) => {
      const [first, second] = [valueOf(one), valueOf(other)];
      const order = first < second ? -1 : first > second ? 1 : 0;
      // What frameworks write everywhere is nobody's finding.
      const rank = sorted === "writers" ? Number(one.isTheirs) - Number(other.isTheirs) : 0;
      return rank || (down ? -order : order) || other.writes - one.writes || (one.table < other.table ? -1 : 1);
    });
    heads.forEach((head, at) =>
      head.setAttribute("aria-sort", COLUMNS[at] === sorted ? (down ? "descending" : "ascending") : "none"),
    );
    told.textContent = `${plural(found.length, "table")}, ${count(found.filter((row) => row.writers.length > 1 && !row.isTheirs).length)} of the project's own written by several apps`;
    body.replaceChildren(...found.map(rowOf));
  }

  fill();
  return [
    make("div", { class: "bar" }, make("label", { for: "narrow" }, "Tables, models and owners with "), field),
    told,
    make(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Tables" },
      make(
        "table",
        { class: "wide users" },
        make("caption", { class: "hidden" }, "Tables with owners, writers and readers"),
        make("thead", {}, make("tr", {}, heads)),
        body,
      ),
    ),
  ];
}

function rowOf(row) {
  const users = (uses) =>
    uses.map(([app, sites], at) => [
      at ? ", " : "",
      name(appLabel(app)),
      make("span", { class: "quiet" }, ` ${count(sites)}`),
    ]);
  return make(
    "tr",
    { class: row.writers.length > 1 && !row.isTheirs ? "shared" : "" },
    make(
      "th",
      { scope: "row" },
      make(
        "button",
        { type: "button", class: "plain mono", onclick: () => choose(`table\t${row.table}`) },
        name(row.table),
      ),
    ),
    make("td", {}, name(row.model)),
    make("td", {}, row.owner ? name(row.owner) : make("span", { class: "quiet" }, "nobody")),
    make("td", {}, users(row.writers)),
    make("td", { class: "number" }, count(row.writes)),
    make("td", {}, users(row.readers)),
    make("td", { class: "number" }, count(row.reads)),
  );
}
