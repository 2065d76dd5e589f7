// As cutpoint.score.factors.stability.

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  return { value: parting.stability, why: "how alike it comes out from samples of the ties" };
}
