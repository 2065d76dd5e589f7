// As cutpoint.score.factors.distributed_transactions.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  return share(
    parting.crossingExtents.length,
    parting.nearExtents.length,
    "transactions that write what is taken also write what stays",
  );
}
