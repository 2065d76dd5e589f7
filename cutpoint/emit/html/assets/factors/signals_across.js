// As cutpoint.score.factors.signals_across.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const near = parting.near.filter((use) => use.via === "signal");
  return share(
    near.filter((use) => parting.crosses(use)).length,
    near.length,
    "accesses by receivers of signals cross it",
  );
}
