// As cutpoint.score.factors.parted_packages.

import { share } from "../measured.js";
import { facts } from "../parting.js";

/** The factor. @param {import("../parting.js").Parting} parting @returns {import("../measured.js").Measured} */
export function measure(parting) {
  const near = facts.packages.filter((held) => held.some((model) => parting.taken.has(model)));
  const parted = near.filter((held) => !held.every((model) => parting.taken.has(model)));
  return share(parted.length, near.length, "packages of several apps are taken apart");
}
