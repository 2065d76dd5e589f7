// Two sides of the monolith: models, the functions and modules that go along, and all that crosses. As cutpoint.score.parting.

import { data, text } from "./data.js";
import { grouped, rounded } from "./rounding.js";

/**
 * @typedef {{function: number, model: number, action: string, via: string, loop: number, path: number, line: number, base: number, asked: string, writes: boolean, kind: string}} Use
 * @typedef {{model: number, to: number, name: string, kind: string, onDelete: string, path: number, line: number}} Link
 * @typedef {{named: number[], function: string, path: number, line: number}} Extent
 * @typedef {{importer: number, imported: number, path: number, line: number}} Import
 */

const CONSEQUENCES = new Set(["cascade", "history", "signal", "trigger"]);

/** The facts that every cut is measured by; null when the page has none. */
export const facts = data.weighing && decode(data.weighing);

function decode(all) {
  /** @type {Use[]} */
  const uses = all.uses.map(([doer, model, action, via, loop, path, line, base, asked]) => ({
    function: doer,
    model,
    action: text(action),
    via: text(via),
    loop,
    path,
    line,
    base,
    asked: text(asked),
    writes: text(action) !== "read" && text(action) !== "join",
    kind: kindOf(text(action), text(via), text(asked)),
  }));
  /** @type {Link[]} */
  const links = all.links.map(([model, to, name, kind, onDelete, path, line]) => ({
    model,
    to,
    name: text(name),
    kind: text(kind),
    onDelete: text(onDelete),
    path,
    line,
  }));
  /** @type {Extent[]} */
  const extents = all.extents.map(([named, doer, path, line]) => ({
    named,
    function: text(doer),
    path,
    line,
  }));
  const imports = (rows) => rows.map(([importer, imported, path, line]) => ({ importer, imported, path, line }));
  const modelsOfApp = all.apps.map(() => []);
  all.appOfModel.forEach((app, model) => modelsOfApp[app].push(model));
  const calls = all.calls.map(([caller, number, module, callee, path, line]) => ({
    caller: text(caller),
    number,
    module,
    callee,
    path,
    line,
  }));
  const touchedBy = all.functions.map(() => []);
  for (const use of uses) if (use.action !== "join" && use.model < all.ours) touchedBy[use.function].push(use.model);
  const modelsOfGroup = all.groups.map(() => []);
  all.groupOfModel.forEach((group, model) => modelsOfGroup[group].push(model));
  return {
    ...all,
    calls,
    touchedBy,
    modelsOfGroup,
    uses,
    links,
    extents,
    imports: imports(all.imports),
    testImports: imports(all.testImports),
    modelsOfApp,
    size: all.ours,
    weights: new Map(all.weights.map(([name, weight]) => [text(name), weight])),
  };
}

/** `read`, `join`, `write` or `consequence`; nothing of a join that has the id already. */
function kindOf(action, via, asked) {
  if (action === "join") return asked === "id only" ? "" : "join";
  return action === "read" ? "read" : CONSEQUENCES.has(via) ? "consequence" : "write";
}

/** @param {number} model @returns {string} */
export function label(model) {
  return text(facts.models[model]);
}

/** What crosses when models are taken. */
export class Parting {
  /** @param {Set<number>} taken Indices of *facts*. */
  constructor(taken) {
    this.taken = taken;
    this.sideOfHome = facts.homes.map((models) => {
      const inside = models.filter((model) => taken.has(model)).length;
      return inside === models.length ? true : inside ? null : false;
    });
    this.sideOfModule = this.modules();
    this.isFunctionTaken = this.functions();
    this.moved = new Set([...taken, ...this.thirds()]);
    this.near = facts.uses.filter(
      (use) => this.moved.has(use.model) || this.isFunctionTaken[use.function] || this.crosses(use),
    );
    this.crossing = this.near.filter((use) => this.crosses(use));
    this.crossingReads = this.crossing.filter((use) => use.action === "read");
    this.crossingWrites = this.crossing.filter((use) => use.writes);
    this.crossingJoins = this.crossing.filter((use) => use.action === "join");
    const moved = this.moved;
    this.nearLinks = facts.links.filter((link) => moved.has(link.model) || moved.has(link.to));
    this.crossingLinks = this.nearLinks.filter((link) => moved.has(link.model) !== moved.has(link.to));
    this.cascades = this.crossingLinks.filter((link) => link.onDelete === "CASCADE" && link.kind !== "m2m");
    this.nearExtents = facts.extents.filter((extent) => extent.named.some((model) => taken.has(model)));
    this.crossingExtents = this.nearExtents.filter((extent) => !extent.named.every((model) => taken.has(model)));
    this.crossingCalls = facts.calls.filter((call) => {
      const hasTables = call.number >= 0 && facts.functionLeanings[call.number].length > 0;
      const side = hasTables ? this.isFunctionTaken[call.number] : (this.sideOfModule[call.module] ?? null);
      const there = this.isFunctionTaken[call.callee];
      return side !== null && side !== there && facts.touchedBy[call.callee].some((model) => taken.has(model) === there);
    });
    const sides = this.sideOfModule;
    this.nearImports = facts.imports.filter(
      (each) =>
        sides[each.importer] !== null &&
        sides[each.imported] !== null &&
        (sides[each.importer] || sides[each.imported]),
    );
    this.crossingImports = this.nearImports.filter((each) => sides[each.importer] !== sides[each.imported]);
  }

  /**
   * Whether code goes with what is taken, null when nothing says so: elsewhere than at home only if it does not write
   * there, works for the other side, and hardly for its own; where its app is whole on one side (*isHeld*), only if it writes.
   * @param {number[]} written
   * @param {number[]} leanings
   * @param {boolean | null} home
   * @param {boolean} isHeld
   * @returns {boolean | null}
   */
  sideFor(written, leanings, home, isHeld) {
    if (home !== null && written.some((model) => this.taken.has(model) === home)) return home;
    if (isHeld && !written.length) return home;
    let [take, keep] = [0, 0];
    for (let at = 0; at < leanings.length; at += 2)
      if (this.taken.has(leanings[at])) take += leanings[at + 1];
      else keep += leanings[at + 1];
    if (home === null) return take === keep ? null : take > keep;
    const [own, other] = home ? [take, keep] : [keep, take];
    return other > facts.hardly * own ? !home : home;
  }

  /** Whether each module is taken; null for those without a side. @returns {(boolean | null)[]} */
  modules() {
    return facts.modules.map((_, module) => {
      const home = this.homeOf(module);
      return this.sideFor(facts.moduleWritten[module], facts.moduleLeanings[module], home, home !== null);
    });
  }

  /** The side on which all models of a module's app or package are; null where they part, or there are none. @param {number} module */
  homeOf(module) {
    const home = facts.homeOfModule[module] ?? -1;
    return home < 0 ? null : this.sideOfHome[home];
  }

  /** @returns {boolean[]} */
  functions() {
    return facts.functions.map((_, doer) => {
      if (facts.rowModel[doer] >= 0) return this.taken.has(facts.rowModel[doer]);
      const module = facts.moduleOfFunction[doer];
      const home = module >= 0 && this.sideOfModule[module] === true;
      const leanings = facts.functionLeanings[doer];
      // What only reads leaves its module when that is at home on neither side and it needs nothing there.
      if (!facts.written[doer].length && this.isOnBothSides(leanings)) return home;
      return this.sideFor(facts.written[doer], leanings, home, this.homeOf(module) !== null) === true;
    });
  }

  /** @param {number[]} leanings */
  isOnBothSides(leanings) {
    for (let at = 2; at < leanings.length; at += 2)
      if (this.taken.has(leanings[at]) !== this.taken.has(leanings[0])) return true;
    return false;
  }

  /** Third-party models that go along: most relations and functions that need them do. @returns {number[]} */
  thirds() {
    const needed = new Map();
    const needs = (third, by, isTaken) => {
      if (third < facts.size) return;
      if (!needed.has(third)) needed.set(third, new Map());
      needed.get(third).set(by, isTaken);
    };
    for (const link of facts.links) needs(link.to, `model ${link.model}`, this.taken.has(link.model));
    for (const use of facts.uses)
      needs(use.model, `function ${facts.alike[use.function]}`, this.isFunctionTaken[use.function]);
    return [...needed].flatMap(([third, by]) => {
      const going = [...by.values()].filter((isTaken) => isTaken).length;
      return 2 * going > by.size ? [third] : [];
    });
  }

  /** @param {Use} use */
  crosses(use) {
    const side = this.moved.has(use.model);
    if (use.action === "join" && use.base >= 0) return side !== this.moved.has(use.base);
    return this.isFunctionTaken[use.function] !== side;
  }

  /** `take` or `keep`. @param {number} doer */
  sideOf(doer) {
    return this.isFunctionTaken[doer] ? "take" : "keep";
  }

  /** How much all functions together do near the cut, and how much of it crosses: general code counts less. @param {string} kind */
  staying(kind) {
    const of = (uses) => uses.filter((use) => use.kind === kind && facts.rarities[use.function] > 0);
    return shareOf(of(this.near), of(this.crossing), (use) => facts.rarities[use.function]);
  }
}

/**
 * What is likely to stay on one side, by the rule of succession, and the counts of what does.
 * @template Thing
 * @param {Thing[]} near @param {Thing[]} crossing @param {(thing: Thing) => number} weightOf
 */
export function shareOf(near, crossing, weightOf) {
  const sum = (things) => rounded(things.map(weightOf).reduce((one, other) => one + other, 0), 9);
  const whole = sum(near);
  return {
    value: (whole - sum(crossing) + 1) / (whole + 2),
    counts: `${grouped(near.length - crossing.length)} of ${grouped(near.length)}`,
  };
}
