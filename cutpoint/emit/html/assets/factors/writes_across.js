// As cutpoint.score.factors.writes_across.

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = parting.staying("write");
  return { value, why: `${counts} write sites near it stay on one side` };
}
