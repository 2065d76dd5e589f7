// As cutpoint.score.factors.reads_across.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  return share(
    parting.crossingReads.length,
    parting.near.filter((use) => use.action === "read").length,
    "read sites near it cross it",
  );
}
