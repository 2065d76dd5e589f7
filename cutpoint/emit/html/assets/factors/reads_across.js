// As cutpoint.score.factors.reads_across.

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = parting.staying("read");
  return { value, why: `${counts} read sites near it stay on one side` };
}
