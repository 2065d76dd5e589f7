// As cutpoint.score.factors.size.

import { facts } from "../parting.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const smaller = Math.min(parting.taken.size, facts.size - parting.taken.size);
  if (!smaller) return { value: 0, why: "there is nothing on one of the sides" };
  const part = smaller / facts.size;
  const byShare = part > 0.25 ? 1 - ((1 - 0.25) * (part - 0.25)) / (0.5 - 0.25) : Math.min(1, part / 0.1);
  return {
    value: Math.min(1, smaller / 8) * byShare,
    why: `the smaller side has ${grouped(smaller)} of ${grouped(facts.size)} models`,
  };
}
