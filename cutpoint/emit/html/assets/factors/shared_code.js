// As cutpoint.score.factors.shared_code.

import { facts } from "../parting.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const importers = new Map();
  for (const each of facts.imports) {
    if (parting.sideOfModule[each.imported] !== null || parting.sideOfModule[each.importer] === null) continue;
    if (!importers.has(each.imported)) importers.set(each.imported, new Set());
    importers.get(each.imported).add(parting.sideOfModule[each.importer]);
  }
  const shared = [...importers.values()].filter((sides) => sides.size > 1).length;
  return {
    value: importers.size ? shared / importers.size : 0,
    why: `${grouped(shared)} modules without tables are to be a package for both sides`,
  };
}
