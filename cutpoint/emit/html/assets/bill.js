// Parting → the bill: every item of every kind in the same words as `cutpoint cuts show`, and the effort that they add up to.

import { text } from "./data.js";
import { COST_OF_JOIN } from "./measured.js";
import { facts, label } from "./parting.js";
import { rounded } from "./rounding.js";

/** @typedef {{kind: string, what: string, effort: number, places: number[]}} Item */

const REPLACEMENTS = {
  "id only": "reads the id column that is there already",
  "by id": "asks for one row by its id",
  batch: "asks for all rows of a list at once",
  "filter or sort": "needs a copy of the column, or a query of the other side first",
};
const MEANT = {
  CASCADE: "its rows were deleted with it",
  PROTECT: "it forbade the delete",
  RESTRICT: "it forbade the delete",
  SET_NULL: "it was emptied on delete",
  SET_DEFAULT: "it was reset on delete",
  DO_NOTHING: "the database alone looked after it",
};

/** All items, the dearest first. @param {import("./parting.js").Parting} parting @returns {Item[]} */
export function billOf(parting) {
  const found = [
    ...calls(parting),
    ...cascades(parting),
    ...imports(parting),
    ...joins(parting),
    ...movingFiles(parting),
    ...uses(
      parting,
      parting.crossingReads.filter((use) => use.via !== "signal"),
      "read",
      "API call or replica",
    ),
    ...relations(parting),
    ...sharedRows(parting),
    ...uses(
      parting,
      parting.crossing.filter((use) => use.via === "signal" && use.action !== "join"),
      "signal",
      "becomes an event",
    ),
    ...transactions(parting),
    ...uses(
      parting,
      parting.crossingWrites.filter((use) => use.via !== "signal"),
      "write",
      "moves behind an operation of the other side",
    ),
  ];
  return found.sort(
    (one, other) => other.effort - one.effort || compared(one.kind, other.kind) || compared(one.what, other.what),
  );
}

/** How many places have to change, each once. @param {Item[]} bill */
export function effortOf(bill) {
  const places = new Set();
  for (const { effort, places: found } of bill)
    if (effort) for (let at = 0; at < found.length; at += 2) places.add(`${found[at]}:${found[at + 1]}`);
  return places.size;
}

function compared(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Things by a key, each with its different models and places: places flat, as (path, line). */
function grouped(things, keyOf) {
  const found = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    if (!found.has(key)) found.set(key, { first: thing, loops: false, models: new Set(), places: new Map() });
    const group = found.get(key);
    group.loops = group.loops || Boolean(thing.loop);
    group.models.add(thing.model);
    group.places.set(`${thing.path}:${thing.line}`, [thing.path, thing.line]);
  }
  return [...found.values()].map((group) => ({
    ...group,
    count: group.places.size,
    places: [...group.places.values()].flat(),
  }));
}

/** The first three, and how many more. @param {Iterable<number>} models */
function some(models) {
  const labels = [...models].map(label).sort((one, other) => (one < other ? -1 : 1));
  return labels.slice(0, 3).join(", ") + (labels.length > 3 ? ` and ${labels.length - 3} more` : "");
}

function uses(parting, crossing, kind, becomes) {
  return grouped(crossing, (use) => `${use.function} ${use.action}`).map(
    ({ first: use, loops, models, count, places }) => ({
      kind,
      what: `${text(facts.functions[use.function])} (${parting.sideOf(use.function)}) does ${use.action} ${some(models)}: ${becomes}${loops ? ", in a loop: as a batch" : ""}`,
      effort: count,
      places,
    }),
  );
}

function calls(parting) {
  return grouped(parting.crossingCalls, (call) => `${call.caller} ${call.callee}`).map(
    ({ first: call, count, places }) => ({
      kind: "call",
      what: `${call.caller} calls ${text(facts.functions[call.callee])} of the other side: an operation, or the caller moves`,
      effort: count,
      places,
    }),
  );
}

function cascades(parting) {
  return parting.cascades.map((link) => ({
    kind: "cascade",
    what: `deleting ${label(link.to)} deletes ${label(link.model)}: an event of the delete`,
    effort: 1,
    places: [link.path, link.line],
  }));
}

function imports(parting) {
  return grouped(parting.crossingImports, (each) => `${each.importer} ${each.imported}`).map(({ first, count, places }) => ({
    kind: "import",
    what: `${text(facts.modules[first.importer])} imports ${text(facts.modules[first.imported])}`,
    effort: count,
    places,
  }));
}

function joins(parting) {
  return grouped(parting.crossingJoins, (use) => `${use.function} ${use.base} ${use.asked}`).map(
    ({ first: use, models, count, places }) => ({
      kind: "join",
      what: `${text(facts.functions[use.function])} joins ${some(models)} to ${use.base >= 0 ? label(use.base) : "what it asks"} (${use.asked}): ${REPLACEMENTS[use.asked]}`,
      effort: COST_OF_JOIN[use.asked] ? count : 0,
      places,
    }),
  );
}

function relations(parting) {
  const links = parting.crossingLinks.filter((link) => link.kind !== "parent");
  return links.map((link) => ({
    kind: "relation",
    what: relationWords(link),
    effort: 1,
    places: [link.path, link.line],
  }));
}

function relationWords(link) {
  const [model, to] = [label(link.model), label(link.to)];
  if (link.kind === "m2m") return `${model}.${link.name} to ${to}: a table of pairs, of which each side needs its half`;
  return `${model}.${link.name} to ${to} becomes an id column; ${link.onDelete || "no on_delete"}: ${MEANT[link.onDelete] || "what happens on delete is the project's own"}`;
}

function sharedRows(parting) {
  return parting.crossingLinks
    .filter((link) => link.kind === "parent")
    .map((link) => {
      const [model, to, columns] = [label(link.model), label(link.to), facts.columns[link.to]];
      return {
        kind: "shared-row",
        what: `${model} is a kind of ${to}, one row in two tables: ${model} gets a copy of ${columns} column${columns === 1 ? "" : "s"}, and who asks for every ${to} asks both sides`,
        effort: 1,
        places: [link.path, link.line],
      };
    });
}

function transactions(parting) {
  return parting.crossingExtents.map((extent) => ({
    kind: "transaction",
    what: `${extent.function} writes ${some(extent.named.filter((model) => parting.taken.has(model)))} and ${some(extent.named.filter((model) => !parting.taken.has(model)))} in one commit: a saga, or an outbox`,
    effort: 1,
    places: [extent.path, extent.line],
  }));
}

function movingFiles(parting) {
  const seen = new Map();
  for (const each of facts.testImports) {
    const side = parting.sideOfModule[each.imported];
    if (side === null) continue;
    if (!seen.has(each.importer)) seen.set(each.importer, { sides: new Set(), place: null });
    const found = seen.get(each.importer);
    found.sides.add(side);
    if (side && !found.place) found.place = [each.path, each.line];
  }
  const tests = [...seen]
    .filter(([, found]) => found.sides.has(true))
    .map(([module, found]) => {
      const both = found.sides.size > 1;
      return {
        kind: "moving-file",
        what: `${text(facts.modules[module])} ${both ? "tests span both sides: split them" : "tests what is taken: moves with the service"}`,
        effort: both ? 1 : 0,
        places: found.place,
      };
    });
  const isWhole = facts.modelsOfApp.map((models) => models.every((model) => parting.taken.has(model)));
  const moved = facts.migrations.map(([module, app], at) => ({
    app,
    item: {
      kind: "moving-file",
      what: `${text(facts.modules[module])} moves with the service`,
      effort: 0,
      places: [facts.migrationPaths[at], 1],
    },
  }));
  return [...tests, ...moved.filter(({ app }) => app >= 0 && isWhole[app]).map(({ item }) => item)];
}
