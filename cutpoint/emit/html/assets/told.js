// A transaction or an import cycle in full: where it is, what it holds together, and where it could be opened.

import { appLabel, data, tableName, text } from "./data.js";
import { make, name, plural } from "./dom.js";
import { excerptOf, placeLink } from "./places.js";

/**
 * A transaction that writes tables of several services, and these tables by their owners.
 * @param {number} number @param {(chosen: string) => void} choose @returns {any[] | null}
 */
export function transactionContent(number, choose) {
  const each = data.transactions[number];
  if (!each) return null;
  const byOwner = new Map();
  for (const table of each.tables) {
    const owner = appLabel(data.tables.owner[table]);
    byOwner.set(owner, [...(byOwner.get(owner) || []), table]);
  }
  return [
    make("h2", { tabindex: "-1" }, name(text(each.function))),
    make("p", {}, placeLink(each.path, each.line), make("span", { class: "quiet" }, ` ${text(each.kind)}`)),
    excerptOf(each.path, each.line),
    make(
      "p",
      {},
      `One commit writes ${plural(each.tables.length, "table")} of `,
      name(each.services.map(text).join(", ")),
      ".",
    ),
    ...[...byOwner].map(([owner, tables]) =>
      make(
        "section",
        {},
        make("h3", {}, name(owner)),
        make(
          "ul",
          { class: "lines" },
          tables.map((table) =>
            make(
              "li",
              {},
              make(
                "button",
                { type: "button", class: "plain mono", onclick: () => choose(`table\t${tableName(table)}`) },
                name(tableName(table)),
              ),
            ),
          ),
        ),
      ),
    ),
  ];
}

/**
 * Apps that import each other in a circle, and the statements that are the cheapest to move to open it.
 * @param {number} number @returns {any[] | null}
 */
export function circleContent(number) {
  const each = data.circles[number];
  if (!each) return null;
  return [
    make("h2", { tabindex: "-1" }, name(each.apps.map(appLabel).join(" ⇄ "))),
    make(
      "p",
      {},
      `It opens when ${plural(each.weight, "import")} at the start of a module ${each.weight === 1 ? "is" : "are"} moved:`,
    ),
    ...each.cheapest.map(([source, target, weight, places]) =>
      make(
        "section",
        {},
        make(
          "h3",
          {},
          name(`${appLabel(source)} → ${appLabel(target)}`),
          make("span", { class: "count" }, String(weight)),
        ),
        make(
          "ul",
          { class: "needs" },
          pairs(places).map(([path, line]) =>
            make("li", { class: "need" }, placeLink(path, line), excerptOf(path, line)),
          ),
        ),
      ),
    ),
  ];
}

function pairs(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 2) found.push([flat[at], flat[at + 1]]);
  return found;
}
