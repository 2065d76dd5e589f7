// As cutpoint.score.factors.chattiness.

import { share } from "../measured.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const calls = parting.crossing.filter((use) => use.action !== "join");
  return share(calls.filter((use) => use.loop).length, calls.length, "reads and writes across stand in a loop");
}
