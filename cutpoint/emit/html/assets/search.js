// Search over everything that has a name: what starts with the words comes first, then what holds them.

import { data, tableName, text } from "./data.js";
import { make, name, plural, say } from "./dom.js";
import { choose } from "./panel.js";
import { get, list, set } from "./state.js";

const MOST = 12;

/** @type {{label: string, low: string, kind: string, choose: () => void}[] | null} */
let known = null;

/** Opens what a name lies in, and chooses it. */
function reveal(app, id, inside) {
  const open = new Set(list("open"));
  if (data.services.configured) open.add(`service:${text(data.services.name[data.apps.service[app]])}`);
  if (inside) open.add(`app:${text(data.apps.label[app])}`);
  const theirs = data.apps.ours[app] ? get("theirs") : "1";
  set({ view: "map", open: [...open].join("\n"), theirs, ...(inside ? { inside } : {}) });
  choose(`node\t${id}`);
}

function everything() {
  if (known) return known;
  known = [];
  const add = (label, kind, action) => known.push({ label, low: label.toLowerCase(), kind, choose: action });
  data.apps.label.forEach((label, app) => add(text(label), "app", () => reveal(app, `app:${text(label)}`, "")));
  data.models.label.forEach(
    (label, model) =>
      data.models.app[model] >= 0 &&
      add(text(label), "model", () => reveal(data.models.app[model], `model:${text(label)}`, "model")),
  );
  data.tables.name.forEach((_, table) => add(tableName(table), "table", () => choose(`table\t${tableName(table)}`)));
  data.modules.name.forEach(
    (label, module) =>
      data.modules.app[module] >= 0 &&
      add(text(label), "module", () => reveal(data.modules.app[module], `module:${text(label)}`, "module")),
  );
  return known;
}

/** The best of what holds the words. @param {string} words */
export function searched(words) {
  const low = words.trim().toLowerCase();
  if (!low) return [];
  /** @type {[number, number, typeof known[0]][]} */
  const ranked = [];
  for (const each of everything()) {
    const at = each.low.indexOf(low);
    if (at < 0) continue;
    const starts = at === 0 || ".:_".includes(each.low[at - 1]);
    ranked.push([each.low === low ? 0 : starts ? 1 : 2, each.label.length, each]);
  }
  ranked.sort((one, other) => one[0] - other[0] || one[1] - other[1] || (one[2].label < other[2].label ? -1 : 1));
  return ranked.map(([, , each]) => each);
}

/** Makes the field in the head of the page search. */
export function startSearch() {
  const field = /** @type {HTMLInputElement} */ (document.getElementById("search"));
  const found = document.getElementById("found");
  let rows = [];
  let at = -1;

  function show() {
    const all = searched(field.value);
    rows = all.slice(0, MOST);
    at = rows.length ? 0 : -1;
    found.replaceChildren(
      ...rows.map((row, number) =>
        make(
          "li",
          {
            id: `found-${number}`,
            role: "option",
            "aria-selected": "false",
            onmousedown: (event) => {
              event.preventDefault();
              take(number);
            },
          },
          name(row.label),
          make("span", { class: "quiet" }, row.kind),
        ),
      ),
    );
    if (field.value.trim() && !rows.length)
      found.replaceChildren(
        make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, "Nothing is called so."),
      );
    found.hidden = !field.value.trim();
    field.setAttribute("aria-expanded", String(!found.hidden));
    if (field.value.trim()) say(`${plural(all.length, "thing")} found`);
    mark();
  }

  function mark() {
    [...found.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (at >= 0) field.setAttribute("aria-activedescendant", `found-${at}`);
    else field.removeAttribute("aria-activedescendant");
  }

  function hide() {
    found.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function take(number) {
    if (!rows[number]) return;
    field.value = "";
    hide();
    rows[number].choose();
  }

  field.addEventListener("input", show);
  field.addEventListener("blur", hide);
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      at = rows.length ? (at + (event.key === "ArrowDown" ? 1 : rows.length - 1)) % rows.length : -1;
      mark();
      event.preventDefault();
    } else if (event.key === "Enter") take(at);
    else if (event.key === "Escape") {
      field.value = "";
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "/" && !typing) {
      field.focus();
      event.preventDefault();
    }
  });
}
