// As cutpoint.score.factors.one_matter.

import { text } from "../data.js";
import { facts } from "../parting.js";
import { percent, rounded } from "../rounding.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const groups = new Map();
  let volume = 0;
  for (const model of parting.taken) {
    const group = facts.groupOfModel[model];
    if (!groups.has(group)) groups.set(group, { own: 0, inward: 0, outward: 0 });
    const found = groups.get(group);
    found.own += facts.degrees[model];
    volume += facts.degrees[model];
    const near = facts.neighbors[model];
    for (let at = 0; at < near.length; at += 2)
      if (!parting.taken.has(near[at])) found.outward += near[at + 1];
      else if (facts.groupOfModel[near[at]] !== group) found.inward += near[at + 1];
  }
  if (groups.size < 2) return { value: 1, why: "it is a part of one app or package, or all of it" };
  const beyond = facts.degrees.reduce((one, other) => one + other, 0) - volume;
  const attached = [...groups].map(([group, { own, inward, outward }]) => {
    const one = volume - own > 0 ? inward / (volume - own) : 0;
    const other = beyond > 0 ? outward / beyond : 0;
    return [group, one + other > 0 ? rounded(Math.max(one - other, 0) / (one + other), 9) : 0];
  });
  const [least, value] = attached.sort(([one, mine], [other, its]) => mine - its || one - other)[0];
  return {
    value,
    why: `${text(facts.groups[least])} hangs on the rest of it least: ${percent(value)} better than by chance`,
  };
}
