// Parting → the score as an invoice, and the standard counts: the same as `cutpoint cuts show` to the last digit.

import { measure as cohesion } from "./factors/cohesion.js";
import { measure as consequencesAcross } from "./factors/consequences_across.js";
import { measure as distributedTransactions } from "./factors/distributed_transactions.js";
import { measure as importsAcross } from "./factors/imports_across.js";
import { measure as joinsAcross } from "./factors/joins_across.js";
import { measure as oneMatter } from "./factors/one_matter.js";
import { measure as readsAcross } from "./factors/reads_across.js";
import { measure as relationsAcross } from "./factors/relations_across.js";
import { measure as sensitiveData } from "./factors/sensitive_data.js";
import { measure as size } from "./factors/size.js";
import { measure as wholeGroups } from "./factors/whole_groups.js";
import { measure as writesAcross } from "./factors/writes_across.js";
import { Parting, facts } from "./parting.js";
import { rounded } from "./rounding.js";

/** Every factor by its name, sorted. */
export const FACTORS = {
  cohesion: cohesion,
  "consequences-across": consequencesAcross,
  "distributed-transactions": distributedTransactions,
  "imports-across": importsAcross,
  "joins-across": joinsAcross,
  "one-matter": oneMatter,
  "reads-across": readsAcross,
  "relations-across": relationsAcross,
  "sensitive-data": sensitiveData,
  size: size,
  "whole-groups": wholeGroups,
  "writes-across": writesAcross,
};

const DIGITS = 6;

/** @typedef {{name: string, weight: number, value: number, points: number, why: string}} Factor */

/** All factors, the heaviest first; of the smaller side. @param {Parting} parting @returns {Factor[]} */
export function invoiceOf(parting) {
  const smaller = 2 * parting.taken.size > facts.size ? new Parting(complement(parting.taken)) : parting;
  const found = Object.entries(FACTORS).map(([name, measure]) => {
    const measured = measure(smaller);
    const [weight, value] = [facts.weights.get(name), rounded(measured.value, 4)];
    return { name, weight, value, points: rounded(weight * value, DIGITS), why: measured.why };
  });
  return found.sort((one, other) => other.weight - one.weight || (one.name < other.name ? -1 : 1));
}

/** @param {Set<number>} taken */
function complement(taken) {
  return new Set(facts.models.map((_, model) => model).filter((model) => model < facts.size && !taken.has(model)));
}

/** @param {Factor[]} factors */
export function scoreOf(factors) {
  return rounded(
    factors.reduce((sum, factor) => sum + factor.points, 0),
    DIGITS,
  );
}

/** What people ask first, in counts. @param {import("./parting.js").Parting} parting */
export function countsOf(parting) {
  const writers = new Map();
  for (const use of parting.near)
    if (use.writes)
      writers.set(use.model, (writers.get(use.model) || 0) | (parting.isFunctionTaken[use.function] ? 1 : 2));
  return {
    "writes across": parting.crossingWrites.length,
    "reads across": parting.crossingReads.length,
    "joins across": parting.crossingJoins.length,
    "relations across": parting.crossingLinks.length,
    "shared tables": [...writers.values()].filter((sides) => sides === 3).length,
    "distributed transactions": parting.crossingExtents.length,
    operations: new Set(parting.crossing.map((use) => `${use.model} ${use.action}`)).size,
    "imports across": parting.crossingImports.length,
  };
}
