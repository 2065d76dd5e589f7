// As cutpoint.score.factors.cohesion.

import { percent } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const [cut, smaller, whole] = parting.tiesCut();
  const expected = whole > 0 ? (smaller * (whole - smaller)) / whole : 0;
  const value = expected > 0 ? Math.max(0, 1 - cut / expected) : 0;
  const inside = smaller > 0 ? 1 - cut / smaller : 0;
  return {
    value,
    why: `${percent(inside)} of what ties the smaller side stays inside of it; ${percent(value)} better than chance`,
  };
}
