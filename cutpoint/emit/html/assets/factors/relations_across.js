// As cutpoint.score.factors.relations_across.

import { shareOf } from "../parting.js";

const LOOSE = new Set(["SET_NULL", "SET_DEFAULT", "SET", "DO_NOTHING"]);

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const { value, counts } = shareOf(parting.nearLinks, parting.crossingLinks, (link) =>
    LOOSE.has(link.onDelete) ? 0.5 : 1,
  );
  return { value, why: `${counts} relations near it stay on one side` };
}
