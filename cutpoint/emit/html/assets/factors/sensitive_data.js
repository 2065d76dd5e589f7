// As cutpoint.score.factors.sensitive_data.

import { facts } from "../parting.js";
import { grouped, percent } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const sum = (numbers, models) => models.reduce((total, model) => total + numbers[model], 0);
  const all = facts.models.map((_, model) => model);
  const taken = [...parting.taken];
  const [sensitive, whole, columns] = [sum(facts.sensitive, taken), sum(facts.sensitive, all), sum(facts.columns, all)];
  if (!whole || !columns) return { value: 0, why: "no columns that look sensitive" };
  const expected = sum(facts.columns, taken) / columns;
  return {
    value: Math.max(0, sensitive / whole - expected),
    why: `${grouped(sensitive)} of ${grouped(whole)} columns that look sensitive are in the ${percent(expected)} of all that are taken`,
  };
}
