// Parting → the score as an invoice, and the standard counts: the same as `cutpoint cuts show` to the last digit.

import { measure as cascadesAcross } from "./factors/cascades_across.js";
import { measure as chattiness } from "./factors/chattiness.js";
import { measure as cohesion } from "./factors/cohesion.js";
import { measure as distributedTransactions } from "./factors/distributed_transactions.js";
import { measure as importsAcross } from "./factors/imports_across.js";
import { measure as joinsAcross } from "./factors/joins_across.js";
import { measure as operationsNeeded } from "./factors/operations_needed.js";
import { measure as partedApps } from "./factors/parted_apps.js";
import { measure as partedPackages } from "./factors/parted_packages.js";
import { measure as readModifyWrite } from "./factors/read_modify_write.js";
import { measure as readsAcross } from "./factors/reads_across.js";
import { measure as relationsAcross } from "./factors/relations_across.js";
import { measure as reverseAccessors } from "./factors/reverse_accessors.js";
import { measure as sensitiveData } from "./factors/sensitive_data.js";
import { measure as sharedCode } from "./factors/shared_code.js";
import { measure as sharedTables } from "./factors/shared_tables.js";
import { measure as signalsAcross } from "./factors/signals_across.js";
import { measure as size } from "./factors/size.js";
import { measure as stability } from "./factors/stability.js";
import { measure as writesAcross } from "./factors/writes_across.js";
import { facts } from "./parting.js";
import { rounded } from "./rounding.js";

/** Every factor by its name, sorted. */
export const FACTORS = {
  "cascades-across": cascadesAcross,
  chattiness: chattiness,
  cohesion: cohesion,
  "distributed-transactions": distributedTransactions,
  "imports-across": importsAcross,
  "joins-across": joinsAcross,
  "operations-needed": operationsNeeded,
  "parted-apps": partedApps,
  "parted-packages": partedPackages,
  "read-modify-write": readModifyWrite,
  "reads-across": readsAcross,
  "relations-across": relationsAcross,
  "reverse-accessors": reverseAccessors,
  "sensitive-data": sensitiveData,
  "shared-code": sharedCode,
  "shared-tables": sharedTables,
  "signals-across": signalsAcross,
  size: size,
  stability: stability,
  "writes-across": writesAcross,
};

const DIGITS = 6;

/** @typedef {{name: string, weight: number, value: number, points: number, why: string}} Factor */

/** All factors, those that move the score most first. @param {import("./parting.js").Parting} parting @returns {Factor[]} */
export function invoiceOf(parting) {
  const found = Object.entries(FACTORS).map(([name, measure]) => {
    const measured = measure(parting);
    const [weight, value] = [facts.weights.get(name), rounded(measured.value, 4)];
    return { name, weight, value, points: rounded(weight * value, DIGITS), why: measured.why };
  });
  return found.sort((one, other) => Math.abs(other.points) - Math.abs(one.points) || (one.name < other.name ? -1 : 1));
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
