// As cutpoint.score.factors.sensitive_data.

import { facts } from "../parting.js";
import { grouped, percent } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const sum = (numbers, models) => models.reduce((all, model) => all + numbers[model], 0);
  const all = facts.sensitive.map((_, model) => model);
  const [taken, whole] = [sum(facts.sensitive, [...parting.taken]), sum(facts.sensitive, all)];
  if (!whole) return { value: 0, why: "no columns that look sensitive" };
  const share = sum(facts.columns, [...parting.taken]) / sum(facts.columns, all);
  return {
    value: Math.max(0, taken / whole - share),
    why: `${grouped(taken)} of ${grouped(whole)} columns that look sensitive are in the ${percent(share)} of all on that side`,
  };
}
