// What if models were on the other side: moved by keyboard or by dragging, and everything that a cut costs is told at once.

import { billOf, effortOf } from "./bill.js";
import { billSections, scoreTable } from "./cuts.js";
import { data, text } from "./data.js";
import { count, download, make, name, plural, points, say } from "./dom.js";
import { Parting, facts, label } from "./parting.js";
import { countsOf, invoiceOf, scoreOf } from "./scoring.js";
import { get, list, set, setList } from "./state.js";

/** The cuts to start from: those that are proposed, and each app by itself. */
function bases() {
  const index = new Map(facts.noun.map((noun, model) => [noun, model]));
  const proposed = data.cuts.points.map((each) => ({
    id: each.id,
    name: `${each.rank}. ${text(each.name)}`,
    models: each.models.map((noun) => index.get(noun)),
  }));
  const apps = facts.apps.map((app, at) => ({
    id: text(app),
    name: `app ${text(app)}`,
    models: facts.modelsOfApp[at],
  }));
  return [...proposed, ...apps.filter((each) => each.models.length < facts.size)];
}

/** The cut that the state starts from, and what it takes after the moves. */
function cutOf() {
  const all = bases();
  const base = all.find((each) => each.id === get("cut")) || all[0];
  const taken = new Set(base.models);
  const index = new Map(facts.models.slice(0, facts.size).map((_, model) => [label(model), model]));
  for (const moved of list("changes")) {
    const model = index.get(moved);
    if (model !== undefined && !taken.delete(model)) taken.add(model);
  }
  return { all, base, taken };
}

/** Everything that a cut costs. @param {Set<number>} taken */
function weighed(taken) {
  const parting = new Parting(taken);
  const factors = invoiceOf(parting);
  const bill = billOf(parting);
  return { factors, bill, score: scoreOf(factors), effort: effortOf(bill), counts: countsOf(parting) };
}

/** @returns {HTMLElement[]} */
export function whatIfView() {
  const { all, base, taken } = cutOf();
  const before = weighed(new Set(base.models));
  const isPossible = taken.size > 0 && taken.size < facts.size;
  const after = isPossible ? weighed(taken) : null;
  const from = make(
    "select",
    { id: "base", "data-key": "base", onchange: (event) => set({ cut: event.target.value, changes: "" }) },
    all.map((each) => make("option", { value: each.id, selected: each === base }, each.name)),
  );
  return [
    make(
      "div",
      { class: "bar" },
      make("label", { for: "base" }, "Start from "),
      from,
      " ",
      make("button", { type: "button", "data-key": "undo", onclick: () => set({ changes: "" }) }, "Undo all moves"),
      " ",
      after
        ? make(
            "button",
            {
              type: "button",
              "data-key": "toml",
              onclick: () => download("cutpoint.toml", new Blob([tomlOf(taken)], { type: "text/plain" })),
            },
            "Save as TOML",
          )
        : null,
    ),
    make(
      "p",
      { class: "quiet" },
      "Move a model or an app to the other side: by its button, or by dragging it there. ",
      list("changes").length ? `${plural(list("changes").length, "model")} moved.` : "Nothing is moved yet.",
    ),
    make(
      "div",
      { class: "whatif" },
      make("div", { class: "sides" }, side("take", "Taken out", taken, base), side("keep", "Stays", taken, base)),
      make(
        "section",
        { class: "outcome", "aria-label": "What it costs" },
        after
          ? outcome(before, after)
          : make("p", { class: "empty" }, "Everything is on one side: move something back."),
      ),
    ),
  ];
}

function outcome(before, after) {
  const rows = [
    ["score", before.score, after.score, true, points],
    ["places to change", before.effort, after.effort, false, (value) => value.toLocaleString("en-US")],
    ...Object.keys(before.counts).map((key) => [key, before.counts[key], after.counts[key], false, count]),
  ];
  const old = new Set(before.bill.map(keyOf));
  const now = new Set(after.bill.map(keyOf));
  const changes = (title, items) =>
    items.length
      ? [make("h3", {}, `${title} `, make("span", { class: "count" }, count(items.length))), ...billSections(items)]
      : [];
  return [
    make(
      "table",
      { class: "wide", id: "outcome" },
      make("caption", {}, "Before and after the moves"),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          ["", "before", "after", "change"].map((head) =>
            make("th", { scope: "col" }, head || make("span", { class: "hidden" }, "what")),
          ),
        ),
      ),
      make(
        "tbody",
        {},
        rows.map(([what, was, is, isGood, written]) =>
          make(
            "tr",
            {},
            make("th", { scope: "row" }, what),
            make("td", { class: "number" }, written(was)),
            make("td", { class: "number" }, written(is)),
            make("td", { class: "number" }, change(is - was, isGood, written)),
          ),
        ),
      ),
    ),
    ...changes(
      "New work items",
      after.bill.filter((item) => !old.has(keyOf(item))),
    ),
    ...changes(
      "Work items that are gone",
      before.bill.filter((item) => !now.has(keyOf(item))),
    ),
    make("h3", {}, "The score after the moves"),
    scoreTable(
      after.factors.map((each) => [each.name, each.weight, each.value, each.points, each.why]),
      after.score,
    ),
    make("h3", {}, `All work items: ${after.bill.length}`),
    ...billSections(after.bill),
  ];
}

function keyOf(item) {
  return `${item.kind}\n${item.what}\n${item.effort}\n${item.places}`;
}

function change(by, isGood, written) {
  if (Math.abs(by) < 1e-9) return "";
  return make("span", { class: by > 0 === isGood ? "gain" : "loss" }, `${by > 0 ? "+" : "−"}${written(Math.abs(by))}`);
}

function side(key, title, taken, base) {
  const isTaken = key === "take";
  const started = new Set(base.models);
  const box = make("section", { class: `side ${key}`, "aria-label": title, "data-side": key });
  box.addEventListener("dragover", (event) => event.preventDefault());
  box.addEventListener("drop", (event) => {
    event.preventDefault();
    const models = (event.dataTransfer?.getData("text/plain") || "")
      .split("\n")
      .map(Number)
      .filter((model) => facts.models[model] !== undefined && taken.has(model) !== isTaken);
    move(models, title);
  });
  const groups = facts.modelsOfApp
    .map((models, app) => [app, models.filter((model) => taken.has(model) === isTaken)])
    .filter(([, models]) => models.length);
  const sum = groups.reduce((total, [, models]) => total + models.length, 0);
  box.append(
    make("h2", {}, title, " ", make("span", { class: "count" }, count(sum))),
    ...groups.map(([app, models]) => group(app, models, started, isTaken)),
  );
  return box;
}

function group(app, models, started, isTaken) {
  const other = isTaken ? "Stays" : "Taken out";
  const sign = isTaken ? "→" : "←";
  const mover = (moved, said, key) =>
    make(
      "button",
      {
        type: "button",
        class: "mover",
        "data-key": key,
        "aria-label": `Move ${said} to: ${other}`,
        title: `Move to: ${other}`,
        onclick: () => move(moved, other),
      },
      sign,
    );
  const draggable = (moved) => ({
    draggable: "true",
    ondragstart: (event) => {
      event.stopPropagation();
      event.dataTransfer.setData("text/plain", moved.join("\n"));
    },
  });
  return make(
    "div",
    { class: "group" },
    make(
      "div",
      { class: "headline", ...draggable(models) },
      make("strong", {}, name(text(facts.apps[app]))),
      mover(models, `app ${text(facts.apps[app])}`, `app-${app}`),
    ),
    make(
      "ul",
      {},
      models.map((model) =>
        make(
          "li",
          { class: started.has(model) !== isTaken ? "moved" : "", ...draggable([model]) },
          name(label(model).slice(label(model).indexOf(".") + 1)),
          mover([model], label(model), `model-${model}`),
        ),
      ),
    ),
  );
}

/** Moves models to where they are not. @param {number[]} models @param {string} where */
function move(models, where) {
  if (!models.length) return;
  const changes = new Set(list("changes"));
  for (const model of models) if (!changes.delete(label(model))) changes.add(label(model));
  setList("changes", [...changes].sort());
  const { base, taken } = cutOf();
  if (taken.size && taken.size < facts.size) {
    const { score, effort } = weighed(taken);
    say(
      `${models.length === 1 ? label(models[0]) : plural(models.length, "model")} to: ${where}. ${points(score)} of 100, ${plural(effort, "place")} to change`,
    );
  }
}

/** The cut as the configuration takes it. @param {Set<number>} taken */
function tomlOf(taken) {
  const whole = facts.modelsOfApp
    .map((models, app) => (models.every((model) => taken.has(model)) ? app : -1))
    .filter((app) => app >= 0);
  const named = [
    ...whole.map((app) => text(facts.apps[app])),
    ...[...taken]
      .filter((model) => !whole.includes(facts.appOfModel[model]))
      .map(label)
      .sort(),
  ];
  const called = named[0]
    .slice(named[0].lastIndexOf(".") + 1)
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "-");
  return `[tool.cutpoint.cuts.${called}]\ntake = [${named.map((each) => JSON.stringify(each)).join(", ")}]\n`;
}
