// As cutpoint.score.factors.whole_groups.

import { facts } from "../parting.js";
import { grouped } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  if (facts.isBlind) return { value: 0.5, why: "apps are hidden" };
  const isWhole = facts.modelsOfGroup.map((models) => models.every((model) => parting.taken.has(model)));
  const whole = [...parting.taken].filter((model) => isWhole[facts.groupOfModel[model]]).length;
  const taken = parting.taken.size;
  return {
    value: whole / Math.max(taken, 1),
    why: `${grouped(whole)} of ${grouped(taken)} models go with all of their app or package`,
  };
}
