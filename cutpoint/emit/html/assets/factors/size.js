// As cutpoint.score.factors.size.

import { facts } from "../parting.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const taken = parting.taken.size;
  return {
    value: 1 - (2 * taken) / facts.size,
    why: `the smaller side has ${grouped(taken)} of ${grouped(facts.size)} models`,
  };
}
