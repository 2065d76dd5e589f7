// As cutpoint.score.factors.imports_across.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  return share(parting.crossingImports.length, parting.nearImports.length, "imports near it cross it");
}
