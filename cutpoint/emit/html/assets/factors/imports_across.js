// As cutpoint.score.factors.imports_across.

import { shareOf } from "../parting.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = shareOf(parting.nearImports, parting.crossingImports, () => 1);
  return { value, why: `${counts} imports near it stay on one side` };
}
