// As cutpoint.score.factors.consequences_across.

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = parting.staying("consequence");
  return { value, why: `${counts} writes that follow from others near it stay on one side` };
}
