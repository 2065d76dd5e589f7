// As cutpoint.score.factors.joins_across.

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = parting.staying("join");
  return { value, why: `${counts} joins near it stay on one side` };
}
