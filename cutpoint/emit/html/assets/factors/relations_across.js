// As cutpoint.score.factors.relations_across.

import { grouped } from "../rounding.js";

const LOOSE = new Set(["SET_NULL", "SET_DEFAULT", "SET", "DO_NOTHING"]);

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const weight = (links) => links.reduce((sum, link) => sum + (LOOSE.has(link.onDelete) ? 0.5 : 1), 0);
  const [crossing, near] = [parting.crossingLinks, parting.nearLinks];
  const whole = weight(near);
  return {
    value: whole ? weight(crossing) / whole : 0,
    why: `${grouped(crossing.length)} of ${grouped(near.length)} relations of what is taken cross it`,
  };
}
