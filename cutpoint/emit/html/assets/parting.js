// Two sides of the monolith: models, the functions and modules that go along, and all that crosses. As cutpoint.score.parting.

import { data, text } from "./data.js";

/**
 * @typedef {{function: number, model: number, action: string, via: string, loop: number, path: number, line: number, base: number, asked: string, writes: boolean}} Use
 * @typedef {{model: number, to: number, name: string, kind: string, onDelete: string, path: number, line: number}} Link
 * @typedef {{writes: number[], reads: number[], function: string, path: number, line: number}} Extent
 * @typedef {{importer: number, imported: number, path: number, line: number}} Import
 */

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
  const extents = all.extents.map(([writes, reads, doer, path, line]) => ({
    writes,
    reads,
    function: text(doer),
    path,
    line,
  }));
  const imports = (rows) => rows.map(([importer, imported, path, line]) => ({ importer, imported, path, line }));
  const modelsOfApp = all.apps.map(() => []);
  all.appOfModel.forEach((app, model) => modelsOfApp[app].push(model));
  return {
    ...all,
    uses,
    links,
    extents,
    imports: imports(all.imports),
    testImports: imports(all.testImports),
    modelsOfApp,
    size: all.models.length,
    weights: new Map(all.weights.map(([name, weight]) => [text(name), weight])),
  };
}

/** @param {number} model @returns {string} */
export function label(model) {
  return text(facts.models[model]);
}

/** What crosses when models are taken. */
export class Parting {
  /** @param {Set<number>} taken Indices of *facts*. @param {number} stability */
  constructor(taken, stability) {
    this.taken = taken;
    this.stability = stability;
    this.sideOfModule = this.modules();
    this.isFunctionTaken = this.functions();
    this.near = facts.uses.filter((use) => taken.has(use.model) || this.isFunctionTaken[use.function]);
    this.crossing = this.near.filter((use) => this.crosses(use));
    this.crossingReads = this.crossing.filter((use) => use.action === "read");
    this.crossingWrites = this.crossing.filter((use) => use.writes);
    this.crossingJoins = this.crossing.filter((use) => use.action === "join");
    this.nearLinks = facts.links.filter((link) => taken.has(link.model) || taken.has(link.to));
    this.crossingLinks = this.nearLinks.filter((link) => taken.has(link.model) !== taken.has(link.to));
    this.cascades = this.crossingLinks.filter((link) => link.onDelete === "CASCADE" && link.kind !== "m2m");
    this.nearExtents = facts.extents.filter((extent) => extent.writes.some((model) => taken.has(model)));
    this.crossingExtents = this.nearExtents.filter((extent) => !extent.writes.every((model) => taken.has(model)));
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
   * there, works for the other side, and hardly for its own.
   * @param {number[]} written
   * @param {number[]} leanings
   * @param {boolean | null} home
   * @returns {boolean | null}
   */
  sideFor(written, leanings, home) {
    if (home !== null && written.some((model) => this.taken.has(model) === home)) return home;
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
    const ofHome = facts.homes.map((models) => {
      const inside = models.filter((model) => this.taken.has(model)).length;
      return inside === models.length ? true : inside ? null : false;
    });
    return facts.modules.map((_, module) => {
      const home = facts.homeOfModule[module];
      return this.sideFor(facts.moduleWritten[module], facts.moduleLeanings[module], home >= 0 ? ofHome[home] : null);
    });
  }

  /** @returns {boolean[]} */
  functions() {
    return facts.functions.map((_, doer) => {
      if (facts.rowModel[doer] >= 0) return this.taken.has(facts.rowModel[doer]);
      const home = facts.moduleOfFunction[doer] >= 0 && this.sideOfModule[facts.moduleOfFunction[doer]] === true;
      const leanings = facts.functionLeanings[doer];
      // What only reads leaves its module when it needs nothing there.
      if (!facts.written[doer].length && this.isOnBothSides(leanings)) return home;
      return this.sideFor(facts.written[doer], leanings, home) === true;
    });
  }

  /** @param {number[]} leanings */
  isOnBothSides(leanings) {
    for (let at = 2; at < leanings.length; at += 2)
      if (this.taken.has(leanings[at]) !== this.taken.has(leanings[0])) return true;
    return false;
  }

  /** @param {Use} use */
  crosses(use) {
    const side = this.taken.has(use.model);
    if (use.action === "join" && use.base >= 0) return side !== this.taken.has(use.base);
    return this.isFunctionTaken[use.function] !== side;
  }

  /** `take` or `keep`. @param {number} doer */
  sideOf(doer) {
    return this.isFunctionTaken[doer] ? "take" : "keep";
  }

  /** The weight of ties that are cut, of those of the side that has fewer, and of all. @returns {[number, number, number]} */
  tiesCut() {
    let [cut, volume, whole] = [0, 0, 0];
    for (const degree of facts.degrees) whole += degree;
    for (const model of [...this.taken].sort((one, other) => one - other)) {
      volume += facts.degrees[model];
      const near = facts.neighbors[model];
      for (let at = 0; at < near.length; at += 2) if (!this.taken.has(near[at])) cut += near[at + 1];
    }
    return [cut, Math.min(volume, whole - volume), whole];
  }
}
