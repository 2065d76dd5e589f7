// As cutpoint.score.factors.operations_needed.

import { facts } from "../parting.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const operations = new Set(parting.crossing.map((use) => `${use.model} ${use.action}`)).size;
  const smaller = Math.min(parting.taken.size, facts.size - parting.taken.size);
  const value = smaller ? Math.min(1, operations / (3 * smaller)) : 1;
  return { value, why: `about ${grouped(operations)} operations for ${grouped(smaller)} models on the smaller side` };
}
