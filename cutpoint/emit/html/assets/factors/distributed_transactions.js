// As cutpoint.score.factors.distributed_transactions.

import { shareOf } from "../parting.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = shareOf(parting.nearExtents, parting.crossingExtents, () => 1);
  return { value, why: `${counts} transactions near it stay on one side` };
}
