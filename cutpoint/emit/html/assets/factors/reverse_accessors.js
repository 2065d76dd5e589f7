// As cutpoint.score.factors.reverse_accessors.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const near = parting.near.filter((use) => use.via === "related" || use.via === "m2m");
  return share(
    near.filter((use) => parting.crosses(use)).length,
    near.length,
    "accesses through related objects cross it",
  );
}
