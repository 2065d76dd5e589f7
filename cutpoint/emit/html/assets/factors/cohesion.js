// As cutpoint.score.factors.cohesion.

import { facts } from "../parting.js";
import { percent } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  let [inward, volume] = [0, 0];
  for (const model of parting.taken) {
    volume += facts.degrees[model];
    const near = facts.neighbors[model];
    for (let at = 0; at < near.length; at += 2) if (parting.taken.has(near[at])) inward += near[at + 1];
  }
  const value = volume > 0 ? inward / volume : 0;
  return { value, why: `${percent(value)} of the smaller side's coupling is internal` };
}
