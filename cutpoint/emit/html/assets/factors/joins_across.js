// As cutpoint.score.factors.joins_across.

import { COST_OF_JOIN } from "../measured.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const cost = (uses) => uses.reduce((sum, use) => sum + COST_OF_JOIN[use.asked], 0);
  const crossing = parting.crossingJoins.filter((use) => COST_OF_JOIN[use.asked]);
  const [paid, whole] = [cost(crossing), cost(parting.near.filter((use) => use.action === "join"))];
  return {
    value: whole ? paid / whole : 0,
    why: `${grouped(crossing.length)} joins cross it, ${paid} of ${whole} by what they ask for`,
  };
}
