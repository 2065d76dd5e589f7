// Cut points as invoices: every factor adds to the score, and every item of the bill has places to change.

import { appLabel, data, modelLabel, text } from "./data.js";
import { count, make, name, plural, points, table } from "./dom.js";
import { placeLink } from "./places.js";
import { get, set } from "./state.js";

const FIRST = 8;

/** @returns {HTMLElement[]} */
export function cutsView() {
  const all = data.cuts.points;
  if (!all.length)
    return [make("p", { class: "empty" }, "There is nothing to cut: no two models could be put on two sides.")];
  const chosen = all.find((each) => each.id === get("cut")) || all[0];
  return [
    ...data.cuts.advice.map((said) => make("p", { class: "advice" }, text(said))),
    make(
      "div",
      { class: "split" },
      make(
        "nav",
        { class: "choice", "aria-label": "Cut points" },
        make(
          "ol",
          {},
          all.map((each) =>
            make(
              "li",
              {},
              make(
                "button",
                {
                  type: "button",
                  class: "plain",
                  "aria-current": each === chosen ? "true" : false,
                  onclick: () => set({ cut: each.id }),
                },
                make("strong", {}, `${each.rank}. `),
                name(text(each.name)),
                make(
                  "span",
                  { class: "quiet" },
                  ` ${plural(each.models.length, "model")} · ${points(each.score)} of 100, ${text(each.verdict)} · ${plural(each.effort, "place")}`,
                ),
              ),
            ),
          ),
        ),
      ),
      make("article", { class: "invoice" }, invoice(chosen)),
    ),
  ];
}

function invoice(cut) {
  const seam = Object.entries(cut.seam)
    .filter(([, number]) => number)
    .map(([kind, number]) => plural(number, kind.replace(/s$/, ""), kind));
  return [
    make("h2", {}, name(text(cut.name)), make("span", { class: "quiet mono" }, ` ${cut.id}`)),
    make("p", {}, make("strong", {}, `${points(cut.score)} of 100: ${text(cut.verdict)}. `), cut.summary.map(text).join(" ")),
    make("p", {}, "It takes ", models(cut.models), "."),
    make("p", { class: "quiet" }, seam.length ? `Across it: ${seam.join(", ")}.` : "Nothing crosses it."),
    data.weighing
      ? make(
          "p",
          {},
          make(
            "button",
            { type: "button", onclick: () => set({ view: "whatif", cut: cut.id, move: "", changes: "" }) },
            "What if it took more, or less?",
          ),
        )
      : null,
    scoreTable(
      cut.factors.map(([factor, weight, value, gained, why]) => [text(factor), weight, value, gained, text(why)]),
      cut.score,
    ),
    make("h3", {}, `Work items: ${cut.bill.length} in ${plural(cut.effort, "place")}`),
    ...billSections(
      cut.bill.map(([kind, what, effort, places]) => ({ kind: text(kind), what: text(what), effort, places })),
    ),
  ];
}

/** The invoice of a score. @param {[string, number, number, number, string][]} factors @param {number} score */
export function scoreTable(factors, score) {
  const rows = factors.map(([factor, weight, value, gained, why]) => [
    factor,
    amount(points(weight)),
    amount(points(value)),
    amount(points(gained), gained < 0 ? "loss" : gained > 0 ? "gain" : ""),
    name(why),
  ]);
  const shown = table("Score", ["factor", "weight", "value", "points", "why"], rows, { class: "wide" });
  shown.append(
    make(
      "tfoot",
      {},
      make(
        "tr",
        {},
        make("th", { scope: "row", colspan: "3" }, "score"),
        make("td", { class: "number" }, points(score)),
        make("td"),
      ),
    ),
  );
  return shown;
}

function amount(said, kind = "") {
  return make("span", { class: `number ${kind}` }, said);
}

/** Models by name, the first of each app. @param {number[]} taken */
function models(taken) {
  const byApp = new Map();
  for (const model of taken) {
    const app = appLabel(data.models.app[model]);
    byApp.set(app, [...(byApp.get(app) || []), modelLabel(model).slice(app.length + 1)]);
  }
  return [...byApp].map(([app, names], at) => [
    at ? "; " : "",
    make("strong", {}, name(app)),
    " ",
    name(names.join(", ")),
  ]);
}

/** Items by kind, the kind with most places first. @param {{kind: string, what: string, effort: number, places: number[]}[]} bill */
export function billSections(bill) {
  const kinds = new Map();
  for (const item of bill) kinds.set(item.kind, [...(kinds.get(item.kind) || []), item]);
  const sum = (items) => items.reduce((total, item) => total + item.effort, 0);
  const ordered = [...kinds].sort((one, other) => sum(other[1]) - sum(one[1]) || (one[0] < other[0] ? -1 : 1));
  return ordered.map(([kind, items]) =>
    make(
      "details",
      { class: "bill" },
      make(
        "summary",
        {},
        `${kind} `,
        make("span", { class: "count" }, count(items.length)),
        make("span", { class: "quiet" }, ` ${plural(sum(items), "place")}`),
      ),
      billList(items),
    ),
  );
}

function billList(items) {
  const entry = (item) =>
    make(
      "li",
      {},
      name(item.what),
      make("span", { class: "count" }, count(item.effort)),
      make(
        "div",
        {},
        pairs(item.places).map(([path, line]) => [placeLink(path, line), " "]),
      ),
    );
  const shown = make("ul", {}, items.slice(0, FIRST).map(entry));
  if (items.length <= FIRST) return shown;
  return [
    shown,
    make(
      "button",
      {
        type: "button",
        class: "plain more",
        onclick: (event) => {
          shown.append(...items.slice(FIRST).map(entry));
          event.target.remove();
        },
      },
      `${count(items.length - FIRST)} more`,
    ),
  ];
}

function pairs(flat) {
  const found = [];
  for (let at = 0; at < flat.length; at += 2) found.push([flat[at], flat[at + 1]]);
  return found;
}
