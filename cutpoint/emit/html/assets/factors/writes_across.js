// As cutpoint.score.factors.writes_across.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  return share(
    parting.crossingWrites.length,
    parting.near.filter((use) => use.writes).length,
    "write sites near it cross it",
  );
}
