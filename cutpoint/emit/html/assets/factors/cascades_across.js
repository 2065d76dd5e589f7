// As cutpoint.score.factors.cascades_across.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const near = parting.nearLinks.filter((link) => link.onDelete === "CASCADE");
  return share(parting.cascades.length, near.length, "cascading relations of what is taken cross it");
}
