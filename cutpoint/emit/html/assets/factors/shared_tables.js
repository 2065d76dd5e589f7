// As cutpoint.score.factors.shared_tables.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const writers = new Map();
  for (const use of parting.near) {
    if (!use.writes) continue;
    if (!writers.has(use.model)) writers.set(use.model, new Set());
    writers.get(use.model).add(parting.isFunctionTaken[use.function]);
  }
  return share(
    [...writers.values()].filter((sides) => sides.size > 1).length,
    writers.size,
    "tables near it are written by code of both sides",
  );
}
